"""The build bar as an editor meets it: it arrives, grows, finishes, and leads to the fault."""

from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.channels.registry import all_channels
from omnicontent.releases.models import Release, Variant
from omnicontent.stories.models import CampaignPage
from tests.browser.looking import LOOKS, axe_of, beginning, said, shoot, speak
from tests.previews.test_builds import go_live, make_release

pytestmark = pytest.mark.browser
MOVES = """(part) => {
  const { animationName, transitionDuration } = getComputedStyle(part);
  return animationName !== "none" || parseFloat(transitionDuration) > 0;
}"""
BUILT = "Release %(number)s is being built: %(ready)s of %(all)s variants are ready."
FITS = """(row) => {
  const name = row.querySelector("b");
  const oneLine = name.offsetHeight < 2 * parseFloat(getComputedStyle(name).lineHeight);
  return oneLine && row.scrollWidth <= row.clientWidth;
}"""
FAULT = {
    "code": "too_long",
    "message": "The message is too long.",
    "severity": "error",
    "field": "key_message",
    "channel": "sms",
    "locale": "en",
}


@pytest.mark.parametrize(("language", "share"), [("en", "78%"), ("fr", "78\u00a0%")])
def test_the_bar_follows_a_build_by_itself(
    editor: Page, live_server: LiveServer, campaign: CampaignPage, language: str, share: str
) -> None:
    speak(language)
    release = make_release(campaign)
    editor.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    bar = editor.get_by_role("region", name=said(language, "Release %(number)s", number=1))
    expect(bar).to_contain_text(said(language, BUILT, number=1, ready=1, all=2))
    meter = bar.get_by_role("progressbar")
    expect(meter).to_have_attribute("aria-valuenow", "78")
    expect(meter).to_have_attribute("aria-valuetext", share)
    assert bar.locator(".omni-build__percent").text_content() == share
    expect(bar.locator("[role=status]")).to_contain_text(
        said(language, BUILT, number=1, ready=1, all=2)
    )
    expect(bar.locator(".omni-build__row")).to_have_count(2)

    Variant.objects.filter(channel="tiktok").get().renditions.update(state="ready", progress=1)
    expect(bar).to_contain_text(said(language, BUILT, number=1, ready=2, all=2))
    go_live(release)
    expect(bar).to_have_attribute("data-state", "live")
    live = said(language, "Release %(number)s is live since %(live)s.", number=1, live="…")
    expect(bar.locator("[role=status]")).to_contain_text(beginning(live))
    expect(meter).to_be_hidden()

    toggle = bar.get_by_role("button", name=said(language, "Channels"))
    opened = toggle.get_attribute("aria-expanded")
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "false" if opened == "true" else "true")


@pytest.mark.parametrize("width", [420, 1500])
def test_every_channel_has_its_name_in_one_line_beside_three_languages(
    editor: Page, live_server: LiveServer, campaign: CampaignPage, width: int
) -> None:
    release = make_release(campaign)
    release.variants.all().delete()
    Variant.objects.bulk_create(
        Variant(release=release, channel=slug, locale=locale, state=Variant.State.WAITING)
        for slug in all_channels()
        for locale in ("de", "en", "fr")
    )
    editor.set_viewport_size({"width": width, "height": 950})
    editor.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    rows = editor.locator(".omni-build__row")
    expect(rows).to_have_count(len(all_channels()))
    shoot(editor, f"build-bar-{width}")
    assert [row.text_content() for row in rows.all() if not row.evaluate(FITS)] == []


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_the_bar_moves_only_for_who_wants_motion(
    editor: Page, live_server: LiveServer, campaign: CampaignPage, motion: Any, moves: bool
) -> None:
    make_release(campaign)
    editor.emulate_media(reduced_motion=motion)
    editor.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    bar = editor.get_by_role("region", name="Release 1")
    expect(bar.locator(".omni-build__row")).to_have_count(2)
    marks = ".omni-build__mark", ".omni-build__meter > span", ".omni-build__row > em"
    assert [bar.locator(mark).first.evaluate(MOVES) for mark in marks] == [moves] * 3


def test_the_bar_leads_to_the_fault(
    editor: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    go_live(make_release(campaign))
    make_release(campaign, number=2, state=Release.State.BLOCKED, issues=[FAULT])
    editor.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    bar = editor.get_by_role("region", name="Release 2")
    expect(bar).to_contain_text("Release 2 is blocked. Release 1 stays live.")
    expect(bar).to_contain_text("The message is too long.")
    axe_of(editor, ".omni-build")
    bar.get_by_role("link", name="Go to “Key message”").click()
    expect(editor.locator("#id_key_message")).to_be_focused()


def test_a_link_out_of_the_preview_leads_to_the_field(
    editor: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    editor.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/#id_promo_code")
    expect(editor.locator("#id_promo_code")).to_be_focused()
    editor.evaluate("location.hash = '#id_headline'")
    expect(editor.locator("#id_headline")).to_be_focused()


def test_pages_without_releases_have_no_bar(
    editor: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    with editor.expect_response(lambda answer: answer.url.endswith("/build/")) as answered:
        editor.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    assert answered.value.status == 204
    expect(editor.locator(".omni-build")).to_have_count(0)


def test_the_dashboard_is_accessible(
    member: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    make_release(campaign, starts_at=timezone.now())
    member.goto(f"{live_server.url}/admin/")
    expect(member.get_by_role("link", name=campaign.title, exact=True)).to_be_visible()
    for scheme, language in LOOKS:
        member.emulate_media(color_scheme=scheme)
        speak(language)
        member.reload()
        axe_of(member, ".omni-releases")
        shoot(member, f"dashboard-{scheme}-{language}")
