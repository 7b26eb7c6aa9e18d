"""A person posts by hand: copies the caption, takes everything along, tries the mail."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from omnicontent.releases.models import Variant
from omnicontent.stories.models import CampaignPage
from tests.browser.looking import axe_of, shoot, speak
from tests.previews.by_hand.making import make_variant
from tests.services.smtp import MailServer, mail_server

pytestmark = pytest.mark.browser
Made = tuple[CampaignPage, Variant]


@pytest.fixture
def ana(transactional_db: None) -> User:
    return User.objects.create_superuser("ana", "ana@localhost", "secret")


@pytest.fixture
def editor(page: Page, live_server: LiveServer, ana: User) -> Iterator[Page]:
    """A browser in which Ana is logged in."""
    client = Client()
    client.force_login(ana)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    yield page
    page.goto("about:blank")  # nothing asks the server while it is taken down


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


def test_a_caption_is_copied_by_keyboard_and_said_aloud(
    editor: Page, live_server: LiveServer
) -> None:
    comment = {"channel": "instagram-feed", "part": "first_comment", "text": '"Hi"\n\nthere'}
    made = make_variant("instagram-feed", own_words=[("words", comment)])
    editor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor.goto(address(live_server, made))
    buttons = editor.locator(".omni-by-hand").get_by_role("button")
    expect(buttons).to_have_text(
        ["Copy caption", "Copy first comment", "Copy link", "Copy alt text"]
    )
    before = editor.locator(".omni-by-hand__whole").bounding_box()
    buttons.nth(0).focus()
    editor.keyboard.press("Enter")
    expect(editor.get_by_role("status").filter(has_text="Copied: caption")).to_be_visible()
    assert editor.locator(".omni-by-hand__whole").bounding_box() == before
    read = "navigator.clipboard.readText()"
    assert editor.evaluate(read) == made[1].content["parts"]["caption"]
    editor.keyboard.press("Tab")
    editor.keyboard.press("Space")
    expect(editor.get_by_role("status").filter(has_text="Copied: first comment")).to_be_visible()
    assert editor.evaluate(read) == '"Hi"\n\nthere'
    for scheme in ("light", "dark"):
        editor.emulate_media(color_scheme=scheme)
        buttons.nth(0).click()
        expect(editor.get_by_text("Copied: caption")).to_be_visible()
        is_accessible(editor)
        shoot(editor, f"by-hand-{scheme}")


def test_where_a_browser_copies_nothing_it_says_where_the_words_are(
    editor: Page, live_server: LiveServer
) -> None:
    made = make_variant("sms")
    editor.set_viewport_size({"width": 420, "height": 800})
    editor.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    editor.goto(address(live_server, made))
    editor.get_by_role("button", name="Copy message").click()
    expect(editor.get_by_text("In the download it is text.txt.")).to_be_visible()
    is_accessible(editor)
    expect(editor.get_by_text("Copied:")).to_have_count(0)
    shoot(editor, "by-hand-failed")


def test_everything_is_downloaded(editor: Page, live_server: LiveServer, tmp_path: Path) -> None:
    editor.goto(address(live_server, make_variant("instagram-feed")))
    with editor.expect_download() as waiting:
        editor.get_by_role("link", name="Download everything").press("Enter")
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
    editor: Page,
    live_server: LiveServer,
    server: MailServer,
    ana: User,
    language: str,
    button: str,
    news: str,
) -> None:
    speak(language)
    made = make_variant("email", hero_image=None)
    editor.set_viewport_size({"width": 420, "height": 800})
    editor.goto(address(live_server, made))
    assert editor.evaluate("document.documentElement.scrollWidth") <= 420
    is_accessible(editor)
    editor.get_by_role("button", name=button).press("Enter")
    expect(editor.locator(".messages")).to_contain_text(news)
    expect(editor).to_have_url(address(live_server, made))
    shoot(editor, f"by-hand-mail-{language}")
    (got,) = server.received
    assert got.recipients == ["ana@localhost"]
    assert got.message["Subject"] == "Cherries are ripe"


def test_a_file_that_is_lost_is_told_on_a_page(
    editor: Page, live_server: LiveServer, settings: Settings, tmp_path: Path
) -> None:
    made = make_variant("instagram-feed")
    editor.goto(address(live_server, made))
    for lost in Path(settings.MEDIA_ROOT).glob("renditions/*"):
        lost.unlink()
    editor.get_by_role("link", name="Download everything").click()
    expect(editor.get_by_text("is missing in the storage")).to_be_visible()
    axe_of(editor, "#main")
    shoot(editor, "by-hand-lost")
    editor.get_by_role("link", name="Back to the campaign").click()
    expect(editor).to_have_url(f"{live_server.url}/admin/pages/{made[0].pk}/edit/")
