"""Every mock in a real browser: accessible, no wider than its frame, crops as the encoder will."""

from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from omnicontent.channels.registry import all_channels
from omnicontent.stories.models import CampaignPage
from tests.browser.looking import axe_of, shoot, speak
from tests.walks import walk

pytestmark = pytest.mark.browser
LOOKS = [(350, "light", "en"), (350, "dark", "fr"), (1280, "light", "fr"), (1280, "dark", "en")]
BROKEN = "[...document.images].filter((one) => one.complete && !one.naturalWidth).length"


@pytest.mark.parametrize(("width", "scheme", "language"), walk(LOOKS, here=[(350, "dark", "fr")]))
def test_every_preview_is_accessible_and_fits_its_frame(
    admin: Page,
    live_server: LiveServer,
    campaign: CampaignPage,
    subtests: pytest.Subtests,
    width: int,
    scheme: Any,
    language: str,
) -> None:
    speak(language)
    admin.set_viewport_size({"width": width, "height": 800})
    admin.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for slug in sorted(all_channels()):
        with subtests.test(channel=slug):
            admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/view_draft/?mode={slug}")
            shoot(admin, f"mock-{slug}-{width}-{scheme}-{language}")
            assert admin.locator("html").get_attribute("lang") == language
            assert admin.evaluate("document.documentElement.scrollWidth") <= width
            assert admin.evaluate(BROKEN) == 0
            axe_of(admin)


def test_trouble_is_accessible_too(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    CampaignPage.objects.filter(pk=campaign.pk).update(hero_video=None)
    admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/view_draft/?mode=tiktok")
    assert admin.get_by_role("link", name="Go to “Hero video”").is_visible()
    axe_of(admin)
