"""What a text says of time: the values of the period's claims."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Role = Literal["", "start", "end", "before", "after"]
"""What the words around make of a moment: ``from``, ``until``, ``before`` or nothing.

``after``: on that day the offer, or the old price, is back.
"""

MonthPart = Literal["some", "within", "all", "only", "early", "middle", "end"]
"""``within``: some day of it, as in "ends in May"; "until May" may mean its begin or its end."""

WordName = Literal[
    "today",
    "tonight",
    "tomorrow",
    "day_after_tomorrow",
    "weekend",
    "week",
    "whole_week",
    "month",
    "whole_month",
    "month_end",
    "last_day",
    "last_days",
    "last_hours",
    "last_weekend",
    "days_left",
    "hours_left",
    "weeks_left",
    "in_days",
    "in_hours",
    "under_hours",
    "weekday",
    "next_weekday",
]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``minutes`` is None for "midnight", which may begin or end the day named."""

    minutes: int | None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; None is what the text leaves out. ``weekday``: Monday is 0."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    also: tuple[tuple[int, int], ...] = ()
    """Other days (day, month) that the words may mean: "Christmas" is its eve, too."""
    behind_thanksgiving: int = 0
    """How many days behind the fourth Thursday of November, which another year moves."""

    def is_on(self, day: date) -> bool:
        """Tell whether it names ``day``; what is left out is no other day."""
        if self.behind_thanksgiving:
            return day == _thanksgiving(day.year) + timedelta(days=self.behind_thanksgiving)
        same_day = (self.day, self.month or day.month) == (day.day, day.month)
        return (
            (same_day or (day.day, day.month) in self.also)
            and self.year in {None, day.year}
            and self.weekday in {None, day.weekday()}
        )


def _thanksgiving(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


BLACK_FRIDAY = Day(27, 11, behind_thanksgiving=1)
CYBER_MONDAY = Day(30, 11, behind_thanksgiving=4)


@dataclass(frozen=True, slots=True)
class Month:
    """A month without a day: as an end, all of it, or its last day."""

    month: int
    part: MonthPart = "some"


@dataclass(frozen=True, slots=True)
class Word:
    """A word that means another day tomorrow; ``count`` is its number or its weekday."""

    name: WordName
    count: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """One claim of time. ``what`` is None for an hour alone."""

    what: Day | Month | Word | None
    role: Role = ""
    clock: Clock | None = None
    since: Day | Month | Word | None = None
    """What stands in front as the start of the same span: the "1" of "1-31 December"."""

    @property
    def relative(self) -> bool:
        """Whether it ages: true on one day and false on the next."""
        return isinstance(self.what, Word)

    @property
    def promises(self) -> bool:
        """Whether it limits an offer: "order today" does not, "today only" does."""
        if isinstance(self.what, Month) and self.role == "start":
            return False  # "since September" may tell of anything
        return not self.relative or bool(self.role)


@dataclass(frozen=True, slots=True)
class Found:
    """A day, a word or an hour, and where it stands."""

    start: int
    end: int
    what: Day | Month | Word | Clock
    needs: Literal["", "role", "until"] = ""
    """Without such words in front it says nothing: "Christmas", "Sunday"."""
