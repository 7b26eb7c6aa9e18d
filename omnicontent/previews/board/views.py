"""The board's addresses: the wall of mocks, and one mock of a stored variant."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from wagtail.admin.auth import permission_denied

from omnicontent.previews.board.filters import BoardFilters
from omnicontent.previews.board.live import live_among, live_beside, variants_beside
from omnicontent.previews.board.tiles import Told, by_network, tiles_of
from omnicontent.previews.builds import sentence
from omnicontent.previews.panels import campaign_for
from omnicontent.previews.views import draw_stored
from omnicontent.releases.approvals import approvals_of, waits_for_approval
from omnicontent.releases.models import Release, Variant
from omnicontent.releases.progress import get_progress
from omnicontent.stories.models import CampaignPage

RELEASES_OFFERED = 20


def show_board(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show a release of the campaign on all its channels: the newest, or the one asked for."""
    page = campaign_for(request.user, page_id)
    if page is None:
        refusal: HttpResponse = permission_denied(request)
        return refusal
    releases = _releases(page)
    release = _chosen(releases, request.GET.get("release", ""))
    context = _frame(page) | {"releases": releases, "release": release, "page": page}
    if release is not None:
        context |= _wall(request, page, releases, release)
    response = TemplateResponse(request, "previews/board/board.html", context)
    patch_cache_control(response, private=True, no_store=True)
    return response


@xframe_options_sameorigin
def show_mock(request: HttpRequest, page_id: int, variant_id: int) -> HttpResponse:
    """Draw a stored variant inside the mock of its surface; ``?bare`` leaves out all beside it.

    :raises Http404: the campaign has no such variant.
    """
    page = campaign_for(request.user, page_id)
    if page is None:
        refusal: HttpResponse = permission_denied(request)
        return refusal
    variant = variant_of(page, variant_id)
    return draw_stored(request, page, variant, bare="bare" in request.GET)


def variant_of(page: CampaignPage, variant_id: int) -> Variant:
    """Return the campaign's variant with this id.

    :raises Http404: there is none, or it is another campaign's.
    """
    found = Variant.objects.select_related("release").filter(pk=variant_id)
    variant = found.filter(release__campaign=page.translation_key).first()
    if variant is None:
        raise Http404
    return variant


def board_url(page: CampaignPage, release: Release) -> str:
    """Return where a release of the campaign is on the board."""
    return f"{reverse('campaign_board', args=[page.pk])}?release={release.number}"


def _releases(page: CampaignPage) -> list[Release]:
    found = Release.objects.filter(campaign=page.translation_key)
    return list(found.select_related("live_pointer").order_by("-number")[:RELEASES_OFFERED])


def _chosen(releases: list[Release], number: str) -> Release | None:
    asked = (one for one in releases if str(one.number) == number)
    return next(asked, releases[0] if releases else None)


def _wall(
    request: HttpRequest, page: CampaignPage, releases: list[Release], release: Release
) -> dict[str, Any]:
    live = live_among(releases)
    variants = list(variants_beside(release, live))
    build = get_progress(release, variants)
    told = Told(page.pk, approvals_of(release.campaign), live_beside(variants, live))
    tiles = tiles_of(build, told)
    wish = request.GET.copy()
    wish.setdefault("locale", page.locale.language_code)
    filters = BoardFilters(tiles, wish)
    shown = filters.shown()
    return {
        "waits_for_approval": waits_for_approval(release),
        "sentence": sentence(build),
        "percent": round(100 * build.share),
        "busy": not build.is_over,
        "filters": filters,
        "shown": len(shown),
        "all": len(tiles),
        "networks": by_network(shown),
    }


def _frame(page: CampaignPage) -> dict[str, Any]:
    heading = _("Board of “%(title)s”") % {"title": page.get_admin_display_title()}
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return {
        "header_title": heading,
        "page_title": heading,
        "header_icon": "desktop",
        "edit_url": edit_url,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": edit_url, "label": page.get_admin_display_title()},
            {"url": "", "label": heading},
        ],
    }
