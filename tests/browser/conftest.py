"""One campaign in this process, seen through a browser: no workers, no broker."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignPage
from tests.previews.making import make_whole_campaign
from tests.releases.approving import make_user

Enter = Callable[[str, str], Page]
LONG = "https://garden.example/" + "tulips-and-more-tulips/" * 4


@pytest.fixture(autouse=True, scope="session")
def _database_beside_a_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, in which Django would refuse its database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(autouse=True)
def _own_address(request: pytest.FixtureRequest, settings: Settings) -> None:
    """Let what is made here lead to the server here: stored pages name their files whole."""
    if "live_server" in request.fixturenames:
        settings.WAGTAILADMIN_BASE_URL = request.getfixturevalue("live_server").url


@pytest.fixture
def campaign(transactional_db: None, tmp_path: Path) -> CampaignPage:
    return make_whole_campaign(tmp_path, cta_url=LONG)


@pytest.fixture
def admin(page: Page, live_server: LiveServer, campaign: CampaignPage) -> Iterator[Page]:
    """A browser in which an administrator is logged in."""
    let_in(page, live_server, User.objects.create_superuser("admin", password="secret"))
    yield page
    leave(page)


@pytest.fixture
def editor(page: Page, live_server: LiveServer, transactional_db: None) -> Iterator[Page]:
    """A browser in which a campaign editor is logged in."""
    let_in(page, live_server, make_user("ed", EDITORS, first_name="Ed"))
    yield page
    leave(page)


@pytest.fixture
def marketer(page: Page, live_server: LiveServer, transactional_db: None) -> Iterator[Page]:
    """A browser in which a marketer is logged in."""
    let_in(page, live_server, make_user("ana", MARKETERS, first_name="Ana"))
    yield page
    leave(page)


@pytest.fixture(params=[EDITORS, MARKETERS])
def member(
    request: pytest.FixtureRequest, page: Page, live_server: LiveServer, transactional_db: None
) -> Iterator[Page]:
    """A browser in which a campaign editor is logged in, and once more a marketer."""
    let_in(page, live_server, make_user("ana", request.param, first_name="Ana"))
    yield page
    leave(page)


@pytest.fixture
def enter(browser: Browser, live_server: LiveServer, transactional_db: None) -> Iterator[Enter]:
    """Log a person of a group in, in a browser of their own."""
    pages = []

    def log_in(name: str, group: str) -> Page:
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        pages.append(context.new_page())
        let_in(pages[-1], live_server, make_user(name, group, first_name=name.title()))
        return pages[-1]

    yield log_in
    for page in pages:
        leave(page)
        page.context.close()


def let_in(page: Page, live_server: LiveServer, user: User) -> None:
    """Log a user in, without the form."""
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])


def leave(page: Page) -> None:
    """Ask the server nothing more: it is taken down."""
    page.goto("about:blank")
