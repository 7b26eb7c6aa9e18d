"""The board as a marketer meets it: it fills by itself, is filtered, and leads to each variant."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.releases.models import Release
from omnicontent.releases.services import roll_back, take_down
from omnicontent.stories.models import CampaignPage
from tests.browser.looking import SHIFTS, axe_of, beginning, said, shoot, speak
from tests.releases.campaigns import (
    make_campaign,
    make_image,
    make_video,
    publish,
    run_all_waiting,
)
from tests.walks import SCREENS, walk

pytestmark = pytest.mark.browser
BUILT = "Release %(number)s is being built: %(ready)s of %(all)s variants are ready."
BESIDE = [(1440, ("light", "en")), (420, ("dark", "fr"))]
IDLE_MS = 20_000
"""A board on which nothing is built asks every ten seconds."""


@pytest.fixture
def cherries(transactional_db: None) -> CampaignPage:
    """A campaign that goes to three channels, one with a picture."""
    return make_campaign(["sms", "x", "web"], hero_image=make_image(), hero_image_alt="Red")


def open_board(page: Page, live_server: LiveServer, campaign: CampaignPage) -> Page:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{live_server.url}/admin/campaigns/{campaign.pk}/board/")
    return page


def tile(page: Page, place: str) -> Locator:
    return page.locator(f".omni-tile[data-place='{place}']")


@pytest.mark.parametrize("language", walk(["en", "fr"], here=["en"]))
def test_the_board_fills_by_itself(
    marketer: Page, live_server: LiveServer, cherries: CampaignPage, language: str
) -> None:
    speak(language)
    publish(cherries)
    marketer.clock.install()
    board = open_board(marketer, live_server, cherries)
    sms = tile(board, "sms en")
    sentence = board.locator(".omni-board__sentence")
    progress = board.get_by_role(
        "progressbar", name=said(language, "Progress of release %(number)s", number=1)
    )
    expect(sms).to_contain_text(said(language, "Not built yet"))
    expect(progress).to_be_visible()
    board.evaluate("window.stayed = true")

    run_all_waiting()
    expect(sms.locator(".omni-tile__state")).to_have_text(said(language, "live"))
    live = said(language, "Release %(number)s is live since %(live)s.", number=1, live="…")
    expect(sentence).to_contain_text(beginning(live))
    expect(progress).to_be_hidden()
    expect(sms).to_contain_text(said(language, "Live."))
    expect(sms.locator("code")).to_be_visible()
    mock = sms.frame_locator("iframe")
    expect(mock.locator(".sms-bubble")).to_contain_text("Cherries are ripe")

    publish(CampaignPage.objects.get(pk=cherries.pk), headline="Cherries are sweet")
    built = said(language, BUILT, number=2, ready=0, all=3)
    board.clock.fast_forward(IDLE_MS)
    expect(sentence).to_contain_text(built)
    run_all_waiting()
    live = said(language, "Release %(number)s is live since %(live)s.", number=2, live="…")
    expect(sentence).to_contain_text(beginning(live))
    expect(mock.locator(".sms-bubble")).to_contain_text("Cherries are sweet")
    assert board.evaluate("window.stayed")


def test_a_recalled_board_stays_recalled(
    marketer: Page, live_server: LiveServer, cherries: CampaignPage
) -> None:
    publish(cherries)
    run_all_waiting()
    take_down(campaign=cherries.translation_key, state=Release.State.RECALLED)
    with marketer.expect_response(lambda answer: answer.url.endswith("/build/")):
        board = open_board(marketer, live_server, cherries)
    expect(tile(board, "sms en").locator(".omni-tile__state")).to_have_text("recalled")
    expect(board.locator(".omni-board__sentence")).to_contain_text("Nothing is live.")


def test_a_tile_leads_to_its_variant_and_on(
    member: Page, live_server: LiveServer, cherries: CampaignPage
) -> None:
    publish(cherries)
    run_all_waiting()
    member.goto(f"{live_server.url}/admin/")
    member.get_by_role("link", name="Board of “Cherries are ripe”").click()
    expect(member.get_by_role("heading", name="Board of “Cherries are ripe”")).to_be_visible()
    member.get_by_label("Channel").select_option(label="SMS")
    member.get_by_role("button", name="Show").click()
    expect(member.locator(".omni-tile")).to_have_count(1)
    expect(member.get_by_text("1 of 3 variants")).to_be_visible()

    member.get_by_role("link", name="SMS", exact=True).press("Enter")
    frame = member.locator(".omni-variant__frame iframe")
    expect(frame.content_frame.locator(".sms-bubble")).to_contain_text("Cherries are ripe")
    member.get_by_role("radio", name="Phone").check()
    assert frame.evaluate("(frame) => frame.clientWidth") <= 390
    member.locator("a[rel=next]").click()
    expect(member.locator("a[rel=prev]")).to_have_text("SMS")
    member.get_by_role("link", name="Back to the board").click()
    expect(member.locator(".omni-tile")).to_have_count(3)


def test_an_editor_finds_the_board_beside_the_form(
    editor: Page, live_server: LiveServer, cherries: CampaignPage
) -> None:
    publish(cherries)
    run_all_waiting()
    editor.goto(f"{live_server.url}/admin/pages/{cherries.pk}/edit/")
    editor.get_by_role("link", name="Board", exact=True).click()
    expect(editor.get_by_role("heading", name="Board of “Cherries are ripe”")).to_be_visible()


def test_what_is_live_lies_under_what_is_new(
    marketer: Page, live_server: LiveServer, cherries: CampaignPage
) -> None:
    publish(cherries)
    run_all_waiting()
    publish(
        CampaignPage.objects.get(pk=cherries.pk),
        headline="Cherries are sweet",
        hero_image=make_image(1000, 700),
    )
    run_all_waiting()
    roll_back(release=Release.objects.get(number=1))
    variant = Release.objects.get(number=2).variants.get(channel="x")
    marketer.goto(f"{live_server.url}/admin/campaigns/{cherries.pk}/variants/{variant.pk}/")
    slider = marketer.get_by_label("How much is shown of the picture before").first
    after = marketer.locator(".omni-compare__after").first
    slider.focus()
    for key in ("Home", "End"):
        slider.press(key)
        share = "0%" if key == "Home" else "100%"
        expect(after).to_have_css("clip-path", f"inset(0px 0px 0px {share})")
    expect(marketer.locator("ins", has_text="sweet").first).to_be_visible()
    shoot(marketer, "variant-before-after")
    axe_of(marketer)


@pytest.mark.parametrize(("width", "look"), walk(BESIDE, here=BESIDE[:1]))
def test_films_and_printed_pages_stand_beside_what_is_new(
    admin: Page, live_server: LiveServer, transactional_db: None, width: int, look: Any
) -> None:
    scheme, language = look
    masters = {"hero_image": make_image(), "hero_image_alt": "Red", "hero_video": make_video(2)}
    campaign = make_campaign(["youtube", "print-poster"], **masters)
    publish(campaign)
    run_all_waiting()
    publish(campaign, hero_image=make_image(1000, 700), hero_video=make_video(3))
    run_all_waiting()
    roll_back(release=Release.objects.get(number=1))
    speak(language)
    admin.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    admin.set_viewport_size({"width": width, "height": 1000})
    for slug, seen in (("youtube", "video"), ("print-poster", ".poster")):
        variant = Release.objects.get(number=2).variants.get(channel=slug)
        admin.goto(f"{live_server.url}/admin/campaigns/{campaign.pk}/variants/{variant.pk}/")
        sides = admin.locator(f".omni-beside figure:has({seen})")
        expect(sides).to_have_count(2)
        names = ["Before", "After"] if language == "en" else ["Avant", "Après"]
        expect(sides.locator("figcaption")).to_have_text(names)
        before, after = (one.bounding_box() for one in sides.all())
        if width == 420:
            assert after["y"] >= before["y"] + before["height"]
        else:
            assert (after["y"], after["x"] > before["x"]) == (before["y"], True)
        assert admin.evaluate("document.documentElement.scrollWidth") <= width
        admin.wait_for_load_state("networkidle")
        sides.first.scroll_into_view_if_needed()
        shoot(admin, f"variant-beside-{slug}-{width}")
        axe_of(admin, ".omni-board")


@pytest.mark.parametrize(("width", "scheme"), walk(SCREENS, here=[(1440, "dark")]))
def test_the_board_is_accessible_and_holds_still(
    marketer: Page, live_server: LiveServer, cherries: CampaignPage, scheme: Any, width: int
) -> None:
    publish(cherries)
    run_all_waiting()
    marketer.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    marketer.set_viewport_size({"width": width, "height": 1200})
    marketer.goto(f"{live_server.url}/admin/campaigns/{cherries.pk}/board/")
    marketer.wait_for_load_state("networkidle")
    assert marketer.evaluate(SHIFTS) < 0.01
    shoot(marketer, f"board-{scheme}-{width}")
    axe_of(marketer)
    assert marketer.evaluate("document.documentElement.scrollWidth") <= width
    marketer.locator(".omni-tile h2 a").first.click()
    expect(marketer.locator(".omni-variant")).to_be_visible()
    axe_of(marketer)
    assert marketer.evaluate("document.documentElement.scrollWidth") <= width


def test_a_french_marketer_has_the_same(
    marketer: Page, live_server: LiveServer, cherries: CampaignPage
) -> None:
    publish(cherries)
    run_all_waiting()
    speak("fr")
    board = open_board(marketer, live_server, cherries)
    expect(
        board.get_by_role("heading", name="Tableau de «\u00a0Cherries are ripe\u00a0»")
    ).to_be_visible()
    expect(board.get_by_role("button", name="Afficher", exact=True)).to_be_visible()
    expect(tile(board, "sms en").locator(".omni-tile__state")).to_have_text("en ligne")
    axe_of(board)
    shoot(board, "board-fr")
    board.locator(".omni-tile h2 a").first.click()
    expect(board.get_by_role("link", name="Retour au tableau")).to_be_visible()
    axe_of(board)
    shoot(board, "variant-fr")
