"""One variant at its full size, beside what is live in its place."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from pydantic import ValidationError
from wagtail.admin.auth import permission_denied

from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from omnicontent.previews.board.live import Live, live_beside, variants_beside
from omnicontent.previews.board.views import board_url
from omnicontent.previews.builds import sentence
from omnicontent.previews.differences import Difference, find_difference
from omnicontent.previews.panels import campaign_for
from omnicontent.previews.sharing.permissions import may_share
from omnicontent.previews.sharing.rows import rows_of_comments
from omnicontent.previews.sharing.selectors import comments_on
from omnicontent.previews.variants import (
    content_of,
    name_channel,
    neighbors,
    payload_of,
    place_in_words,
    story_of,
    variant_of,
)
from omnicontent.previews.ways import campaign_url
from omnicontent.releases.approvals import approvals_of, name_of
from omnicontent.releases.models import PinnedStory, Release, Variant
from omnicontent.releases.progress import get_progress
from omnicontent.releases.sealing import is_altered
from omnicontent.releases.selectors import live_release
from omnicontent.stories.models import CampaignPage


def show_variant(request: HttpRequest, page_id: int, variant_id: int) -> HttpResponse:
    """Show a variant's mock, its difference to what is live, and what can be done with it."""
    page = campaign_for(request.user, page_id)
    if page is None:
        refusal: HttpResponse = permission_denied(request)
        return refusal
    variant = variant_of(page, variant_id)
    return TemplateResponse(
        request, "previews/board/variant.html", _context(request, page, variant)
    )


def _context(request: HttpRequest, page: CampaignPage, variant: Variant) -> dict[str, Any]:
    release, live = variant.release, _live(variant)
    said = comments_on(release.campaign, variant.channel, variant.locale)
    whole = variant.state == Variant.State.READY and not is_altered(variant)
    other = _live_variant(live.release, variant) if whole and live.differs(variant) else None
    previous, following = neighbors(release, variant)
    approval = approvals_of(release.campaign).of(variant) if whole else None
    return _heading(request, page, variant) | {
        "page": page,
        "variant": variant,
        "content": content_of(variant) if whole else None,
        "channel": all_channels().get(variant.channel),
        "whole": whole,
        "mock_url": reverse("campaign_mock", args=[page.pk, variant.pk]),
        "board_url": board_url(page, release),
        "sentence": sentence(get_progress(release)),
        "on_air": live.sentence(variant),
        "approval": approval,
        "approved_by": name_of(approval.approved_by) if approval else "",
        "live_number": live.release.number if live.release else None,
        "difference": _difference(other, variant) if other else None,
        "comments": rows_of_comments(said, variant),
        "may_share": may_share(request.user, page),
        "back_url": request.path,
        "previous": previous and _way(page, previous),
        "next": following and _way(page, following),
    }


def _heading(request: HttpRequest, page: CampaignPage, variant: Variant) -> dict[str, Any]:
    title = place_in_words(variant.channel, variant.locale)
    campaign = page.get_admin_display_title()
    return {
        "header_title": title,
        "page_title": f"{title}: {campaign}",
        "header_icon": "view",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": campaign_url(request.user, page), "label": campaign},
            {"url": board_url(page, variant.release), "label": _("Board")},
            {"url": "", "label": title},
        ],
    }


def _live(variant: Variant) -> Live:
    live = live_release(variant.release.campaign)
    beside = variants_beside(variant.release, live).filter(pk=variant.pk)
    return live_beside(list(beside), live)


def _live_variant(release: Release | None, variant: Variant) -> Variant | None:
    """Return what is live in the variant's place, if it can be read."""
    if release is None:
        return None
    found = release.variants.filter(channel=variant.channel, locale=variant.locale).first()
    return None if found is None or is_altered(found) else found


def _difference(live: Variant, variant: Variant) -> Difference:
    before, after = (payload_of(one, _story(one)) for one in (live, variant))
    return find_difference(before, after)


def _story(variant: Variant) -> Story | None:
    """Return what the variant tells; None where it can't be read any more: the mock says so."""
    try:
        return story_of(variant)
    except (ValidationError, PinnedStory.DoesNotExist):
        return None


def _way(page: CampaignPage, variant: Variant) -> dict[str, str]:
    url = reverse("campaign_variant", args=[page.pk, variant.pk])
    return {"name": name_channel(variant.channel), "url": url}
