"""The period: when the offer holds."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import override
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time

from omnicontent.message.claims import Claim
from omnicontent.message.dates import SaidDate, find_dates
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.locales import babel_locale
from omnicontent.message.models import Period
from omnicontent.message.phrases import phrases_for
from omnicontent.message.texts import Text

_MIDNIGHT = re.compile(
    r",? ?(?:at |à )?(?:midnight|minuit|12(?::00)? ?a\.?m|0?0(?::| ?h ?)00|0 ?h)\b", re.IGNORECASE
)


class PeriodKind(Kind[Period]):
    """From when until when."""

    name = "period"
    model = Period
    label = "the period"

    @override
    def say(self, fact: Period, locale: str, form: Form) -> str:
        phrases = phrases_for(locale)
        if fact.end is None:
            start = _say_moment(fact.start, fact, locale, form) if fact.start else ""
            return phrases.since.format(start=start) if start else ""
        last_day = whole_last_day(fact)
        if last_day is None:
            end = _say_moment(fact.end, fact, locale, form)
        else:
            end = _say_date(last_day, locale, form)
        if fact.start is None:
            return (phrases.through if last_day else phrases.until).format(end=end)
        start = _say_moment(fact.start, fact, locale, form)
        if start == end:
            return phrases.one_day.format(end=end)
        return (phrases.span_through if last_day else phrases.span).format(start=start, end=end)

    @override
    def carried(
        self, fact: Period, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        """The end counts, or the start where there is no end; the hour may be left out."""
        moment = fact.end or fact.start
        if moment is None:
            return True
        local_day = moment.astimezone(ZoneInfo(fact.time_zone)).date()
        last_day = whole_last_day(fact)
        return any(
            said.is_on(last_day or local_day)
            or (last_day is not None and _at_midnight(said, local_day, text.plain))
            for said in find_dates(text.plain, text.locale)
        )


def whole_last_day(period: Period) -> date | None:
    """Return the last day of a period that ends at midnight: that day still counts wholly."""
    if period.end is None:
        return None
    end = period.end.astimezone(ZoneInfo(period.time_zone))
    midnight = (end.hour, end.minute) == (0, 0)
    return (end - timedelta(days=1)).date() if midnight else None


def _at_midnight(said: SaidDate, day: date, text: str) -> bool:
    """Tell whether the day after the last is named together with its first minute."""
    return said.is_on(day) and _MIDNIGHT.match(text, said.end) is not None


def _say_moment(moment: datetime, period: Period, locale: str, form: Form) -> str:
    """Return day and hour in the period's zone; no hour where the day alone says it."""
    local = moment.astimezone(ZoneInfo(period.time_zone))
    day = _say_date(local.date(), locale, form)
    hour = (local.hour, local.minute)
    last_minute = moment == period.end and hour == (23, 59)
    if hour == (0, 0) or (form == "short" and last_minute):
        return day
    known = babel_locale(locale)
    spoken = format_time(local.replace(tzinfo=None), "short", locale=known)
    return phrases_for(locale).moment.format(date=day, time=spoken)


def _say_date(day: date, locale: str, form: Form) -> str:
    known = babel_locale(locale)
    phrases = phrases_for(locale)
    if form == "short" and "/" in phrases.short_date:
        return str(format_date(day, phrases.short_date, locale=known))
    if form == "short":
        at_noon = datetime.combine(day, time(12))
        return str(format_skeleton(phrases.short_date, at_noon, locale=known))
    spoken = str(format_date(day, "long", locale=known))
    if day.day == 1 and spoken.startswith("1 "):
        spoken = phrases.first_of_month + spoken[1:]
    return spoken
