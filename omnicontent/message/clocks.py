"""A period by the clocks of its place, for surfaces that take times without a zone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from omnicontent.message.facts import Period
from omnicontent.message.period.ends import whole_last_day


def clock_span(period: Period | None) -> tuple[datetime, datetime] | None:
    """Return when a period starts and ends by the clocks of its zone, None where an end is open.

    A period that ends at midnight ends with the last minute of the day before.
    """
    if period is None or period.start is None or period.end is None:
        return None
    zone = ZoneInfo(period.time_zone)
    end = period.end.astimezone(zone)
    if whole_last_day(period):
        end -= timedelta(minutes=1)
    return period.start.astimezone(zone), end
