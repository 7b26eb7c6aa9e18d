"""The public page of a campaign is its live release, never Wagtail's latest published revision."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from omnicontent.releases.models import Variant
from omnicontent.releases.selectors import live_variant
from omnicontent.stories.models import CampaignPage


@hooks.register("before_serve_page", order=100)
def serve_live_release(
    page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Answer with the bytes that the live release holds for the page's language.

    Runs after Wagtail's own hooks, which refuse private pages and other methods.

    :raises Http404: the campaign shows nothing now.
    """
    if not isinstance(page, CampaignPage):
        return None
    variant = live_variant(
        page.translation_key, settings.CAMPAIGN_PAGE_CHANNEL, page.locale.language_code
    )
    if variant is None:
        raise Http404(_("This campaign has no live release."))
    return _respond(request, variant)


def _respond(request: HttpRequest, variant: Variant) -> HttpResponse:
    etag = f'"{variant.digest}"'
    whole = HttpResponse(bytes(variant.body or b""), content_type=variant.media_type)
    response = get_conditional_response(request, etag=etag, response=whole) or whole
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"  # kept, but asked about: a recall holds at once
    response["Content-Security-Policy"] = _content_security_policy()
    return response


def _content_security_policy() -> str:
    """Allow the payload its own styles and the service's files; no script, frame or form."""
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    files = f"'self' {base.scheme}://{base.netloc}"
    return (
        f"default-src 'none'; img-src {files} data:; media-src {files} data:; "
        "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )
