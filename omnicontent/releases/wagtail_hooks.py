"""The public page of a campaign is its live release, never Wagtail's latest published revision."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from omnicontent.releases import rules_admin, wagtail_log  # noqa: F401 - they register themselves
from omnicontent.releases.errors import AlteredVariantError
from omnicontent.releases.models import PinnedStory, Variant
from omnicontent.releases.sealing import require_unaltered
from omnicontent.releases.selectors import live_releases, live_variant
from omnicontent.stories.models import CampaignPage

ServePage = Callable[[Page, HttpRequest, list[Any], dict[str, Any]], HttpResponse]


@hooks.register("on_serve_page", order=100)
def serve_live_release(serve_page: ServePage) -> ServePage:
    """Answer for campaigns with what is live, after Wagtail has refused private pages."""

    def serve(
        page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse:
        if not isinstance(page, CampaignPage):
            return serve_page(page, request, args, kwargs)
        variant = live_variant(
            page.translation_key, settings.CAMPAIGN_PAGE_CHANNEL, page.locale.language_code
        )
        if variant is None:
            raise Http404(_("This campaign has no live release."))
        try:
            return _respond(request, require_unaltered(variant))
        except AlteredVariantError:
            return _refuse()

    return serve


@hooks.register("list_shown_campaigns")
def list_shown_campaigns(index: Page) -> list[dict[str, str]]:
    """Return headline and address of the index's campaigns as their live releases say them."""
    pages = CampaignPage.objects.child_of(index).values("pk")
    pinned = PinnedStory.objects.filter(release__in=live_releases(), page_id__in=pages)
    stories = pinned.order_by("-release__live_at").values_list("story", flat=True)
    return [{"headline": story["headline"], "url": story["url"]} for story in stories]


def _respond(request: HttpRequest, variant: Variant) -> HttpResponse:
    etag = f'"{variant.digest}"'
    whole = HttpResponse(bytes(variant.body or b""), content_type=variant.media_type)
    response = get_conditional_response(request, etag=etag, response=whole) or whole
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"  # kept, but asked about: a recall holds at once
    response["Content-Security-Policy"] = _content_security_policy()
    return response


def _refuse() -> HttpResponse:
    words = _("This page can't be shown: it is not what was published. Please come back later.")
    response = HttpResponse(words, status=500, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def _content_security_policy() -> str:
    """Allow the payload its own styles and the service's files; no script, frame or form."""
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    files = f"'self' {base.scheme}://{base.netloc}"
    return (
        f"default-src 'none'; img-src {files} data:; media-src {files} data:; "
        "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )
