"""When a period starts and ends by the clocks of its place."""

from datetime import datetime

import pytest

from omnicontent.message.clocks import clock_span
from omnicontent.message.facts import Period

START, END = "2026-12-01T08:30:00Z", "2026-12-15T18:00:00+01:00"


def period(**ends):
    moments = {name: datetime.fromisoformat(moment) for name, moment in ends.items()}
    return Period(**moments, time_zone="Europe/Paris")


def clocks(span):
    return [moment.strftime("%Y-%m-%d %H:%M") for moment in span]


def test_moments_are_told_by_the_clocks_of_the_zone():
    assert clocks(clock_span(period(start=START, end=END))) == [
        "2026-12-01 09:30",
        "2026-12-15 18:00",
    ]


def test_an_end_at_midnight_is_the_last_minute_of_the_day_before():
    span = clock_span(period(start=START, end="2026-12-15T00:00:00+01:00"))
    assert clocks(span)[1] == "2026-12-14 23:59"


@pytest.mark.parametrize("ends", [{"start": START}, {"end": END}])
def test_an_open_end_has_no_span(ends):
    assert clock_span(period(**ends)) is None
    assert clock_span(None) is None
