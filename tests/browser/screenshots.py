"""The pictures of README and docs, taken from the running demo: ``make screenshots``.

Not collected as a test; it writes into ``docs/images``.
"""

from playwright.sync_api import Page, expect

from tests.browser.editor import PATIENCE_MS, log_in, open_campaign, open_tab, preview
from tests.services import database
from tests.services.live import LiveService

IMAGES = database.ROOT / "docs" / "images"


def test_editor(page: Page, live_service: LiveService) -> None:
    page.set_viewport_size({"width": 1600, "height": 1000})
    log_in(page, live_service, "editor")
    open_campaign(page, live_service, "Wake the meadow")
    open_tab(page, "Story")
    frame = preview(page, "instagram-feed")
    expect(frame.locator(".frame-head h1")).to_have_text("Instagram feed", timeout=PATIENCE_MS)
    page.wait_for_timeout(2000)  # pictures inside the frame
    page.screenshot(path=IMAGES / "editor.png")


def test_board(page: Page, live_service: LiveService) -> None:
    page.set_viewport_size({"width": 1600, "height": 1100})
    log_in(page, live_service, "marketer")
    page.goto(f"{live_service.url}/admin/")
    page.get_by_role("link", name="Board of “Wake the meadow”").click()
    expect(page.locator(".omni-tile").first).to_be_visible()
    page.wait_for_timeout(5000)  # films go on loading, so the network is never idle
    page.screenshot(path=IMAGES / "board.jpg", type="jpeg", quality=80)


def test_picture_editor(page: Page, live_service: LiveService) -> None:
    editor = open_medium(page, live_service, "Crop and mark")
    expect(editor.locator(".omni-frame__window img[src]").first).to_be_visible()
    editor.wait_for_load_state("networkidle")
    editor.screenshot(path=IMAGES / "picture-editor.jpg", type="jpeg", quality=80)


def test_film_editor(page: Page, live_service: LiveService) -> None:
    editor = open_medium(page, live_service, "Windows, cut and cover")
    expect(editor.locator(".omni-box--window")).to_be_visible()
    editor.wait_for_function("document.querySelector('video').readyState > 1")
    editor.screenshot(path=IMAGES / "film-editor.jpg", type="jpeg", quality=80)


def open_medium(page: Page, live_service: LiveService, link: str) -> Page:
    """Open the hero picture's or film's editor, in a tab of its own as editors do."""
    log_in(page, live_service, "editor")
    open_campaign(page, live_service, "Wake the meadow")
    open_tab(page, "Media")
    with page.expect_popup() as opened:
        page.get_by_role("link", name=link).click()
    return opened.value


def test_calendar(page: Page, live_service: LiveService) -> None:
    page.set_viewport_size({"width": 1500, "height": 900})
    log_in(page, live_service, "marketer")
    page.get_by_role("link", name="Calendar", exact=True).click()
    expect(page.get_by_role("table")).to_be_visible()
    page.screenshot(path=IMAGES / "calendar.jpg", type="jpeg", quality=80)


def test_campaign_page(page: Page, live_service: LiveService) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{live_service.url}/en/wake-the-meadow/")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / "campaign-page.jpg", type="jpeg", quality=80)
