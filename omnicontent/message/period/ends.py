"""A period's first and last day, by the clocks of a zone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from omnicontent.message.models import Period

LAST_MINUTE = 23 * 60 + 59


@dataclass(frozen=True, slots=True)
class Ends:
    """Days and hours (in minutes after midnight) that a period names; None where it is open."""

    first: date | None
    first_minutes: int
    last: date | None
    last_minutes: int
    """24 hours where the last day counts wholly."""

    @property
    def whole(self) -> bool:
        """Whether the last day counts to its midnight, or to the minute before."""
        return self.last_minutes >= LAST_MINUTE

    @property
    def next_day(self) -> date | None:
        """The day whose first minute is the end, None where the end is at another hour."""
        return self.last + timedelta(days=1) if self.last and self.whole else None

    def holds_on(self, day: date) -> bool:
        """Tell whether the period holds on some hour of ``day``."""
        begun = self.first is None or self.first <= day
        return begun and (self.last is None or day <= self.last)


def whole_last_day(period: Period) -> date | None:
    """Return the last day of a period that ends at midnight: that day still counts wholly."""
    if period.end is None:
        return None
    end = period.end.astimezone(ZoneInfo(period.time_zone))
    midnight = (end.hour, end.minute) == (0, 0)
    return (end - timedelta(days=1)).date() if midnight else None


@lru_cache(maxsize=256)
def ends_of(period: Period, zone: ZoneInfo) -> Ends:
    """Return the ends of a period by the clocks of ``zone``."""
    first = period.start.astimezone(zone) if period.start else None
    last = period.end.astimezone(zone) if period.end else None
    last_day, last_minutes = _last(last) if last else (None, 0)
    first_minutes = first.hour * 60 + first.minute if first else 0
    return Ends(first.date() if first else None, first_minutes, last_day, last_minutes)


def _last(end: datetime) -> tuple[date, int]:
    minutes = end.hour * 60 + end.minute
    return ((end - timedelta(days=1)).date(), 24 * 60) if minutes == 0 else (end.date(), minutes)
