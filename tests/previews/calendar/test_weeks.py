"""Weeks and lanes: pure arithmetic with days."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from omnicontent.previews.calendar.weeks import (
    DAY,
    Bar,
    Lasting,
    Week,
    lay_out,
    week_around,
    weeks_of_month,
)

MONDAY, SUNDAY = 0, 6
WEEK = week_around(date(2031, 6, 11), MONDAY)


def bars(week: Week[str]) -> list[list[Bar[str]]]:
    return [[cell for cell in lane if isinstance(cell, Bar)] for lane in week.lanes]


def lasting(first: int, last: int, what: str = "") -> Lasting[str]:
    return Lasting(date(2031, 6, first), date(2031, 6, last), what or f"{first}-{last}")


def test_a_week_begins_where_the_reader_lets_it_begin() -> None:
    assert WEEK[0] == date(2031, 6, 9)
    assert week_around(date(2031, 6, 8), SUNDAY)[0] == date(2031, 6, 8)
    assert week_around(date(2031, 6, 8), MONDAY)[0] == date(2031, 6, 2)


def test_a_month_has_whole_weeks() -> None:
    weeks = weeks_of_month(date(2031, 6, 17), MONDAY)
    assert weeks[0][0] == date(2031, 5, 26)
    assert weeks[-1][-1] == date(2031, 7, 6)
    assert len(weeks_of_month(date(2027, 2, 1), MONDAY)) == 4
    assert len(weeks_of_month(date(2031, 12, 5), SUNDAY)) == 5


def test_a_bar_goes_on_over_the_end_of_a_week() -> None:
    ((bar,),) = bars(lay_out(WEEK, [lasting(5, 20)], 5))
    assert bar.days == WEEK
    assert not bar.begins
    assert not bar.ends
    ((bar,),) = bars(lay_out(WEEK, [lasting(9, 15)], 5))
    assert bar.begins
    assert bar.ends


def test_what_follows_shares_a_lane_and_what_overlaps_does_not() -> None:
    week = lay_out(WEEK, [lasting(13, 15), lasting(9, 12), lasting(12, 12)], 5)
    assert [[bar.what for bar in lane] for lane in bars(week)] == [["9-12", "13-15"], ["12-12"]]


def test_what_finds_no_lane_is_counted_on_its_days() -> None:
    week = lay_out(WEEK, [lasting(10, 11, str(number)) for number in range(40)], 5)
    assert len(week.lanes) == 5
    assert [number for _day, number in week.more] == [0, 35, 35, 0, 0, 0, 0]
    assert week.is_crowded


def test_a_week_before_or_after_shows_nothing() -> None:
    assert lay_out(WEEK, [lasting(1, 8), lasting(16, 30)], 5).lanes == ()


@given(
    st.lists(
        st.tuples(st.integers(-9, 16), st.integers(0, 20)).map(
            lambda span: Lasting(WEEK[0] + DAY * span[0], WEEK[0] + DAY * sum(span), span)
        ),
        max_size=30,
    ),
    st.integers(0, 6),
)
def test_every_lane_covers_every_day_once_and_nothing_gets_lost(
    spans: list[Lasting[tuple[int, int]]], lanes_max: int
) -> None:
    week = lay_out(WEEK, spans, lanes_max)
    assert len(week.lanes) <= lanes_max
    for lane in week.lanes:
        days = [day for cell in lane for day in (cell.days if isinstance(cell, Bar) else [cell])]
        assert days == list(WEEK)
    for number, day in enumerate(WEEK):
        drawn = sum(
            isinstance(cell, Bar) and day in cell.days for lane in week.lanes for cell in lane
        )
        assert drawn + week.more[number][1] == sum(one.first <= day <= one.last for one in spans)
