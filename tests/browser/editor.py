"""What a person does in the admin, by the names that a person sees."""

from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.looking import said
from tests.services.live import LiveService

PATIENCE_MS = 60_000
"""For what a build or a preview needs on a busy machine."""
BUILD_MS = 300_000


def log_in(page: Page, service: LiveService, username: str) -> None:
    """Log in with the demo's password."""
    page.goto(f"{service.url}/admin/login/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(f"demo-{username}-1")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{service.url}/admin/", timeout=PATIENCE_MS)


def open_campaign(page: Page, service: LiveService, title: str) -> None:
    """Open a campaign's editor through the list of campaigns."""
    page.get_by_role("link", name="Campaigns", exact=True).click()
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.locator("#page-edit-form")).to_be_visible(timeout=PATIENCE_MS)


def open_tab(page: Page, name: str) -> None:
    """Switch to one of the editor's tabs."""
    page.get_by_role("tab", name=name, exact=True).click()


def preview(page: Page, channel: str) -> FrameLocator:
    """Show a channel in the preview panel and return its frame, whichever is shown now."""
    toggle = page.get_by_role("button", name="Toggle preview")
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    frame = page.frame_locator("#w-preview-iframe")
    expect(frame.locator(".frame-head h1")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_label("Preview mode").select_option(channel)
    return frame


def publish(page: Page, language: str = "en") -> None:
    """Publish from the menu beside "Save draft"."""
    page.get_by_role("button", name=said(language, "More actions")).click()
    page.get_by_role("button", name=said(language, "Publish"), exact=True).click()
