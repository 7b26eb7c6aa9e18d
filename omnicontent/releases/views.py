"""Rendition files, as browsers and publishers fetch them."""

import mimetypes
import re
from collections.abc import Iterator

from django.core.files import File
from django.core.files.storage import default_storage
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from omnicontent.releases.models import Rendition
from omnicontent.releases.storing import storage_name

CHUNK_BYTES = 64 * 1024
ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@require_safe
def rendition_file(request: HttpRequest, file_name: str) -> HttpResponseBase:
    """Serve a finished rendition. Its name is its content, so it may be kept for ever.

    :raises Http404: no such rendition, or it is not made yet.
    """
    ready = Rendition.objects.filter(file_name=file_name, state=Rendition.State.READY)
    rendition = ready.first()
    if rendition is None:
        raise Http404("No such file.")
    etag = f'"{rendition.sha256}"'
    response = get_conditional_response(request, etag=etag) or _answer(request, rendition, etag)
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _answer(request: HttpRequest, rendition: Rendition, etag: str) -> HttpResponseBase:
    media_type = mimetypes.guess_type(rendition.file_name)[0] or "application/octet-stream"
    size = rendition.bytes or 0
    wanted = _wanted_range(request, size, etag)
    if wanted is not None and not wanted:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    try:
        file = default_storage.open(storage_name(rendition.file_name))
    except FileNotFoundError as error:
        raise Http404("The file is gone.") from error
    response = _partial(file, wanted, size) if wanted else FileResponse(file)
    response["Content-Type"] = media_type
    response["Content-Disposition"] = "inline"
    response["Accept-Ranges"] = "bytes"
    return response


def _wanted_range(request: HttpRequest, size: int, etag: str) -> range | None:
    """Return the bytes asked for: none is "all of them", an empty range can't be satisfied.

    One range only, as players ask (RFC 9110, section 14.2): all else is ignored, which the
    standard allows, and the whole file is the answer.
    """
    match = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if match is None or request.headers.get("If-Range", etag) != etag or match[0] == "bytes=-":
        return None
    first, last = match.groups()
    if not first:
        return range(max(size - int(last), 0), size)
    end = min(int(last), size - 1) if last else size - 1
    return None if last and int(last) < int(first) else range(int(first), end + 1)


def _partial(file: File[bytes], wanted: range, size: int) -> StreamingHttpResponse:
    response = StreamingHttpResponse(_read(file, wanted), status=206)
    response["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{size}"
    response["Content-Length"] = str(len(wanted))
    return response


def _read(file: File[bytes], wanted: range) -> Iterator[bytes]:
    with file:
        file.seek(wanted.start)
        left = len(wanted)
        while left > 0 and (chunk := file.read(min(CHUNK_BYTES, left))):
            left -= len(chunk)
            yield chunk
