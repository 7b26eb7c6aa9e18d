"""Words against the calendar: judged at the first and the last moment at which they are live."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User

from omnicontent.channels.registry import registered
from omnicontent.message.kinds import plug_ins
from omnicontent.releases.calendar import find_calendar_faults
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import MessageRule, Release
from omnicontent.releases.open_issues import open_issues
from omnicontent.releases.services import acknowledge
from omnicontent.stories.models import CampaignPage
from tests.releases.boards import Board
from tests.releases.campaigns import make_campaign, publish, run_all_waiting
from tests.releases.kinds import LastDayKind

pytestmark = pytest.mark.django_db
END = datetime(2031, 12, 11, 23, 0, tzinfo=UTC)
"""Midnight in Paris: 11 December is the last whole day."""
PERIOD = {"period_end": END, "period_time_zone": "Europe/Paris"}


@pytest.fixture(autouse=True)
def _boards() -> Iterator[None]:
    with (
        registered(Board("board")),
        registered(Board("letter", read_at_once=True)),
        plug_ins.registered(LastDayKind()),
    ):
        yield


def campaign(summary: str, *channels: str, **fields: object) -> CampaignPage:
    return make_campaign(list(channels or ("board",)), summary=summary, **(PERIOD | fields))


def release_of(page: CampaignPage) -> Release:
    release = publish(page)
    run_all_waiting()
    release.refresh_from_db()
    return release


def faults_of(release: Release) -> list[Fault]:
    return [Fault.model_validate(fault) for fault in release.issues]


def starting(page: CampaignPage, at: datetime) -> Release:
    """Return a built release whose time begins at ``at``."""
    release = release_of(page)
    release.starts_at = at
    release.save()
    return release


def test_words_that_are_wrong_at_the_start_wait_for_a_name() -> None:
    release = release_of(campaign("These are the final hours."))
    (fault,) = faults_of(release)
    assert release.state == Release.State.BLOCKED
    assert (fault.code, fault.severity, fault.waits) == ("calendar", "warning", True)
    assert (fault.field, fault.span) == ("summary", "final hours")
    assert fault.sentence == "These are the final hours."
    assert fault.message.startswith("“final hours” is wrong as soon as it is live (")
    acknowledge(
        release=release,
        key=open_issues(release)[0].key,
        user=User.objects.create_user("anna"),
    )
    run_all_waiting()
    release.refresh_from_db()
    assert release.state == Release.State.LIVE


def test_words_that_turn_wrong_name_the_minute_in_the_campaigns_zone() -> None:
    (fault,) = faults_of(release_of(campaign("Early days are the best; it is early days.")))
    assert fault.span == "early days"
    assert "“early days” will be wrong from 11 December, 00:00: " in fault.message


def test_words_that_are_right_all_the_time_are_no_issue() -> None:
    release = starting(campaign("These are the final hours."), END - timedelta(hours=20))
    assert find_calendar_faults(release) == []


def test_the_end_itself_is_not_read() -> None:
    release = starting(campaign("These are the final hours."), END - timedelta(hours=1))
    assert release.ends_at == END
    assert find_calendar_faults(release) == []


def test_what_is_read_once_is_judged_at_its_start_alone() -> None:
    release = release_of(campaign("It is early days.", "letter", "board"))
    assert [fault.channel for fault in faults_of(release)] == ["board"]
    release = release_of(campaign("It is final hours.", "letter"))
    assert [fault.channel for fault in faults_of(release)] == ["letter"]


def test_without_an_end_words_must_hold_for_a_day() -> None:
    release = starting(campaign("It is early days."), END - timedelta(hours=36))
    release.ends_at = None
    (fault,) = find_calendar_faults(release)
    assert "will be wrong from 11 December, 00:00" in fault.message


def test_a_rule_can_make_the_calendar_block() -> None:
    MessageRule.objects.create(what="calendar", severity="error")
    release = release_of(campaign("These are the final hours."))
    (fault,) = faults_of(release)
    assert (fault.severity, fault.waits) == ("error", False)
    assert release.state == Release.State.BLOCKED


def test_a_channel_that_is_gone_reads_nothing() -> None:
    release = release_of(campaign("These are the final hours."))
    release.variants.update(channel="gone")
    assert find_calendar_faults(release) == []
