"""Wall-clock times: an editor means the clock on the wall of the campaign's place."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings


def zone_named(name: str) -> ZoneInfo:
    """Return the time zone called ``name``, or the service's own where there is none."""
    try:
        return ZoneInfo(name or settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(settings.TIME_ZONE)


def on_wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what the clocks of ``zone`` show at ``moment``, without a time zone."""
    return moment.astimezone(zone).replace(tzinfo=None)


def at_wall(shown: datetime, zone: ZoneInfo) -> datetime:
    """Return the first instant at which the clocks of ``zone`` show ``shown``.

    :raises ValueError: they never show it: the clocks are put forward over it.
    """
    moment = shown.replace(tzinfo=zone)
    if on_wall(moment.astimezone(UTC), zone) != shown:
        raise ValueError(f"no clock in {zone.key} shows {shown:%H:%M} on that day")
    return moment


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the first instant of a day, even where the clocks are put forward over midnight."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def day_begun_at(moment: datetime, zone: ZoneInfo) -> date | None:
    """Return the day whose first instant ``moment`` is; None for any later one."""
    day = on_wall(moment, zone).date()
    return day if start_of_day(day, zone) == moment else None


def last_whole_day(end: datetime, zone: ZoneInfo) -> date | None:
    """Return the day that ends at ``end``; None where it ends within a day."""
    day = day_begun_at(end, zone)
    return day and day - timedelta(days=1)
