"""What is shown is what is delivered: editor, mock, board, API and journal tell one digest."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from omnicontent.channels.registry import all_channels, get_channel, registered
from omnicontent.channels.story import Story
from omnicontent.delivery.models import JournalEntry
from omnicontent.delivery.services import create_publisher
from omnicontent.previews.drafts import make_draft
from omnicontent.releases.gate import ask_for_verdict
from omnicontent.releases.models import PinnedStory, Release, Rendition, Variant, Work
from omnicontent.releases.services import do_work
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen, make_whole_campaign, posted_campaign
from tests.releases.boards import Board
from tests.releases.campaigns import publish

pytestmark = pytest.mark.django_db
PLUG_IN = "town-hall"
DATED = {"activitypub", "feed", "ninjs", "web"}
"""Channels whose payload tells when the page was published, which nobody knows before."""


@pytest.fixture
def page(db: None, tmp_path: Path) -> Iterator[CampaignPage]:
    """A campaign that is live on every channel, a plug-in among them."""
    with registered(Board(PLUG_IN)):
        page = make_whole_campaign(tmp_path)
        release = publish(page)
        run_all("texts")
        go_live_as_if_films_were_made(release)
        assert Release.objects.get().state == Release.State.LIVE
        yield CampaignPage.objects.get(pk=page.pk)


def mock(client: Client, page: CampaignPage, variant: Variant) -> Seen:
    address = reverse("campaign_mock", args=[page.pk, variant.pk])
    return Seen(client.get(address).content.decode())


def test_all_who_ask_are_told_the_same_digest(
    login: Callable[..., Client], client: Client, page: CampaignPage
) -> None:
    editor = login()
    _, token = create_publisher(name="All channels")
    asking = {"authorization": f"Bearer {token}"}
    board = editor.get(reverse("campaign_board", args=[page.pk])).content.decode()
    on_board = Seen(board).values("code", "title")
    variants = list(Variant.objects.all())
    assert {one.channel for one in variants} == set(all_channels())
    for variant in variants:
        payload = client.get(f"/api/v1/variants/{variant.pk}/payload", headers=asking).content
        digest = hashlib.sha256(payload).hexdigest()
        told = client.get(f"/api/v1/variants/{variant.pk}", headers=asking).json()
        journal = JournalEntry.objects.get(channel=variant.channel, locale=variant.locale)
        assert mock(editor, page, variant).values("code", "data-digest") == [digest]
        assert (told["digest"], journal.digest) == (digest, digest)
        assert digest in on_board
        assert make_draft(page, variant.channel).rendered.digest == digest


def test_every_channels_mock_is_of_the_stored_bytes(
    login: Callable[..., Client], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = login()
    with registered(Board(PLUG_IN)):
        page = make_whole_campaign(tmp_path)
        publish(page)
        run_all("texts")
        variants = list(Variant.objects.exclude(digest=""))
        assert {one.channel for one in variants} == set(all_channels())
        for channel in all_channels().values():  # whoever makes it anew is found out
            monkeypatch.setattr(type(channel), "adapt", None)
            monkeypatch.setattr(type(channel), "render", None)
        for variant in variants:
            shown = mock(editor, page, variant).values("code", "data-digest")
            assert shown == [hashlib.sha256(bytes(variant.body)).hexdigest()], variant


def test_what_an_editor_was_shown_unsaved_is_delivered(
    login: Callable[..., Client], page: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = login()
    moment = page.latest_revision_created_at
    with monkeypatch.context() as patch:  # payloads tell when their page was last published
        patch.setattr(timezone, "now", lambda: moment)
        shown = shown_and_published(editor, page)
    run_all("texts")
    assert delivered(2) == shown
    changed = {slug for slug, digest in delivered(1).items() if digest != shown[slug]}
    assert changed == set(shown) - {PLUG_IN}  # it prints the headline alone


def test_of_a_first_publication_only_the_dates_differ(
    login: Callable[..., Client], tmp_path: Path
) -> None:
    page = make_whole_campaign(tmp_path)
    shown = shown_and_published(login(), page)
    run_all("texts")
    differing = {slug for slug, digest in delivered(1).items() if digest != shown[slug]}
    assert differing == DATED
    story = Story.model_validate(PinnedStory.objects.get().story)
    undated = story.model_copy(update={"published_at": None, "updated_at": None})
    for slug in differing:
        channel = get_channel(slug)
        assert channel.render(channel.adapt(undated)).digest == shown[slug]


def shown_and_published(editor: Client, page: CampaignPage) -> dict[str, str]:
    """Show an unsaved form on every channel, publish just that; return the digests shown."""
    form = posted_campaign(page, promo_code="LILY15", channels=sorted(all_channels()))
    address = f"/admin/pages/{page.pk}/edit/"
    assert editor.post(f"{address}preview/", form).json()["is_valid"]
    shown = {slug: digest_shown(editor, f"{address}preview/", slug) for slug in all_channels()}
    assert editor.post(address, form | {"action-publish": "yes"}).status_code == 302
    return shown


def digest_shown(editor: Client, address: str, slug: str) -> str:
    answer = editor.get(address, {"mode": slug, "in_preview_panel": "true"})
    [digest] = Seen(answer.content.decode()).values("code", "data-digest")
    return digest


def delivered(number: int) -> dict[str, str]:
    """Return channel -> digest of the bytes of a release."""
    variants = Variant.objects.filter(release__number=number)
    return {one.channel: hashlib.sha256(bytes(one.body or b"")).hexdigest() for one in variants}


def go_live_as_if_films_were_made(release: Release) -> None:
    run_all("images")
    Rendition.objects.update(state=Rendition.State.READY, progress=1)
    ask_for_verdict(release)
    run_all("finish")


def run_all(kind: str) -> None:
    """Do all work of a kind; films take long and are no part of any digest."""
    for work in Work.objects.filter(kind=kind, state=Work.State.WAITING):
        do_work(work_id=work.pk)
