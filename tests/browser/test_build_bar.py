"""The build bar as an editor meets it: it arrives, grows, finishes, and leads to the fault."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.releases.models import Release, Variant
from omnicontent.stories.models import CampaignPage
from tests.browser.looking import LOOKS, axe_of, shoot, speak
from tests.previews.test_builds import go_live, make_release

pytestmark = pytest.mark.browser
FAULT = {
    "code": "too_long",
    "message": "The message is too long.",
    "severity": "error",
    "field": "key_message",
    "channel": "sms",
    "locale": "en",
}


def test_the_bar_follows_a_build_by_itself(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    release = make_release(campaign)
    admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    bar = admin.get_by_role("region", name="Release 1")
    expect(bar).to_contain_text("1 of 2 variants are ready")
    expect(bar.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "78")
    expect(bar.locator("[role=status]")).to_contain_text("Release 1 is being built")
    expect(bar.locator(".omni-build__row")).to_have_count(2)

    Variant.objects.filter(channel="tiktok").get().renditions.update(state="ready", progress=1)
    expect(bar).to_contain_text("2 of 2 variants are ready")
    go_live(release)
    expect(bar).to_have_attribute("data-state", "live")
    expect(bar.locator("[role=status]")).to_contain_text("Release 1 is live")
    expect(bar.get_by_role("progressbar")).to_be_hidden()

    toggle = bar.get_by_role("button", name="Channels")
    opened = toggle.get_attribute("aria-expanded")
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "false" if opened == "true" else "true")


def test_the_bar_leads_to_the_fault(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    go_live(make_release(campaign))
    make_release(campaign, number=2, state=Release.State.BLOCKED, issues=[FAULT])
    admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    bar = admin.get_by_role("region", name="Release 2")
    expect(bar).to_contain_text("Release 2 is blocked. Release 1 stays live.")
    expect(bar).to_contain_text("The message is too long.")
    axe_of(admin, ".omni-build")
    bar.get_by_role("link", name="Go to “Key message”").click()
    expect(admin.locator("#id_key_message")).to_be_focused()


def test_a_link_out_of_the_preview_leads_to_the_field(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/#id_promo_code")
    expect(admin.locator("#id_promo_code")).to_be_focused()
    admin.evaluate("location.hash = '#id_headline'")
    expect(admin.locator("#id_headline")).to_be_focused()


def test_pages_without_releases_have_no_bar(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    with admin.expect_response(lambda answer: answer.url.endswith("/build/")) as answered:
        admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    assert answered.value.status == 204
    expect(admin.locator(".omni-build")).to_have_count(0)


def test_the_dashboard_is_accessible(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    make_release(campaign, starts_at=timezone.now())
    admin.goto(f"{live_server.url}/admin/")
    expect(admin.get_by_role("link", name=campaign.title, exact=True)).to_be_visible()
    for scheme, language in LOOKS:
        admin.emulate_media(color_scheme=scheme)
        speak(language)
        admin.reload()
        axe_of(admin, ".omni-releases")
        shoot(admin, f"dashboard-{scheme}-{language}")
