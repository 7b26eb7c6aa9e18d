"""The report of channels and the dashboard's warning, in a real browser: accessible."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.looking import axe_of, shoot
from tests.channels.broken_modules import broken

pytestmark = pytest.mark.browser


def test_broken_channels_are_accessible(admin: Page, live_server: LiveServer) -> None:
    admin.emulate_media(reduced_motion="reduce")
    with broken(acme_bulletin=ValueError("no luck"), other_board=ImportError("no module")):
        admin.goto(f"{live_server.url}/admin/")
        assert admin.get_by_text("acme_bulletin can't be used").is_visible()
        look(admin, "broken-channels")
        admin.get_by_role("link", name="All channels").click()
        admin.get_by_role("heading", name="Installed").wait_for()
        look(admin, "channel-report")


def look(admin: Page, name: str) -> None:
    for scheme in ("light", "dark"):
        admin.emulate_media(color_scheme=scheme)
        axe_of(admin)
        shoot(admin, f"{name}-{scheme}")
