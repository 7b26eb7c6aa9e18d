"""Wall-clock times: an editor means the clock on the wall of the campaign's place."""

from datetime import UTC, datetime
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
