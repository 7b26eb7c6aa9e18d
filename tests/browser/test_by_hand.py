"""A person posts by hand: copies the caption, takes everything along, tries the mail."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from omnicontent.releases.models import Variant
from omnicontent.stories.groups import EDITORS, MARKETERS
from omnicontent.stories.models import CampaignPage
from tests.browser.conftest import leave, let_in
from tests.browser.looking import axe_of, said, shoot, speak
from tests.previews.by_hand.making import make_variant
from tests.releases.approving import make_user
from tests.services.smtp import MailServer, mail_server

pytestmark = pytest.mark.browser
PARTS = ("caption", "first comment", "link", "alt text")
BOTH_WAYS = pytest.mark.parametrize(
    ("ana", "language"), [(EDITORS, "en"), (MARKETERS, "fr")], indirect=["ana"]
)
Made = tuple[CampaignPage, Variant]


@pytest.fixture
def ana(request: pytest.FixtureRequest, transactional_db: None) -> User:
    """A campaign editor, or of another group where a test says so."""
    return make_user("ana", getattr(request, "param", EDITORS))


@pytest.fixture
def poster(page: Page, live_server: LiveServer, ana: User) -> Iterator[Page]:
    """A browser in which Ana is logged in."""
    let_in(page, live_server, ana)
    yield page
    leave(page)


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    cache.clear()
    with mail_server() as running:
        settings.MAILERS = running.mailer()
        yield running


def address(live_server: LiveServer, made: Made) -> str:
    page, variant = made
    return f"{live_server.url}/admin/campaigns/{page.pk}/variants/{variant.pk}/"


def is_accessible(page: Page) -> None:
    axe_of(page, ".omni-by-hand")


@BOTH_WAYS
def test_a_caption_is_copied_by_keyboard_and_said_aloud(
    poster: Page, live_server: LiveServer, language: str
) -> None:
    speak(language)
    comment = {"channel": "instagram-feed", "part": "first_comment", "text": '"Hi"\n\nthere'}
    made = make_variant("instagram-feed", own_words=[("words", comment)])
    poster.context.grant_permissions(["clipboard-read", "clipboard-write"])
    poster.goto(address(live_server, made))
    buttons = poster.locator(".omni-by-hand").get_by_role("button")
    parts = [said(language, part, context="part") for part in PARTS]
    expect(buttons).to_have_text([said(language, "Copy %(part)s", part=part) for part in parts])
    before = poster.locator(".omni-by-hand__whole").bounding_box()
    buttons.nth(0).focus()
    poster.keyboard.press("Enter")
    copied = [said(language, "Copied: %(part)s", part=part) for part in parts]
    expect(poster.get_by_role("status").filter(has_text=copied[0])).to_be_visible()
    assert poster.locator(".omni-by-hand__whole").bounding_box() == before
    read = "navigator.clipboard.readText()"
    assert poster.evaluate(read) == made[1].content["parts"]["caption"]
    poster.keyboard.press("Tab")
    poster.keyboard.press("Space")
    expect(poster.get_by_role("status").filter(has_text=copied[1])).to_be_visible()
    assert poster.evaluate(read) == '"Hi"\n\nthere'
    for scheme in ("light", "dark"):
        poster.emulate_media(color_scheme=scheme)
        buttons.nth(0).click()
        expect(poster.get_by_text(copied[0])).to_be_visible()
        is_accessible(poster)
        shoot(poster, f"by-hand-{scheme}-{language}")


def test_where_a_browser_copies_nothing_it_says_where_the_words_are(
    poster: Page, live_server: LiveServer
) -> None:
    made = make_variant("sms")
    poster.set_viewport_size({"width": 420, "height": 800})
    poster.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    poster.goto(address(live_server, made))
    poster.get_by_role("button", name="Copy message").click()
    expect(poster.get_by_text("In the download it is text.txt.")).to_be_visible()
    is_accessible(poster)
    expect(poster.get_by_text("Copied:")).to_have_count(0)
    shoot(poster, "by-hand-failed")


@BOTH_WAYS
def test_everything_is_downloaded(
    poster: Page, live_server: LiveServer, tmp_path: Path, language: str
) -> None:
    speak(language)
    poster.goto(address(live_server, make_variant("instagram-feed")))
    with poster.expect_download() as waiting:
        whole = said(language, "Download everything")
        poster.get_by_role("link", name=whole).press("Enter")
    assert waiting.value.suggested_filename == "cherries-are-ripe-instagram-feed-en-1.zip"
    waiting.value.save_as(tmp_path / "got.zip")
    with zipfile.ZipFile(tmp_path / "got.zip") as archive:
        assert archive.testzip() is None
        assert {"README.txt", "01-image.jpg", "caption.txt"} <= set(archive.namelist())


@pytest.mark.parametrize(
    ("language", "button", "news"),
    [
        ("en", "Send a test to ana@localhost", "A test is on its way to ana@localhost."),
        ("fr", "Envoyer un essai à ana@localhost", "Un essai est en route vers ana@localhost."),
    ],
)
def test_a_test_of_the_mail_comes_to_oneself(
    poster: Page,
    live_server: LiveServer,
    server: MailServer,
    ana: User,
    language: str,
    button: str,
    news: str,
) -> None:
    speak(language)
    made = make_variant("email", hero_image=None)
    poster.set_viewport_size({"width": 420, "height": 800})
    poster.goto(address(live_server, made))
    assert poster.evaluate("document.documentElement.scrollWidth") <= 420
    is_accessible(poster)
    poster.get_by_role("button", name=button).press("Enter")
    expect(poster.locator(".messages")).to_contain_text(news)
    expect(poster).to_have_url(address(live_server, made))
    shoot(poster, f"by-hand-mail-{language}")
    (got,) = server.received
    assert got.recipients == ["ana@localhost"]
    assert got.message["Subject"] == "Cherries are ripe"


def test_a_file_that_is_lost_is_told_on_a_page(
    poster: Page, live_server: LiveServer, settings: Settings, tmp_path: Path
) -> None:
    made = make_variant("instagram-feed")
    poster.goto(address(live_server, made))
    for lost in Path(settings.MEDIA_ROOT).glob("renditions/*"):
        lost.unlink()
    poster.get_by_role("link", name="Download everything").click()
    expect(poster.get_by_text("is missing in the storage")).to_be_visible()
    axe_of(poster, "#main")
    shoot(poster, "by-hand-lost")
    poster.get_by_role("link", name="Back to the campaign").click()
    expect(poster).to_have_url(f"{live_server.url}/admin/pages/{made[0].pk}/edit/")
