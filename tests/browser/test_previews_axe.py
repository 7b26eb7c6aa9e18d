"""Every mock in a real browser: accessible, no wider than its frame, crops as the encoder will."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from omnicontent.channels.registry import all_channels
from omnicontent.stories.models import CampaignPage
from tests.services.chromium import SCREENSHOTS

pytestmark = pytest.mark.browser
LOOKS = ((350, "light", "en"), (350, "dark", "fr"), (1280, "light", "fr"), (1280, "dark", "en"))


@pytest.mark.parametrize("slug", sorted(all_channels()))
def test_a_preview_is_accessible_and_fits_its_frame(
    admin: Page, live_server: LiveServer, campaign: CampaignPage, slug: str
) -> None:
    profile = UserProfile.get_for_user(User.objects.get(username="admin"))
    for width, scheme, language in LOOKS:
        profile.preferred_language = language
        profile.save()
        admin.set_viewport_size({"width": width, "height": 800})
        admin.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/view_draft/?mode={slug}")
        name = f"mock-{slug}-{width}-{scheme}-{language}.png"
        admin.screenshot(path=SCREENSHOTS / name, full_page=True)
        assert admin.locator("html").get_attribute("lang") == language
        assert admin.evaluate("document.documentElement.scrollWidth") <= width
        broken = "[...document.images].filter((one) => one.complete && !one.naturalWidth).length"
        assert admin.evaluate(broken) == 0
        results = Axe().run(admin)
        assert results.violations_count == 0, results.generate_report()


def test_trouble_is_accessible_too(
    admin: Page, live_server: LiveServer, campaign: CampaignPage
) -> None:
    CampaignPage.objects.filter(pk=campaign.pk).update(hero_video=None)
    admin.goto(f"{live_server.url}/admin/pages/{campaign.pk}/view_draft/?mode=tiktok")
    assert admin.get_by_role("link", name="Go to “Hero video”").is_visible()
    results = Axe().run(admin)
    assert results.violations_count == 0, results.generate_report()
