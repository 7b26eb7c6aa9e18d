"""One campaign in this process, seen through a browser: no workers, no broker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from omnicontent.stories.models import CampaignPage
from tests.previews.making import make_whole_campaign

LONG = "https://garden.example/" + "tulips-and-more-tulips/" * 4


@pytest.fixture(autouse=True, scope="session")
def _database_beside_a_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, in which Django would refuse its database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture
def campaign(transactional_db: None, tmp_path: Path) -> CampaignPage:
    return make_whole_campaign(tmp_path, cta_url=LONG)


@pytest.fixture
def admin(page: Page, live_server: LiveServer, campaign: CampaignPage) -> Iterator[Page]:
    """A browser in which an administrator is logged in."""
    client = Client()
    client.force_login(User.objects.create_superuser("admin", password="secret"))
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    yield page
    page.goto("about:blank")  # nothing asks the server while it is taken down
