"""The layout of a calendar: weeks of days, and bars in lanes over the days they last."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lasting[T]:
    """Something that lasts from its first day to its last one, both included."""

    first: date
    last: date
    what: T


@dataclass(frozen=True, slots=True)
class Bar[T]:
    """The piece of something that falls into one week."""

    what: T
    days: tuple[date, ...]
    begins: bool
    """Whether it begins in this week; else it goes on from the week before."""
    ends: bool


@dataclass(frozen=True, slots=True)
class Week[T]:
    """Seven days and what lasts over them."""

    days: tuple[date, ...]
    lanes: tuple[tuple[Bar[T] | date, ...], ...]
    more: tuple[tuple[date, int], ...]
    """Each day, and how many things it has that found no lane."""

    @property
    def is_crowded(self) -> bool:
        """Tell whether some day has more than the lanes show."""
        return any(number for _day, number in self.more)


def week_around(day: date, first_weekday: int) -> tuple[date, ...]:
    """Return the seven days of a week; ``first_weekday``: 0 is Monday, 6 Sunday."""
    first = day - DAY * ((day.weekday() - first_weekday) % 7)
    return tuple(first + DAY * number for number in range(7))


def weeks_of_month(day: date, first_weekday: int) -> list[tuple[date, ...]]:
    """Return the weeks that the month has days in, with the days of its neighbors."""
    weeks = [week_around(day.replace(day=1), first_weekday)]
    while (monday := weeks[-1][-1] + DAY).month == day.month:
        weeks.append(week_around(monday, first_weekday))
    return weeks


def lay_out[T](days: tuple[date, ...], lasting: Iterable[Lasting[T]], lanes_max: int) -> Week[T]:
    """Put what lasts into lanes, the earliest and longest on top, so that no two bars meet.

    What finds none of ``lanes_max`` lanes is counted on each of its days.
    """
    lanes: list[list[Bar[T]]] = []
    more = dict.fromkeys(days, 0)
    for one in sorted(lasting, key=lambda one: (one.first, date.max - one.last)):
        bar = _bar(one, days)
        if bar is None:
            continue
        free = next((lane for lane in lanes if lane[-1].days[-1] < bar.days[0]), None)
        if free is not None:
            free.append(bar)
        elif len(lanes) < lanes_max:
            lanes.append([bar])
        else:
            more |= {day: more[day] + 1 for day in bar.days}
    return Week(days, tuple(tuple(_cells(lane, days)) for lane in lanes), tuple(more.items()))


def _bar[T](one: Lasting[T], days: tuple[date, ...]) -> Bar[T] | None:
    covered = tuple(day for day in days if one.first <= day <= one.last)
    if not covered:
        return None
    return Bar(one.what, covered, one.first >= days[0], one.last <= days[-1])


def _cells[T](lane: Sequence[Bar[T]], days: Sequence[date]) -> Iterator[Bar[T] | date]:
    starts = {bar.days[0]: bar for bar in lane}
    covered = {day for bar in lane for day in bar.days}
    for day in days:
        if day in starts:
            yield starts[day]
        elif day not in covered:
            yield day
