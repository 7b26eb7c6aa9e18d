"""A link goes out: a stranger looks, types the password, comments; the editor sees to it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from omnicontent.previews.sharing.models import ShareLink
from omnicontent.previews.sharing.services import make_link, revoke_link
from omnicontent.previews.sharing.tokens import address_of
from omnicontent.releases.models import Release
from omnicontent.stories.models import CampaignPage
from tests.browser.looking import axe_of, shift_of, shoot, speak
from tests.releases.campaigns import make_campaign, make_image, publish, run_all_waiting, translate
from tests.walks import SCREENS, walk

pytestmark = pytest.mark.browser
PASSWORD = "cherry-stones"
SAID = "Sweeter, please. <b>Now</b>"


@pytest.fixture
def cherries(transactional_db: None) -> CampaignPage:
    """A campaign that is live on three channels in two languages, with a picture."""
    page = make_campaign(["sms", "x", "web"], hero_image=make_image(), hero_image_alt="Red")
    publish(page)
    publish(translate(page, "fr", headline="Les cerises sont mûres"))
    run_all_waiting()
    return page


@pytest.fixture
def stranger(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a browser of somebody without an account; what it refuses to load fails the test."""
    contexts = []
    complaints: list[str] = []

    def open_browser(locale: str = "en-GB", **options: Any) -> Page:
        context = browser.new_context(locale=locale, reduced_motion="reduce", **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda said: complaints.append(said.text) if "Content Security" in said.text else None,
        )
        return page

    yield open_browser
    for context in contexts:
        context.close()
    assert complaints == []


def share(page: CampaignPage, **fields: Any) -> ShareLink:
    said = {"release": None, "days": 7, "password": "", "user": User.objects.get()} | fields
    return make_link(page=page, **said)


def picture(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    shoot(page, f"share-{name}")


def test_a_link_goes_out_and_a_comment_comes_back(
    editor: Page,
    live_server: LiveServer,
    cherries: CampaignPage,
    stranger: Callable[..., Page],
) -> None:
    editor.emulate_media(reduced_motion="reduce")
    editor.goto(f"{live_server.url}/admin/campaigns/{cherries.pk}/board/")
    editor.get_by_role("link", name="Share", exact=True).click()
    expect(editor.get_by_role("heading", name="Share “Cherries are ripe”")).to_be_visible()
    editor.get_by_label("Password", exact=True).fill(PASSWORD)
    editor.get_by_label("Days it works").select_option("2")
    editor.get_by_role("button", name="Make the link").click()
    address = editor.get_by_label("Address of the link").input_value()
    assert address.startswith(f"{live_server.url}/share/")
    editor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor.get_by_role("button", name="Copy").click()
    expect(editor.get_by_role("status").get_by_text("Copied.")).to_be_visible()
    picture(editor, "made")
    axe_of(editor)

    guest = stranger()
    guest.goto(address)
    guest.get_by_label("Password").fill("plum-stones")
    guest.keyboard.press("Enter")
    expect(guest.get_by_text("This is not the password.")).to_be_visible()
    picture(guest, "password")
    axe_of(guest)
    guest.get_by_label("Password").fill(PASSWORD)
    guest.keyboard.press("Enter")
    expect(guest.get_by_role("heading", name="Cherries are ripe")).to_be_visible()
    expect(guest.locator(".omni-tile")).to_have_count(3)
    guest.get_by_role("link", name="All languages").click()
    expect(guest.locator(".omni-tile")).to_have_count(6)
    guest.get_by_role("link", name="English").click()
    guest.get_by_role("link", name="SMS", exact=True).press("Enter")
    mock = guest.frame_locator(".omni-variant__frame iframe")
    expect(mock.locator(".sms-bubble")).to_contain_text("Cherries are ripe")
    guest.get_by_label("Your name").fill("Ada")
    guest.get_by_label("Your comment").fill(SAID)
    guest.get_by_role("button", name="Comment").click()
    expect(guest.locator(".share-comment")).to_contain_text(SAID)

    editor.goto(f"{live_server.url}/admin/campaigns/{cherries.pk}/board/")
    tile = editor.locator(".omni-tile[data-place='sms en']")
    tile.get_by_text("1 comment").click()
    expect(tile.locator(".omni-said__text")).to_have_text(SAID)
    picture(editor, "board")
    axe_of(editor)
    tile.get_by_role("button", name="Mark the comment of Ada as resolved").click()
    expect(editor.get_by_text("The comment is marked as resolved.")).to_be_visible()
    expect(editor).to_have_url(f"{live_server.url}/admin/campaigns/{cherries.pk}/board/")
    expect(editor.get_by_text("1 comment")).to_have_count(0)
    guest.reload()
    expect(guest.locator(".share-comment")).to_contain_text("Resolved")

    editor.get_by_role("link", name="Share", exact=True).click()
    editor.get_by_role("button", name="Revoke the link made on").click()
    expect(editor.locator(".omni-share__state")).to_have_text("revoked")
    expect(editor.get_by_text("Resolved by Ed")).to_be_visible()
    picture(editor, "revoked")
    axe_of(editor)
    assert guest.reload().status == 410
    expect(guest.get_by_role("heading", name="This link no longer works")).to_be_visible()
    picture(guest, "refused")
    axe_of(guest)


@pytest.mark.parametrize(("width", "scheme"), walk(SCREENS, here=[(420, "dark")]))
def test_the_pages_of_guests_are_accessible_and_hold_still(
    editor: Page,
    live_server: LiveServer,
    cherries: CampaignPage,
    stranger: Callable[..., Page],
    scheme: str,
    width: int,
) -> None:
    address = f"{live_server.url}{address_of(share(cherries))}"
    guest = stranger(color_scheme=scheme, viewport={"width": width, "height": 1800})
    assert shift_of(guest, address) == 0
    guest.wait_for_load_state("networkidle")
    for name in ("Web page (English)", "X (English)"):
        mock = guest.locator(f"iframe[title='{name}']")
        mock.scroll_into_view_if_needed()
        shown = mock.content_frame.locator("img:visible").first
        expect(shown).not_to_have_js_property("naturalWidth", 0)
    picture(guest, f"wall-{scheme}-{width}")
    axe_of(guest)
    assert guest.evaluate("document.documentElement.scrollWidth") <= width
    guest.get_by_role("link", name="Web page", exact=True).click()
    expect(guest.get_by_label("Your name")).to_be_visible()
    assert shift_of(guest, guest.url) == 0
    guest.wait_for_load_state("networkidle")
    guest.get_by_label("Your name").fill("Ada")
    guest.get_by_label("Your comment").fill("The picture is lovely.\nThe price is too small.")
    guest.get_by_role("button", name="Comment").click()
    guest.get_by_role("button", name="Comment").click()  # and once more, with nothing typed
    expect(guest.locator(".share-fault")).to_have_count(2)
    picture(guest, f"variant-{scheme}-{width}")
    axe_of(guest)
    assert guest.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "scheme"), walk(SCREENS, here=[(1440, "light")]))
def test_the_pages_of_editors_are_accessible(
    editor: Page,
    live_server: LiveServer,
    cherries: CampaignPage,
    scheme: Any,
    width: int,
) -> None:
    link = share(cherries, password=PASSWORD)
    share(cherries, release=Release.objects.latest("number"))
    revoke_link(page=cherries, link=link, user=User.objects.get())
    said = {"release_number": 1, "author": "Ada", "text": "The picture is lovely."}
    link.comments.create(**said)
    link.comments.create(channel="sms", locale="en", **said)
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    editor.set_viewport_size({"width": width, "height": 1000})
    editor.goto(f"{live_server.url}/admin/campaigns/{cherries.pk}/share/")
    picture(editor, f"admin-{scheme}-{width}")
    axe_of(editor)
    assert editor.evaluate("document.documentElement.scrollWidth") <= width


def test_a_french_stranger_and_a_french_marketer_have_the_same(
    marketer: Page,
    live_server: LiveServer,
    cherries: CampaignPage,
    stranger: Callable[..., Page],
) -> None:
    speak("fr")
    marketer.goto(f"{live_server.url}/admin/campaigns/{cherries.pk}/board/")
    marketer.get_by_role("link", name="Partager", exact=True).click()
    marketer.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    picture(marketer, "admin-french")
    marketer.get_by_role("button", name="Créer le lien").click()
    address = marketer.get_by_label("Adresse du lien").input_value()

    guest = stranger("fr-FR")
    guest.goto(address)
    guest.get_by_label("Mot de passe").fill(PASSWORD)
    guest.get_by_role("button", name="Voir").click()
    expect(guest.locator("html")).to_have_attribute("lang", "fr")
    expect(guest.locator(".omni-tile")).to_have_count(3)
    guest.get_by_label("Votre nom").fill("Ada")
    guest.get_by_label("Votre commentaire").fill("Plus sucré !")
    guest.get_by_role("button", name="Commenter").click()
    expect(guest.locator(".share-comment")).to_contain_text("Plus sucré !")
    picture(guest, "wall-french")
    axe_of(guest)

    marketer.goto(f"{live_server.url}/admin/campaigns/{cherries.pk}/board/")
    marketer.get_by_role("link", name="1 commentaire sur l’ensemble").click()
    marketer.get_by_role("button", name="Marquer le commentaire de Ada comme traité").click()
    expect(marketer.get_by_text("Traité par Ana")).to_be_visible()
    marketer.get_by_role("button", name="Révoquer le lien").click()
    expect(marketer.locator(".omni-share__state")).to_have_text("révoqué")
    axe_of(marketer)
    assert guest.reload().status == 410
    expect(guest.get_by_role("heading", name="Ce lien ne fonctionne plus")).to_be_visible()
