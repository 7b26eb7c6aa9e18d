"""The oEmbed endpoint says what is live, to whom it may, in the form that is asked for."""

from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from omnicontent.channels.content import Content
from omnicontent.channels.embeds import Embed
from omnicontent.channels.registry import registered
from omnicontent.releases.selectors import live_release
from omnicontent.releases.services import recall_release
from omnicontent.stories.models import CampaignPage
from tests.releases.campaigns import make_campaign, publish, run_all_waiting, translate
from tests.releases.channels import NoticeChannel

pytestmark = pytest.mark.django_db


class ShownElsewhere(NoticeChannel):
    """A notice that other sites may show."""

    def embed(self, content: Content) -> Embed | None:
        return Embed(url="https://board.example/", title=content.parts["text"], provider="A & B")


@pytest.fixture
def board(settings):
    settings.CAMPAIGN_PAGE_CHANNEL = "notice"
    with registered(ShownElsewhere()):
        yield "notice"


@pytest.fixture
def page(board: str) -> CampaignPage:
    page = make_campaign([board])
    publish(page)
    run_all_waiting()
    page.refresh_from_db()
    return page


def ask(client: Client, url: str, **parameters: object):
    rest = "".join(f"&{name}={value}" for name, value in parameters.items())
    return client.get(f"/oembed/1.0?url={quote(url, safe='')}{rest}")


def test_it_says_what_the_live_release_says(client: Client, page: CampaignPage) -> None:
    answer = ask(client, page.full_url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer["Cache-Control"] == "no-cache"
    said = answer.json()
    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert said["title"].startswith("Cherries are ripe")
    publish(page, headline="Plums are ripe")
    assert ask(client, page.full_url).json()["title"].startswith("Cherries")
    run_all_waiting()
    assert ask(client, page.full_url).json()["title"].startswith("Plums")


def test_it_says_the_same_in_xml(client: Client, page: CampaignPage) -> None:
    answer = ask(client, page.full_url, format="xml")
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    assert answer.content.startswith(b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>')
    root = ElementTree.fromstring(answer.content)
    told = ask(client, page.full_url, format="json").json()
    assert root.tag == "oembed"
    assert {child.tag: child.text for child in root} == {k: str(v) for k, v in told.items()}
    assert root.findtext("provider_name") == "A & B"


def test_it_keeps_to_the_room_that_a_site_has(client: Client, page: CampaignPage) -> None:
    said = ask(client, page.full_url, maxwidth=320, maxheight=400).json()
    assert said["width"] <= 320
    assert said["height"] <= 400


@pytest.mark.parametrize("room", ["0", "-1", "wide", "1e3", "", "²"])
def test_room_that_is_no_number_is_refused(client: Client, page: CampaignPage, room: str) -> None:
    assert ask(client, page.full_url, maxwidth=room).status_code == 400


def test_each_language_answers_for_its_own_address(client: Client, page: CampaignPage) -> None:
    french = translate(page, headline="Les cerises sont mûres")
    publish(french)
    run_all_waiting()
    french.refresh_from_db()
    assert ask(client, french.full_url).json()["title"].startswith("Les cerises")
    assert ask(client, page.full_url).json()["title"].startswith("Cherries")


def test_an_address_as_readers_share_it_is_known(client: Client, page: CampaignPage) -> None:
    for ending in ("?utm_source=x&utm_medium=social", "#top"):
        assert ask(client, page.full_url + ending).status_code == 200
    assert ask(client, page.full_url.rstrip("/")).status_code == 200


@pytest.mark.parametrize(
    "url", ["", "x", "https://[", "https://elsewhere.example/", "http://localhost/en/none/"]
)
def test_other_addresses_are_not_found(client: Client, page: CampaignPage, url: str) -> None:
    assert ask(client, url).status_code == 404


def test_no_other_format_is_offered(client: Client, page: CampaignPage) -> None:
    assert ask(client, page.full_url, format="yaml").status_code == 501


def test_a_private_page_says_nothing(client: Client, page: CampaignPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    answer = ask(client, page.full_url)
    assert answer.status_code == 401
    assert b"Cherries" not in answer.content


def test_a_recalled_page_is_not_found(client: Client, page: CampaignPage) -> None:
    recall_release(release=live_release(page.translation_key))
    assert ask(client, page.full_url).status_code == 404


def test_a_page_that_is_not_published_is_not_found(client: Client, page: CampaignPage) -> None:
    CampaignPage.objects.update(live=False)
    assert ask(client, page.full_url).status_code == 404


def test_a_channel_that_can_not_be_shown_elsewhere_is_not_found(
    client: Client, notice: str
) -> None:
    page = make_campaign([notice])
    publish(page)
    run_all_waiting()
    page.refresh_from_db()
    assert ask(client, page.full_url).status_code == 404


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/oembed/1.0").status_code == 405
