"""Whether what a text says of time is what a period says."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from omnicontent.message.models import Period
from omnicontent.message.period.ends import LAST_MINUTE, Ends, ends_of
from omnicontent.message.period.values import Clock, Day, Moment, Month, Word
from omnicontent.message.period.word_days import word_agrees
from omnicontent.message.period.zones import zone_called

_EXACT = frozenset(
    {"today", "tonight", "tomorrow", "month_end", "last_day", "days_left", "in_days", "weekday"}
)


def agrees(said: Moment, period: Period, at: datetime | None) -> bool:
    """Tell whether ``period`` says the same; without ``at`` words such as "today" are no fault."""
    ends = _ends(said.clock, period)
    if isinstance(said.what, Word):
        return at is None or _word_agrees(said.what, said, ends, period, at)
    if said.role == "start":
        return _is_start(said, ends)
    return _is_end(said, ends) or (said.role in {"", "after"} and _is_start(said, ends))


def names_it(said: Moment, period: Period, at: datetime | None) -> bool:
    """Tell whether the moment says the period: names its end, or its start where it has no end."""
    if said.what is None or not agrees(said, period, at):
        return False
    if period.end is None:
        return said.role != "end" and isinstance(said.what, Day) and said.what.month is not None
    if said.role == "start" and not _is_end(said, _ends(said.clock, period)):
        return False
    if isinstance(said.what, Word):
        return at is not None and said.role == "end" and said.what.name in _EXACT
    if isinstance(said.what, Month):
        return said.what.part == "end"
    near = at is not None and timedelta(0) <= period.end - at <= timedelta(days=28)
    last = _is_end(said, _ends(said.clock, period))
    return last and not said.what.also and (said.what.month is not None or near)


def _ends(clock: Clock | None, period: Period) -> Ends:
    """Return the ends by the clocks of the zone that the text names, else of the period's."""
    named = zone_called(clock.zone) if clock and clock.zone else None
    return ends_of(period, named or ZoneInfo(period.time_zone))


def _is_end(said: Moment, ends: Ends) -> bool:
    if ends.last is None:
        return False
    if isinstance(said.what, Month):
        return _month_is_end(said.what, ends)
    if not isinstance(said.what, Day):
        return is_end_hour(said.clock, ends)
    if said.what.is_on(ends.last) and is_end_hour(said.clock, ends):
        return not (ends.whole and said.clock and said.clock.minutes == 0)
    if ends.next_day is None or not said.what.is_on(ends.next_day):
        return False
    at_midnight = said.clock is not None and said.clock.minutes in {None, 0}
    return at_midnight or (said.role in {"before", "after"} and said.clock is None)


def is_end_hour(clock: Clock | None, ends: Ends) -> bool:
    """Tell whether an hour, if there is one, is the end's: any word for midnight for midnight."""
    if clock is None:
        return True
    if ends.whole:
        return clock.minutes in {None, 0, LAST_MINUTE, 24 * 60}
    return clock.minutes == ends.last_minutes


def _is_start(said: Moment, ends: Ends) -> bool:
    if ends.first is None:
        return False
    if isinstance(said.what, Month):
        if said.what.part == "all":
            return _month_is_end(said.what, ends)
        return said.what.month == ends.first.month
    day_before = ends.first - timedelta(days=1)
    midnight = said.clock is not None and said.clock.minutes in {None, 24 * 60}
    if isinstance(said.what, Day) and midnight and said.what.is_on(day_before):
        return ends.first_minutes == 0
    on_day = not isinstance(said.what, Day) or said.what.is_on(ends.first)
    return on_day and is_start_hour(said.clock, ends)


def is_start_hour(clock: Clock | None, ends: Ends) -> bool:
    """Tell whether an hour, if there is one, is the start's."""
    return clock is None or (clock.minutes or 0) % (24 * 60) == ends.first_minutes


def _month_is_end(month: Month, ends: Ends) -> bool:
    last = ends.last
    if last is None:
        return False
    if month.part == "some":
        before_it = ends.next_day is not None and ends.next_day.day == 1
        return last.month == month.month or (before_it and last.month % 12 + 1 == month.month)
    if month.part == "middle":
        return last.month == month.month and 10 <= last.day <= 20
    if month.part == "end":
        return last.month == month.month and is_month_end(last)
    return _covers(month.month, ends, last)


def _covers(month: int, ends: Ends, last: date) -> bool:
    year = last.year if month <= last.month else last.year - 1
    first_day = date(year, month, 1)
    last_day = date(year, month, monthrange(year, month)[1])
    return (ends.first is None or ends.first <= first_day) and last >= last_day


def is_month_end(day: date) -> bool:
    """Tell whether the next day is the first of a month."""
    return (day + timedelta(days=1)).day == 1


def _word_agrees(word: Word, said: Moment, ends: Ends, period: Period, at: datetime) -> bool:
    if period.end is not None and at > period.end:
        return False
    if at == period.end:  # the last moment of the period, by the last day's name
        at -= timedelta(minutes=1)
    today = at.astimezone(ZoneInfo(period.time_zone)).date()
    return word_agrees(word, said, ends, today, period.end - at if period.end else None)
