"""What is shown is what is delivered: editor, mock, board, API and journal tell one digest."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from omnicontent.channels.registry import all_channels, registered
from omnicontent.delivery.models import JournalEntry
from omnicontent.delivery.services import create_publisher
from omnicontent.previews.drafts import make_draft
from omnicontent.releases.models import Release, Variant, Work
from omnicontent.releases.services import do_work
from omnicontent.stories.models import CampaignPage
from tests.previews.making import Seen, make_whole_campaign
from tests.releases.boards import Board
from tests.releases.campaigns import make_campaign, publish, run_all_waiting

pytestmark = pytest.mark.django_db
PLUG_IN = "town-hall"


@pytest.fixture
def page(db: None) -> Iterator[CampaignPage]:
    """A campaign that is live on a few channels, one of them a plug-in."""
    with registered(Board(PLUG_IN)):
        page = make_campaign(["sms", "x", "web", "email", PLUG_IN])
        publish(page)
        run_all_waiting()
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
    for variant in Variant.objects.all():
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
        run_all_texts()
        variants = list(Variant.objects.exclude(digest=""))
        assert {one.channel for one in variants} == set(all_channels())
        for channel in all_channels().values():  # whoever makes it anew is found out
            monkeypatch.setattr(type(channel), "adapt", None)
            monkeypatch.setattr(type(channel), "render", None)
        for variant in variants:
            shown = mock(editor, page, variant).values("code", "data-digest")
            assert shown == [hashlib.sha256(bytes(variant.body)).hexdigest()], variant


def run_all_texts() -> None:
    """Have the variants written; the files take long and are no part of their digests."""
    for work in Work.objects.filter(kind="texts", state=Work.State.WAITING):
        do_work(work_id=work.pk)
