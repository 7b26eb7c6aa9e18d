"""The journal: what changed for each channel, written with the switch or not at all."""

import pytest
from django.db import transaction

from omnicontent.delivery.errors import AppendOnlyError
from omnicontent.delivery.models import JournalEntry
from omnicontent.releases.models import Release
from omnicontent.releases.signals import release_ended, release_went_live
from tests.delivery.releases import make_live, make_release

pytestmark = pytest.mark.django_db


def entries() -> list[tuple[int, str, str, str]]:
    return list(JournalEntry.objects.values_list("release", "channel", "locale", "event"))


def test_going_live_is_written_for_every_variant():
    release = make_live()
    release_went_live.send(Release, release=release, previous=None)
    assert entries() == [
        (release.pk, "email", "en", "live"),
        (release.pk, "sms", "en", "live"),
        (release.pk, "sms", "fr", "live"),
    ]
    entry = JournalEntry.objects.first()
    assert entry.campaign == release.campaign
    assert entry.digest == release.variants.first().digest


def test_what_the_next_release_lacks_ends_before_the_rest_goes_live():
    previous = make_release()
    release = make_live(previous.campaign, places=[("sms", "en")])
    release_went_live.send(Release, release=release, previous=previous)
    assert entries() == [
        (previous.pk, "email", "en", "ended"),
        (previous.pk, "sms", "fr", "ended"),
        (release.pk, "sms", "en", "live"),
    ]


def test_a_recall_ends_every_variant():
    release = make_release(state=Release.State.RECALLED)
    release_ended.send(Release, release=release)
    assert {event for *_, event in entries()} == {"ended"}
    assert len(entries()) == 3


def test_a_superseded_release_is_told_of_once():
    release_ended.send(Release, release=make_release(state=Release.State.SUPERSEDED))
    assert entries() == []


def test_the_journal_falls_with_the_switch():
    release = make_live()

    def switch_and_fail() -> None:
        with transaction.atomic():
            release_went_live.send(Release, release=release, previous=None)
            raise RuntimeError("the switch failed")

    with pytest.raises(RuntimeError, match="switch failed"):
        switch_and_fail()
    assert entries() == []


def test_it_only_grows():
    release_went_live.send(Release, release=make_live(), previous=None)
    entry = JournalEntry.objects.first()
    entry.event = JournalEntry.Event.ENDED
    with pytest.raises(AppendOnlyError):
        entry.save()
    with pytest.raises(AppendOnlyError):
        entry.delete()


def test_writing_costs_the_same_for_many_variants(django_assert_max_num_queries):
    release = make_live(places=[(f"channel-{number}", "en") for number in range(40)])
    with django_assert_max_num_queries(5):
        release_went_live.send(Release, release=release, previous=None)
