"""The tabs of the campaign editor: accessible as they are, by keyboard, and calm while they load."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.stories.models import CampaignPage
from tests.browser.editor import open_tab, preview
from tests.browser.marking import drag_over
from tests.services.chromium import SCREENSHOTS

pytestmark = pytest.mark.browser
TABS = ("Message", "Story", "Media", "Channels", "Promote")
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
  window.setTimeout(() => resolve(sum), 1000);
})"""


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [420, 1440])
def test_every_tab_is_accessible(editor: Page, scheme: Any, width: int) -> None:
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    editor.set_viewport_size({"width": width, "height": 900})
    SCREENSHOTS.mkdir(exist_ok=True)
    found = []
    for tab in TABS:
        open_tab(editor, tab)
        editor.screenshot(path=SCREENSHOTS / f"tab-{tab.lower()}-{scheme}-{width}.png")
        results = Axe().run(editor)
        found += [f"{tab}: {results.generate_report()}"] if results.violations_count else []
    assert not found, "\n".join(found)
