"""The report of channels and the dashboard's warning, in a real browser: accessible."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.looking import axe_of, shoot
from tests.channels.broken_modules import broken

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_broken_channels_are_accessible(admin: Page, live_server: LiveServer, scheme: str) -> None:
    admin.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    with broken(acme_bulletin=ValueError("no luck"), other_board=ImportError("no module")):
        admin.goto(f"{live_server.url}/admin/")
        assert admin.get_by_text("acme_bulletin can't be used").is_visible()
        axe_of(admin)
        shoot(admin, f"broken-channels-{scheme}")
        admin.get_by_role("link", name="All channels").click()
        admin.get_by_role("heading", name="Installed").wait_for()
        axe_of(admin)
        shoot(admin, f"channel-report-{scheme}")
