"""The tabs of the campaign editor: accessible, reached by keyboard, calm while they load."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.channels.registry import all_channels
from omnicontent.stories.models import CampaignPage, MasterImage
from tests.browser.editor import open_tab, preview
from tests.browser.looking import axe_of, shift_when_released, shoot, speak
from tests.stories.making import make_picture
from tests.walks import walk

pytestmark = pytest.mark.browser
TABS = ("Message", "Story", "Media", "Channels", "Promote")
EDITOR_LOOKS = [
    *((420, "light", "en"), (420, "dark", "fr")),
    *((1440, "light", "fr"), (1440, "dark", "en")),
]
WITH_MEDIA = ("email", "instagram-feed", "print-poster", "tiktok", "web")
"""A mail, pictures, a printed page, a film and a page: what moves elsewhere moves there."""


@pytest.fixture
def editor(admin: Page, live_server: LiveServer, campaign: CampaignPage) -> Page:
    """The campaign's editor, with own words for one channel."""
    words = {"channel": "sms", "part": "text", "text": "Tulips! Code TULIP30. STOP"}
    campaign.own_words = [("words", words)]
    campaign.save_revision()
    admin.emulate_media(reduced_motion="reduce")
    admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/")
    expect(admin.locator(".omni-count")).not_to_have_count(0)
    return admin


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    walk(EDITOR_LOOKS, here=[(420, "dark", "fr")]),
)
def test_every_tab_is_accessible(editor: Page, scheme: Any, width: int, language: str) -> None:
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    editor.set_viewport_size({"width": width, "height": 900})
    speak(language)
    editor.reload()
    expect(editor.locator("html")).to_have_attribute("lang", language)
    expect(editor.locator(".omni-count")).not_to_have_count(0)
    for number, tab in enumerate(TABS):
        editor.get_by_role("tab").nth(number).click()
        shoot(editor, f"tab-{tab.lower()}-{width}-{scheme}-{language}")
        axe_of(editor)


@pytest.mark.parametrize(
    ("link", "there"), [("Crop and mark", "Tulip"), ("Windows, cut and cover", "Film")]
)
def test_one_click_leads_to_the_crops_and_windows_and_leaves_unsaved_words_alone(
    editor: Page, link: str, there: str
) -> None:
    open_tab(editor, "Story")
    editor.locator("#id_headline").fill("Not saved yet")
    open_tab(editor, "Media")
    with editor.expect_popup() as opened:
        editor.get_by_role("link", name=link).press("Enter")
    expect(opened.value.get_by_label("Title")).to_have_value(there)
    expect(opened.value.locator(".omni-marks, .omni-film").first).to_be_visible()
    opened.value.close()
    open_tab(editor, "Story")
    expect(editor.locator("#id_headline")).to_have_value("Not saved yet")


def test_a_picture_chosen_anew_is_the_one_that_is_cropped(
    editor: Page, live_server: LiveServer
) -> None:
    lily = make_picture("lily.png")
    MasterImage.objects.filter(pk=lily.pk).update(title="Lily")
    open_tab(editor, "Media")
    chooser = editor.locator("#id_hero_image-chooser")
    chooser.get_by_role("button", name="Actions").click()
    editor.get_by_role("button", name="Change image").click()
    editor.get_by_role("link", name="Lily").click()
    link = chooser.get_by_role("link", name="Crop and mark")
    expect(link).to_have_attribute("href", f"/admin/images/{lily.pk}/")


def test_the_preview_follows_a_crop_that_was_made_in_another_tab(
    editor: Page, campaign: CampaignPage
) -> None:
    frame = preview(editor, "instagram-feed")
    expect(frame.locator(".frame-head h1")).to_have_text("Instagram feed")
    open_tab(editor, "Media")
    with editor.expect_popup() as opened:
        editor.get_by_role("link", name="Crop and mark").click()
    opened.value.close()
    asked = lambda answer: "/edit/preview/" in answer.url and answer.request.method == "GET"  # noqa: E731
    with editor.expect_response(asked):  # headless tabs are never hidden: say that one came back
        editor.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_every_tab_and_its_first_field_are_reached_by_keyboard(editor: Page) -> None:
    first = editor.get_by_role("tab", name=TABS[0])
    first.focus()
    for tab in TABS[1:]:
        editor.keyboard.press("ArrowRight")
        here = editor.get_by_role("tab", name=tab)
        expect(here).to_be_focused()
        editor.keyboard.press("Enter")
        expect(editor.locator(f"#tab-{tab.lower()}")).to_be_visible()  # it comes after its tab
        editor.keyboard.press("Tab")
        inside = f"document.activeElement.closest('#tab-{tab.lower()}') !== null"
        editor.wait_for_function(inside)
        here.focus()


def test_every_control_of_own_words_is_reached_by_tab(editor: Page) -> None:
    open_tab(editor, "Channels")
    editor.locator("select[name$='-value-channel']").focus()
    reached = []
    for _ in range(12):
        editor.keyboard.press("Tab")
        reached.append(editor.evaluate("document.activeElement.textContent.trim()"))
    assert "What the campaign would say" in reached
    assert "Reset to the campaign's words" in reached


@pytest.mark.parametrize("slug", walk(sorted(all_channels()), here=WITH_MEDIA))
def test_nothing_shifts_in_a_preview_while_its_pictures_load(
    admin: Page, live_server: LiveServer, campaign: CampaignPage, slug: str
) -> None:
    admin.set_viewport_size({"width": 420, "height": 1200})
    held: list[Route] = []
    admin.route("**/media/**", lambda route: held.append(route))
    admin.goto(
        f"{live_server.url}/admin/pages/{campaign.pk}/view_draft/?mode={slug}",
        wait_until="domcontentloaded",
    )
    assert shift_when_released(admin, held) == 0


def test_nothing_shifts_in_the_media_tab_while_pictures_load(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    held: list[Route] = []
    admin.route("**/media/**", lambda route: held.append(route))
    admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/edit/", wait_until="domcontentloaded")
    open_tab(admin, "Media")
    assert shift_when_released(admin, held) == 0


def test_nothing_shifts_in_the_picture_editor_while_the_picture_loads(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    held: list[Route] = []
    admin.route("**/media/**", lambda route: held.append(route))
    admin.goto(
        f"{live_server.url}/admin/images/{campaign.hero_image_id}/",
        wait_until="domcontentloaded",
    )
    expect(admin.locator(".omni-frame__window img[src]").first).to_be_attached()
    assert shift_when_released(admin, held) == 0
