"""The board: every channel of a release at a glance, and each variant on a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from omnicontent.channels.registry import all_channels
from omnicontent.previews.board import views
from omnicontent.previews.board.tiles import by_network
from omnicontent.previews.variants import content_of
from omnicontent.releases.models import Release, Rendition, Variant
from omnicontent.releases.services import roll_back, take_down
from omnicontent.stories.groups import MARKETERS
from omnicontent.stories.models import CampaignPage, MasterMedia
from tests.previews.making import Seen
from tests.releases.approving import approve, make_user, submit
from tests.releases.campaigns import (
    make_campaign,
    make_image,
    make_video,
    publish,
    run_all_waiting,
    translate,
)

# Wagtail 8.0 mails its reviewers in a way that Django 6.1 deprecates.
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:get_connection")]


@dataclass(frozen=True)
class Stand:
    network: str
    name: str


CHANNELS = ["sms", "x", "web"]
QUERIES_MAX = 15
OWN = {"channel": "sms", "part": "text", "text": "Cherries are red. STOP to opt out."}


@pytest.fixture
def page() -> CampaignPage:
    """A campaign that is live on three channels."""
    page = make_campaign(CHANNELS)
    publish(page)
    run_all_waiting()
    return page


@pytest.fixture
def editor(login: Callable[..., Client]) -> Client:
    return login()


@pytest.fixture
def ana(db: None) -> User:
    return make_user("ana", MARKETERS, first_name="Ana")


def approved_but_for_sms(user: User) -> CampaignPage:
    """Return a campaign of which everything is approved but a later edit of the text message."""
    page = submit(make_campaign(CHANNELS))
    approve(page, user)
    run_all_waiting()
    publish(page, own_words=[("words", OWN)])
    run_all_waiting()
    return CampaignPage.objects.get(pk=page.pk)


def board(client: Client, page: CampaignPage, **wishes: object) -> Seen:
    response = client.get(reverse("campaign_board", args=[page.pk]), wishes)
    assert response.status_code == 200
    return Seen(response.content.decode())


def places(seen: Seen) -> list[str]:
    return seen.values("li", "data-place")


def mock(client: Client, page: CampaignPage, variant: Variant) -> str:
    return client.get(reverse("campaign_mock", args=[page.pk, variant.pk])).content.decode()


def variant_page(client: Client, page: CampaignPage, variant: Variant) -> Seen:
    address = reverse("campaign_variant", args=[page.pk, variant.pk])
    return Seen(client.get(address).content.decode())


def test_every_channel_has_a_tile_with_its_digest(editor: Client, page: CampaignPage) -> None:
    seen = board(editor, page)
    assert places(seen) == ["sms en", "web en", "x en"]
    for variant in Variant.objects.all():
        assert variant.digest[:12] in seen.text
    assert "Release 1 is live since" in seen.text
    assert seen.text.count("Live.") == 3


def test_a_campaign_without_a_release_says_what_to_do(editor: Client) -> None:
    assert "has no release yet" in board(editor, make_campaign(CHANNELS)).text


def test_tiles_are_filtered(editor: Client, page: CampaignPage) -> None:
    publish(translate(page, "fr", headline="Des cerises"))
    run_all_waiting()
    assert places(board(editor, page)) == ["sms en", "web en", "x en"]  # the page's own language
    assert len(places(board(editor, page, locale=""))) == 6
    assert places(board(editor, page, locale="fr", channel="x")) == ["x fr"]
    assert places(board(editor, page, locale="", state="failed")) == []
    assert len(places(board(editor, page, locale="nowhere"))) == 6


def test_tiles_are_filtered_by_what_is_wrong(editor: Client, page: CampaignPage) -> None:
    faulty = {"code": "too_long", "message": "Too long.", "field": "summary"}
    Variant.objects.filter(channel="x").update(issues=[faulty | {"severity": "warning"}])
    Variant.objects.filter(channel="sms").update(issues=[faulty | {"severity": "error"}])
    assert places(board(editor, page, issue="any")) == ["sms en", "x en"]
    assert places(board(editor, page, issue="error")) == ["sms en"]
    seen = board(editor, page, issue="none")
    assert places(seen) == ["web en"]
    assert "1 of 3 variants" in seen.text


def choices(seen: Seen) -> list[str]:
    """Return what the board's filters offer."""
    return seen.values("option", "value")


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        ("too_long", "long", "Too long"),
        ("keep_cut", "framed", "Pictures cut off or hard to see"),
        ("missing_fact", "missing_fact", "A fact is missing"),
        ("no_glitter", "no_glitter", "No glitter"),  # a plug-in's
    ],
)
def test_tiles_are_filtered_by_the_kind_of_issue(
    editor: Client, page: CampaignPage, code: str, kind: str, words: str
) -> None:
    issue = {"code": code, "message": "Look at it.", "severity": "warning"}
    Variant.objects.filter(channel="web").update(issues=[{"code": "file_heavy", "message": "So"}])
    Variant.objects.filter(channel="x").update(issues=[issue])
    seen = board(editor, page, issue=kind)
    assert places(seen) == ["x en"]
    assert words in seen.text
    assert kind in choices(seen)
    Variant.objects.update(issues=[])
    assert kind not in choices(board(editor, page))


def test_tiles_are_filtered_by_approval(editor: Client, ana: User) -> None:
    page = approved_but_for_sms(ana)
    assert places(board(editor, page, state="approved")) == ["web en", "x en"]
    assert places(board(editor, page, state="waits")) == ["sms en"]
    assert places(board(editor, page, state="blocked")) == ["sms en"]
    publish(page)  # the one before it waits no more
    run_all_waiting()
    Release.objects.filter(number=2).update(state=Release.State.SUPERSEDED)
    assert places(board(editor, page, state="waits", release=2)) == []


def test_a_tile_says_who_approved_it_and_the_board_leads_to_what_waits(
    editor: Client, ana: User
) -> None:
    page = approved_but_for_sms(ana)
    seen = board(editor, page)
    assert seen.text.count("Approved by Ana") == 2
    assert "Waits for approval" in board(editor, page, channel="sms").text
    assert "Look at the difference and approve" in seen.text
    assert reverse("campaign_approval", args=[page.pk]) in seen.values("a", "href")


def test_an_issue_leads_to_the_field_that_mends_it(editor: Client, page: CampaignPage) -> None:
    issue = {"code": "too_long", "message": "Too long.", "field": "summary", "severity": "warning"}
    Variant.objects.filter(channel="x").update(issues=[issue])
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert f"{edit}#id_summary" in board(editor, page).values("a", "href")


def test_an_older_release_can_be_looked_at(editor: Client, page: CampaignPage) -> None:
    publish(page, summary="Bring a basket.")
    run_all_waiting()
    older = board(editor, page, release=1)
    assert "Release 1 was replaced." in older.text
    assert "Release 2 is live, with other bytes." in older.text
    assert "Release 2 is live since" in board(editor, page, release="forty").text


def test_a_recalled_campaign_says_so(editor: Client, page: CampaignPage) -> None:
    take_down(campaign=page.translation_key, state=Release.State.RECALLED)
    seen = board(editor, page)
    assert seen.text.count("recalled") >= 3
    assert "Not live." in seen.text


def test_a_release_whose_time_has_not_come_is_scheduled(
    editor: Client, page: CampaignPage
) -> None:
    Release.objects.update(starts_at=timezone.now() + timedelta(days=1))
    seen = board(editor, page)
    assert seen.text.count("scheduled") >= 3
    assert places(board(editor, page, state="live")) == []


def test_one_unreadable_variant_leaves_the_others_on_the_board(
    editor: Client, page: CampaignPage
) -> None:
    Variant.objects.filter(channel="x").update(content={"x": 1})
    assert places(board(editor, page)) == ["sms en", "web en", "x en"]
    variant = Variant.objects.get(channel="x")
    assert "altered in the store" in mock(editor, page, variant)
    assert "There is nothing to show yet" in variant_page(editor, page, variant).text


def test_a_release_older_than_those_offered_is_found(
    editor: Client, page: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(page, summary="Bring a basket.")
    run_all_waiting()
    monkeypatch.setattr(views, "RELEASES_OFFERED", 1)
    assert "Release 1 was replaced." in board(editor, page, release=1).text


def test_networks_stand_in_the_order_of_what_readers_see() -> None:
    tiles = [Stand("app", "In-app banner"), Stand("email", "Email"), Stand("fediverse", "A post")]
    assert [heading for heading, _tiles in by_network(tiles)] == [
        "A post",
        "Email",
        "In-app banner",
    ]


def test_networks_of_one_heading_keep_all_their_tiles() -> None:
    tiles = [Stand("bluesky", "Bluesky"), Stand("own", "Bluesky")]
    assert by_network(tiles) == [("Bluesky", tiles[:1]), ("Bluesky", tiles[1:])]


def test_what_is_not_built_has_no_mock(editor: Client) -> None:
    page = make_campaign(["sms"])
    publish(page)
    seen = board(editor, page)
    assert seen.values("iframe", "src") == []
    assert "Not built yet" in seen.text


def test_a_page_of_a_variant_shows_before_and_after(editor: Client, page: CampaignPage) -> None:
    publish(page, headline="Sweet cherries", hero_image=make_image(), hero_image_alt="Red")
    run_all_waiting()
    roll_back(release=Release.objects.get(number=1))
    variant = Variant.objects.get(release__number=2, channel="x")
    seen = variant_page(editor, page, variant)
    assert "Before and after: release 1, which is live, beside this one" in seen.text
    assert "added: Sweet" in seen.text
    assert reverse("campaign_mock", args=[page.pk, variant.pk]) in seen.values("iframe", "src")


def test_films_and_printed_pages_stand_beside_what_is_new(editor: Client) -> None:
    page = make_campaign(
        ["youtube", "print-poster"], hero_video=make_video(2), hero_image=make_image()
    )
    publish(page)
    run_all_waiting()
    old = Variant.objects.get(channel="youtube")
    publish(page, hero_image=make_image(1000, 700), hero_video=make_video(3))
    run_all_waiting()
    roll_back(release=Release.objects.get(number=1))
    new = Release.objects.get(number=2).variants
    film = variant_page(editor, page, new.get(channel="youtube"))
    assert "The film has changed. Before After" in film.text
    both = (old, new.get(channel="youtube"))
    names = [content_of(one).media_in("video")[0].file_name for one in both]
    assert film.values("video", "src") == [f"/files/{name}" for name in names]
    assert film.values("video", "controls") == ["", ""]
    poster = variant_page(editor, page, new.get(channel="print-poster"))
    assert "The printed page has changed. Before" in poster.text
    assert poster.values("article", "class") == ["poster", "poster"]


def test_a_film_that_is_not_made_yet_stands_beside_the_old_one(editor: Client) -> None:
    film = make_video(3)
    page = make_campaign(["youtube"], hero_video=film)
    publish(page)
    run_all_waiting()
    captions = "WEBVTT\n\n00:01.200 --> 00:01.800\n[Birds sing]\n"
    MasterMedia.objects.filter(pk=film.pk).update(cut_start=1, cut_end=2, captions_vtt=captions)
    publish(page)
    run_all_waiting()
    roll_back(release=Release.objects.get(number=1))
    variant = Release.objects.get(number=2).variants.get()
    name = content_of(variant).media_in("video")[0].file_name
    Rendition.objects.filter(file_name=name).update(state=Rendition.State.WAITING)
    seen = variant_page(editor, page, variant)
    before, after = seen.values("video", "src")
    assert before.startswith("/files/")
    assert after.endswith("#t=1,2")
    assert seen.values("track", "srclang") == ["en"]


def test_a_live_variant_has_nothing_to_compare(editor: Client, page: CampaignPage) -> None:
    variant = Variant.objects.get(channel="x")
    assert "Before and after" not in variant_page(editor, page, variant).text


def test_an_altered_variant_is_not_shown(editor: Client, page: CampaignPage) -> None:
    variant = Variant.objects.get(channel="x")
    Variant.objects.filter(pk=variant.pk).update(body=b'{"text": "Pay me"}')
    seen = editor.get(reverse("campaign_mock", args=[page.pk, variant.pk])).content.decode()
    assert "altered in the store" in seen
    assert "Pay me" not in seen
    assert variant_page(editor, page, variant).text


def test_a_film_on_the_board_stands_still_at_its_cover(editor: Client) -> None:
    page = make_campaign(["x"], hero_video=make_video())
    publish(page)
    run_all_waiting()
    variant = Variant.objects.get()
    address = reverse("campaign_mock", args=[page.pk, variant.pk])
    (film,) = Seen(editor.get(address, {"bare": ""}).content.decode()).values("video", "src")
    assert film.endswith(".mp4#t=1")
    (film,) = Seen(editor.get(address).content.decode()).values("video", "src")
    assert film.endswith(".mp4")


@pytest.mark.parametrize("name", ["campaign_variant", "campaign_mock"])
def test_another_campaigns_variant_is_not_found(
    editor: Client, page: CampaignPage, name: str
) -> None:
    other = make_campaign(["sms"])
    variant = Variant.objects.get(channel="x")
    address = reverse(name, args=[other.pk, variant.pk])
    assert editor.get(address, follow=True).status_code == 404


@pytest.mark.parametrize("name", ["campaign_board", "campaign_variant", "campaign_mock"])
def test_strangers_see_nothing(
    login: Callable[..., Client], page: CampaignPage, name: str
) -> None:
    arguments = [page.pk] if name == "campaign_board" else [page.pk, Variant.objects.first().pk]
    address = reverse(name, args=arguments)
    assert Client().get(address).status_code == 302
    assert login("stranger", group="").get(address)["Location"] == "/admin/"


def test_thirty_channels_take_few_queries_and_are_not_made_anew(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_campaign([])  # all of them
    publish(page)
    run_all_waiting()
    address = reverse("campaign_board", args=[page.pk])
    editor.get(address)
    for channel in all_channels().values():
        monkeypatch.setattr(type(channel), "adapt", None)
        monkeypatch.setattr(type(channel), "render", None)
    with CaptureQueriesContext(connection) as queries:
        seen = Seen(editor.get(address).content.decode())
    assert len(places(seen)) >= 30
    assert len(queries) <= QUERIES_MAX, "\n".join(q["sql"] for q in queries)
