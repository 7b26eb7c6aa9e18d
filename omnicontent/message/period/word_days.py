"""Which days a word such as "this weekend" means when it is read on a given day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from omnicontent.message.period.ends import Ends
from omnicontent.message.period.values import Clock, Moment, Word, WordName

LAST_DAYS = 7
"""How many days before the end are "the last days"."""
_SPANS = frozenset({"weekend", "week", "month", "whole_week", "whole_month"})
_EVENING = 17 * 60
_DAY = timedelta(days=1)


def word_agrees(word: Word, said: Moment, ends: Ends, today: date, left: timedelta | None) -> bool:
    """Tell whether a word is true on ``today``, a day that is not after the period's end.

    ``left`` is the time until the end.
    """
    if word.name in _LEFT:
        return _is_left(word, ends, today, left)
    days = days_of(word, today)
    if said.role == "end":
        return _is_last(word, said.clock, days, ends, today)
    if said.role == "after":
        return _is_over(said.clock, days, ends)
    if said.role == "start":
        return ends.holds_on(days[0]) if ends.first is None else ends.first in days
    return any(map(ends.holds_on, days)) or (word.name == "tomorrow" and ends.next_day in days)


def word_names_end(
    word: Word, said: Moment, ends: Ends, today: date, left: timedelta | None
) -> bool:
    """Tell whether a true word says which day is the last, not only one near it."""
    if ends.last is None or left is None:
        return False
    match word.name:
        case "last_hours":
            return ends.last == today
        case "last_weekend":
            return ends.last in _weekend(today, 0)
        case "hours_left" | "in_hours":
            return abs(left - timedelta(hours=word.count)) <= timedelta(hours=2)
        case "last_days" | "weeks_left" | "under_hours":
            return False
    if word.name in _LEFT:
        return said.role == "end"
    return _days_name_end(word, said, ends, days_of(word, today))


def _days_name_end(word: Word, said: Moment, ends: Ends, days: tuple[date, ...]) -> bool:
    """A span that is all of the period says its end, and so does the last of few days."""
    if word.name in _SPANS and ends.last == days[-1]:
        begins = ends.first in {None, days[0], days[0] - _DAY}
        whole = word.name not in {"week", "month"}  # "new in this week" says no end
        return (begins and whole) or said.role == "end"
    if isinstance(said.since, Word):
        return ends.last in days
    if said.role == "after":
        return True
    exact = word.name not in {*_SPANS, "next_weekday"} or word.name == "weekend"
    return said.role == "end" and exact


def _is_last(
    word: Word, clock: Clock | None, days: tuple[date, ...], ends: Ends, today: date
) -> bool:
    if ends.last is None:
        return False
    if word.name in {"today", "tonight"} and not ends.holds_on(today):
        return False
    if word.name == "tonight" and ends.last_minutes < _EVENING:
        return False
    if clock is None:
        return ends.last in days
    if ends.whole:
        midnight = clock.minutes in {None, 0} and ends.next_day in days
        late = clock.minutes in {None, 24 * 60 - 1, 24 * 60}
        tonight = word.name == "tonight" and clock.minutes == 0
        return midnight or (ends.last in days and (late or tonight))
    return ends.last in days and clock.minutes == ends.last_minutes


def _is_over(clock: Clock | None, days: tuple[date, ...], ends: Ends) -> bool:
    """Tell whether the old price is back: from the end's hour on, or on the day behind."""
    on_last_day = not ends.whole and (clock is None or clock.minutes == ends.last_minutes)
    behind = ends.last + _DAY if ends.last else None
    return behind in days or (on_last_day and ends.last in days)


def days_of(word: Word, today: date) -> tuple[date, ...]:
    """Return the days that a word may mean, the first ones first."""
    return _DAYS[word.name](today, word.count)


def _weekday(today: date, weekday: int) -> tuple[date, ...]:
    return (today + _DAY * ((weekday - today.weekday()) % 7),)


def _next_weekday(today: date, weekday: int) -> tuple[date, ...]:
    (day,) = _weekday(today, weekday)
    return (day, day + 7 * _DAY)


def _weekend(today: date, _count: int) -> tuple[date, ...]:
    saturday = today + _DAY * (5 - today.weekday())
    return (saturday, saturday + _DAY)


def _week(today: date, _count: int) -> tuple[date, ...]:
    monday = today - _DAY * today.weekday()
    return tuple(monday + _DAY * number for number in range(7))


def _month(today: date, _count: int) -> tuple[date, ...]:
    first = today.replace(day=1)
    days = (first + _DAY * number for number in range(31))
    return tuple(day for day in days if day.month == today.month)


_DAYS: Mapping[WordName, Callable[[date, int], tuple[date, ...]]] = {
    "today": lambda today, _count: (today,),
    "tonight": lambda today, _count: (today,),
    "tomorrow": lambda today, _count: (today + _DAY,),
    "day_after_tomorrow": lambda today, _count: (today + 2 * _DAY,),
    "weekend": _weekend,
    "week": _week,
    "whole_week": _week,
    "month": _month,
    "whole_month": _month,
    "month_end": lambda today, count: _month(today, count)[-1:],
    "weekday": _weekday,
    "next_weekday": _next_weekday,
    "in_days": lambda today, count: (today + _DAY * count,),
}


def _is_left(word: Word, ends: Ends, today: date, left: timedelta | None) -> bool:
    """Tell whether a count of what is left, today counted or not, is right."""
    if ends.last is None or left is None:
        return False
    days = (ends.last - today).days
    match word.name:
        case "days_left":
            to_start = (ends.first - today).days if ends.first and today < ends.first else days
            return word.count in {days, days + 1} or word.count == to_start
        case "weeks_left":
            return 7 * (word.count - 1) < days <= 7 * word.count
        case "hours_left" | "in_hours":
            return _is_about(left, word.count)
        case "under_hours":
            return left <= timedelta(hours=word.count + 1)
        case "last_weekend":
            return _weekend(today, 0)[0] <= ends.last <= _weekend(today, 0)[1] + 5 * _DAY
    most = {"last_day": 0, "last_hours": 1, "last_days": LAST_DAYS}[word.name]
    return ends.holds_on(today) and days <= most


def _is_about(left: timedelta, hours: int) -> bool:
    """Tell whether so many hours are left; "24 hours" may be a day not yet over."""
    if hours % 24 == 0 and timedelta(hours=hours - 24) < left < timedelta(hours=hours):
        return True
    return abs(left - timedelta(hours=hours)) <= timedelta(hours=2)


_LEFT = frozenset(
    {
        "last_day",
        "last_days",
        "last_hours",
        "last_weekend",
        "days_left",
        "weeks_left",
        "hours_left",
        "in_hours",
        "under_hours",
    }
)
