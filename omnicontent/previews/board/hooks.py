"""Where the board stands in Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from omnicontent.previews.board.variant_page import show_variant
from omnicontent.previews.board.views import show_board, show_mock
from omnicontent.stories.models import CampaignPage

CAMPAIGN = "campaigns/<int:page_id>"
VARIANT = f"{CAMPAIGN}/variants/<int:variant_id>"


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Answer below the admin: its login guards the answers, and none of them may be cached."""
    return [
        path(f"{CAMPAIGN}/board/", show_board, name="campaign_board"),
        path(f"{VARIANT}/", show_variant, name="campaign_variant"),
        path(f"{VARIANT}/mock/", show_mock, name="campaign_mock"),
    ]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def lead_to_board(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a campaign's editor and from listings to its board."""
    if isinstance(page.specific_deferred, CampaignPage):
        yield Button(
            _("Board"),
            url=reverse("campaign_board", args=[page.pk]),
            icon_name="desktop",
            priority=12,
        )
