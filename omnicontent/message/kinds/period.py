"""The period: when the offer holds."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import override
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.locales import babel_locale
from omnicontent.message.models import Period
from omnicontent.message.period.ends import whole_last_day
from omnicontent.message.period.judging import agrees, names_it
from omnicontent.message.period.moments import find_moments
from omnicontent.message.period.values import Moment
from omnicontent.message.phrases import phrases_for
from omnicontent.message.texts import Text

__all__ = ["PeriodKind", "whole_last_day"]


class PeriodKind(Kind[Period]):
    """From when until when."""

    name = "period"
    model = Period
    label = "the period"

    @override
    def say(self, fact: Period, locale: str, form: Form) -> str:
        said = _say(fact, locale, form)
        for joined, contracted in phrases_for(locale).contractions:
            said = said.replace(joined, contracted)
        return said

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        return find_moments(text)

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        said, period = claim.value, facts.period
        if not isinstance(said, Moment):
            raise TypeError("the value of a period's claim is a Moment")
        if period is None or not (period.start or period.end):
            return "orphan" if said.promises else "backed"
        return "backed" if agrees(said, period, at) else "contradiction"

    @override
    def carried(
        self, fact: Period, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        """The end counts, or the start where there is no end; year and hour may be left out."""
        if not (fact.start or fact.end):
            return True
        said = (claim.value for claim in claims)
        return any(isinstance(one, Moment) and names_it(one, fact, at) for one in said)


def _say(fact: Period, locale: str, form: Form) -> str:
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
