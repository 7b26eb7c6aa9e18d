"""The board's addresses: the wall of mocks, and one mock of a stored variant."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from wagtail.admin.auth import permission_denied

from omnicontent.previews.board.filters import BoardFilters
from omnicontent.previews.board.live import (
    COMMENTS_ON_ALL,
    live_among,
    live_beside,
    variants_beside,
)
from omnicontent.previews.board.tiles import Told, by_network, tiles_of
from omnicontent.previews.builds import whole_sentence
from omnicontent.previews.panels import campaign_for
from omnicontent.previews.sharing.permissions import may_share
from omnicontent.previews.variants import variant_of
from omnicontent.previews.views import draw_stored
from omnicontent.previews.ways import campaign_url
from omnicontent.releases.approvals import approvals_of, waits_for_approval
from omnicontent.releases.models import Release
from omnicontent.releases.progress import get_progress
from omnicontent.stories.models import CampaignPage

RELEASES_OFFERED = 20
MOST_DIGITS = 9


def show_board(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show a release of the campaign on all its channels: the newest, or the one asked for."""
    page = campaign_for(request.user, page_id)
    if page is None:
        refusal: HttpResponse = permission_denied(request)
        return refusal
    releases = _releases(page)
    release = _chosen(page, releases, request.GET.get("release", ""))
    context = _frame(request, page) | {"releases": releases, "release": release, "page": page}
    if release is not None:
        context |= _wall(request, page, releases, release, may_edit=context["may_edit"])
    return TemplateResponse(request, "previews/board/board.html", context)


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


def board_url(page: CampaignPage, release: Release) -> str:
    """Return where a release of the campaign is on the board."""
    return f"{reverse('campaign_board', args=[page.pk])}?release={release.number}"


def _releases(page: CampaignPage) -> list[Release]:
    found = Release.objects.filter(campaign=page.translation_key)
    return list(found.select_related("live_pointer").order_by("-number")[:RELEASES_OFFERED])


def _chosen(page: CampaignPage, releases: list[Release], number: str) -> Release | None:
    """Return the release asked for, the newest where there is none; it joins those offered."""
    if not number.isdecimal() or len(number) > MOST_DIGITS:
        return releases[0] if releases else None
    offered = (one for one in releases if one.number == int(number))
    older = Release.objects.filter(campaign=page.translation_key, number=int(number))
    asked = next(offered, None) or older.first()
    if asked is not None and asked not in releases:
        releases.append(asked)
    return asked or (releases[0] if releases else None)


def _wall(
    request: HttpRequest,
    page: CampaignPage,
    releases: list[Release],
    release: Release,
    *,
    may_edit: bool,
) -> dict[str, Any]:
    live = live_among(releases)
    variants = list(variants_beside(release, live))
    build = get_progress(release, variants)
    told = Told(page.pk, approvals_of(release.campaign), live_beside(variants, live), may_edit)
    tiles = tiles_of(build, told)
    wish = request.GET.copy()
    wish.setdefault("locale", page.locale.language_code)
    filters = BoardFilters(tiles, wish)
    shown = filters.shown()
    return {
        "may_share": may_share(request.user, page),
        "waits_for_approval": waits_for_approval(release),
        "sentence": whole_sentence(build, live),
        "percent": round(100 * build.share),
        "busy": not build.is_over,
        "comments_on_all": getattr(variants[0], COMMENTS_ON_ALL) if variants else 0,
        "filters": filters,
        "shown": len(shown),
        "all": len(tiles),
        "networks": by_network(shown),
    }


def _frame(request: HttpRequest, page: CampaignPage) -> dict[str, Any]:
    heading = _("Board of “%(title)s”") % {"title": page.get_admin_display_title()}
    back_url = campaign_url(request.user, page)
    return {
        "header_title": heading,
        "page_title": heading,
        "header_icon": "desktop",
        "back_url": back_url,
        "may_edit": page.permissions_for_user(request.user).can_edit(),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": back_url, "label": page.get_admin_display_title()},
            {"url": "", "label": heading},
        ],
    }
