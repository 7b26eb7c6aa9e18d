"""Answers that a publisher can ask for again without a second download."""

import base64
import hashlib
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from ninja import Schema

from omnicontent.releases.models import Variant


def answer(request: HttpRequest, schema: Schema) -> HttpResponseBase:
    """Return the JSON document, or 304 when the asker has it.

    The entity tag is the digest of the document itself, so it differs for every scope of channels.
    """
    body = schema.model_dump_json().encode()
    response = HttpResponse(body, content_type="application/json")
    return _conditional(request, response, hashlib.sha256(body).hexdigest())


def answer_payload(request: HttpRequest, variant: Variant) -> HttpResponseBase:
    """Return the variant's exact bytes with their digest (RFC 9530), or 304.

    A payload may be HTML: it is sent as an attachment that may run nothing, so that it never acts
    in the name of the service's own origin.
    """
    response = HttpResponse(bytes(variant.body or b""), content_type=variant.media_type)
    digest = base64.b64encode(bytes.fromhex(variant.digest)).decode()
    response["Content-Digest"] = response["Repr-Digest"] = f"sha-256=:{digest}:"
    response["Content-Disposition"] = f'attachment; filename="{variant.file_name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return _conditional(request, response, variant.digest)


def _conditional(request: HttpRequest, response: HttpResponse, digest: str) -> HttpResponseBase:
    tag = f'"{digest}"'
    response["ETag"] = tag
    found = get_conditional_response(request, etag=tag, response=response) or response
    if found.status_code == HTTPStatus.NOT_MODIFIED:
        found["ETag"] = tag
    return found
