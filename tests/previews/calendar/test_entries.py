"""When campaigns run, as their releases tell it."""

from datetime import UTC as UTC_ZONE
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from omnicontent.previews.calendar.entries import Entry, entries_between
from omnicontent.releases.models import Release
from omnicontent.stories.models import CampaignPage
from tests.previews.calendar.making import PARIS, june, offering, release
from tests.releases.campaigns import make_campaign, translate

pytestmark = pytest.mark.django_db
State = Release.State
NOW = timezone.now().replace(microsecond=0)
DAY = timedelta(days=1)


@pytest.fixture
def reader() -> User:
    return User.objects.create_superuser("reader")


def entries(
    reader: User, first: datetime | None = None, last: datetime | None = None
) -> list[Entry]:
    return entries_between(reader, first or NOW - 40 * DAY, last or NOW + 40 * DAY)


def only(reader: User) -> Entry:
    (entry,) = entries(reader)
    return entry


def test_a_live_release_runs_from_its_switch_to_its_end(reader: User) -> None:
    page = offering(30, "Tulips")
    release(page, live=NOW - DAY, ends_at=NOW + 5 * DAY)
    entry = only(reader)
    assert (entry.starts, entry.ends) == (NOW - DAY, NOW + 5 * DAY)
    assert (entry.chief.state, entry.chief.number, entry.page_id) == ("live", 1, page.pk)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"live": NOW - DAY, "starts_at": NOW + DAY}, "scheduled"),
        ({"live": NOW - 3 * DAY, "ends_at": NOW - DAY}, "ended"),
        ({"live": NOW - 3 * DAY, "ended": NOW - DAY, "state": State.EXPIRED}, "ended"),
        ({"live": NOW - 3 * DAY, "ended": NOW - DAY, "state": State.RECALLED}, "recalled"),
        ({"state": State.BUILDING}, "building"),
        ({"state": State.READY, "starts_at": NOW + DAY}, "ready"),
        ({"state": State.BLOCKED}, "blocked"),
        ({"state": State.FAILED}, "failed"),
    ],
)
def test_every_state_is_told(fields: dict, state: str, reader: User) -> None:
    release(offering(30, "Tulips"), **fields)
    assert only(reader).chief.state == state


@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.RECALLED, "ended": NOW},
        {"state": State.SUPERSEDED, "ended": NOW},
        {
            "live": NOW - 9 * DAY,
            "ended": NOW - 8 * DAY,
            "starts_at": NOW - 5 * DAY,
            "state": State.RECALLED,
        },
    ],
    ids=["dropped", "overtaken", "recalled before its time came"],
)
def test_what_was_never_on_air_is_not_there(fields: dict, reader: User) -> None:
    release(offering(30, "Tulips"), **fields)
    assert entries(reader) == []


def test_releases_that_follow_each_other_are_one_entry(reader: User) -> None:
    page = offering(30, "Tulips")
    seam = NOW - 3 * DAY
    release(page, live=NOW - 90 * DAY, ended=seam, state=State.SUPERSEDED)
    release(page, live=seam + timedelta(milliseconds=3))
    release(page, state=State.BLOCKED)
    entry = only(reader)
    assert (entry.starts, entry.ends) == (NOW - 90 * DAY, None)
    assert entry.chief.number == 2
    assert entry.successor
    assert (entry.successor.number, entry.successor.state) == (3, "blocked")
    assert entry.states == {"live", "blocked"}


def test_an_older_blocked_release_is_history(reader: User) -> None:
    page = offering(30, "Tulips")
    release(page, state=State.BLOCKED)
    release(page, live=NOW - DAY)
    assert only(reader).successor is None


def test_a_campaign_that_came_back_has_two_entries(reader: User) -> None:
    page = offering(30, "Tulips", period_start=NOW - 20 * DAY, period_end=NOW + 30 * DAY)
    release(page, live=NOW - 19 * DAY, ended=NOW - 15 * DAY, state=State.RECALLED)
    release(page, live=NOW - 2 * DAY)
    first, second = entries(reader)
    assert (first.chief.state, second.chief.state) == ("recalled", "live")
    assert (first.starts, first.ends) == (NOW - 19 * DAY, NOW - 15 * DAY)
    assert second.starts == NOW - 15 * DAY


def test_the_period_of_the_offer_counts_while_the_campaign_runs(reader: User) -> None:
    page = offering(
        30, "Tulips", period_start=june(1, zone=PARIS), period_end=june(30, zone=PARIS)
    )
    release(page, state=State.BLOCKED, starts_at=june(10), ends_at=june(20))
    (entry,) = entries(reader, june(1), june(30))
    assert (entry.starts, entry.ends) == (june(1, zone=PARIS), june(30, zone=PARIS))


def test_what_begins_before_or_ends_after_is_there_and_its_neighbors_are_not(reader: User) -> None:
    release(offering(30, "Long"), live=june(1, year=2020), ends_at=june(1, year=2040))
    release(offering(30, "Before"), live=june(1, year=2030), ends_at=june(9))
    release(offering(30, "After"), state=State.BLOCKED, starts_at=june(20))
    titles = [entry.chief.title for entry in entries(reader, june(10), june(20))]
    assert titles == ["Long"]


def test_a_campaign_in_two_languages_is_one_entry(reader: User) -> None:
    page = offering(30, "Tulips", ["sms"])
    french = translate(page, title="Tulipes")
    CampaignPage.objects.filter(pk=french.pk).update(channels=["x"])
    french.refresh_from_db()
    release(page, french, live=NOW - DAY)
    entry = only(reader)
    assert entry.locales == ("en", "fr")
    assert entry.channels == {"sms", "x"}
    assert entry.page_id == page.pk


def scheduled(page: CampaignPage, starts: datetime, **fields: object) -> None:
    for name, value in {"go_live_at": starts, **fields}.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_a_page_that_is_published_later_is_there_without_a_release(reader: User) -> None:
    page = offering(30, "Tulips", live=False)
    scheduled(page, NOW + 2 * DAY, expire_at=NOW + 4 * DAY)
    entry = only(reader)
    assert (entry.starts, entry.ends) == (NOW + 2 * DAY, NOW + 4 * DAY)
    assert (entry.chief.state, entry.chief.number) == ("scheduled", 0)
    assert entry.locales == ("en",)


def test_a_new_version_that_waits_belongs_to_what_is_live(reader: User) -> None:
    page = offering(30, "Tulips")
    page.save_revision().publish()
    Release.objects.all().delete()
    release(page, live=NOW - DAY)
    scheduled(page, NOW + 2 * DAY)
    entry = only(reader)
    assert entry.chief.state == "live"
    assert entry.successor
    assert entry.successor.starts == NOW + 2 * DAY


def test_a_campaign_without_facts_runs_too(reader: User) -> None:
    release(make_campaign(["sms"]), live=NOW - DAY)
    assert only(reader).ends is None


def test_facts_that_no_longer_can_be_read_take_nothing_down(reader: User) -> None:
    made = release(offering(30, "Tulips"), live=NOW - DAY)
    pinned = made.stories.get()
    pinned.story["facts"]["rating"] = {"stars": 4}
    pinned.save()
    entry = only(reader)
    assert entry.facts is None
    assert entry.channels == {"sms"}


def test_times_at_the_end_of_all_times_are_no_trouble(reader: User) -> None:
    far = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC_ZONE)
    page = offering(30, "Tulips")
    release(page, live=datetime(1, 1, 1, tzinfo=UTC_ZONE), ends_at=far)
    assert only(reader).ends == far
