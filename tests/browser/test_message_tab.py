"""The Message tab as an editor meets it: whole days, lists of facts, campaigns that disagree."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.message.kinds.plug_ins import registered
from omnicontent.stories.models import CampaignPage
from tests.browser.looking import axe_of, shoot
from tests.stories.making import make_campaign
from tests.stories.ratings import RatingKind

pytestmark = pytest.mark.browser
TAB = "#tab-message"
FULL = {
    "offer_type": "percent",
    "offer_value": Decimal(20),
    "place_name": "The shop",
    "place_hours": [
        ("hours", {"first": "monday", "last": "friday", "opens": "09:00", "closes": "18:00"})
    ],
    "further_places": [("place", {"name": "The barn", "address": "", "hours": []})],
    "products": [("product", {"name": "Tulip", "reference": "T-1"})],
    "more_facts": [
        ("fact", {"kind": "rating", "details": [{"name": "stars", "value": "4"}]}),
    ],
}


def test_every_fact_and_the_note_on_other_campaigns_are_accessible(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    admin.emulate_media(reduced_motion="reduce")
    make_campaign(campaign.get_parent(), title="Cherries", **{**FULL, "live": True})
    page = make_campaign(
        campaign.get_parent(), title="Plums", **FULL | {"offer_value": Decimal(30), "live": True}
    )
    page.save_revision()
    with registered(RatingKind()):
        admin.goto(f"{live_server.url}/admin/pages/{page.pk}/edit/")
        note = admin.get_by_role("row").filter(has_text="Cherries")
        expect(note).to_contain_text("20% off")
        closed = admin.locator(f"{TAB} [data-panel-toggle][aria-expanded=false]")
        while closed.count():
            closed.first.click()
        for scheme in ("light", "dark"):
            admin.emulate_media(color_scheme=scheme)
            axe_of(admin, TAB)
            shoot(admin, f"facts-{scheme}")
        note.get_by_role("link", name="Cherries").click()
        expect(admin.get_by_role("row").filter(has_text="Plums")).to_contain_text("30% off")


def test_an_hour_may_be_left_out(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    end = admin.get_by_label("Ends")
    end.fill("2031-12-31")
    end.press("Tab")
    expect(end).to_have_value("2031-12-31")
    admin.get_by_label("Starts").fill("")
    with admin.expect_navigation():
        admin.get_by_role("button", name="Save draft").click()
    expect(admin.get_by_label("Ends")).to_have_value("2031-12-31")
