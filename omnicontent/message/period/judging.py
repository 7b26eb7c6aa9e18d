"""Whether what a text says of time is what a period says."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from omnicontent.message.models import Period
from omnicontent.message.period.ends import LAST_MINUTE, Ends, ends_of
from omnicontent.message.period.values import Clock, Day, Moment, Month, MonthPart, Role, Word
from omnicontent.message.period.word_days import word_agrees, word_names_end
from omnicontent.message.period.zones import zone_called

_PARTS: Mapping[MonthPart, range] = {
    "within": range(1, 32),
    "early": range(1, 11),
    "middle": range(10, 21),
}
"""On which days of its month an offer ends."""


def agrees(said: Moment, period: Period, at: datetime | None) -> bool:
    """Tell whether ``period`` says the same; without ``at`` words such as "today" are no fault."""
    if isinstance(said.what, Word):
        return at is None or _word_agrees(word_agrees, said.what, said, period, at)
    ends = _ends(said.clock, period)
    if said.role == "start":
        some_month = isinstance(said.what, Month) and ends.first is None
        return some_month or _is_start(said, ends)
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
        return at is not None and _word_agrees(word_names_end, said.what, said, period, at)
    if isinstance(said.what, Month):
        return _month_names_it(said.what, _ends(None, period))
    if said.since and not isinstance(said.since, Word):
        begins = Moment(said.since, "start")
        if period.start is not None and not _is_start(begins, _ends(None, period)):
            return False
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
        return _month_is_end(said.what, said.role, ends)
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
            return _month_is_end(said.what, said.role, ends)
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


def _month_is_end(month: Month, role: Role, ends: Ends) -> bool:
    last = ends.last
    if last is None:
        return False
    if month.part == "some" or (month.part in _PARTS and role == "after"):
        return _is_before(month, ends) or (role != "before" and _is_in(month, role, last))
    if month.part in _PARTS:
        return last.month == month.month and last.day in _PARTS[month.part]
    if month.part == "end":
        return last.month == month.month and is_month_end(last)
    first_day, last_day = _days_of(month.month, last)
    if month.part == "only":
        return (ends.first is None or ends.first >= first_day) and first_day <= last <= last_day
    return (ends.first is None or ends.first <= first_day) and last >= last_day


def _is_before(month: Month, ends: Ends) -> bool:
    """Tell whether the last day is the last one before a month."""
    following = ends.next_day
    return following is not None and (following.day, following.month) == (1, month.month)


def _is_in(month: Month, role: Role, last: date) -> bool:
    """Tell whether the last day is in a month; "until May" is not until its first day."""
    return last.month == month.month and (last.day > 1 or role != "end")


def _month_names_it(month: Month, ends: Ends) -> bool:
    """Tell whether a month says the last day: by its end, or as all there is of the period."""
    if month.part == "end" or ends.last is None:
        return month.part == "end"
    whole = ends.first in {None, _days_of(month.month, ends.last)[0]} and is_month_end(ends.last)
    return whole and month.part in {"all", "only"}


def _days_of(month: int, last: date) -> tuple[date, date]:
    """Return the first and the last day of a month, the latest that begins by ``last``."""
    year = last.year if month <= last.month else last.year - 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def is_month_end(day: date) -> bool:
    """Tell whether the next day is the first of a month."""
    return (day + timedelta(days=1)).day == 1


def _word_agrees(
    test: Callable[[Word, Moment, Ends, date, timedelta | None], bool],
    word: Word,
    said: Moment,
    period: Period,
    at: datetime,
) -> bool:
    """Hold a word against the period by the clocks of ``at``; after the end none is true."""
    if period.end is not None and at > period.end:
        return False
    if at == period.end:  # the last moment of the period, by the last day's name
        at -= timedelta(minutes=1)
    today = at.astimezone(ZoneInfo(period.time_zone)).date()
    left = period.end - at if period.end else None
    return test(word, said, _ends(said.clock, period), today, left)
