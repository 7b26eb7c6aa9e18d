"""How a locale says a fact. Babel knows the numbers, dates and currencies."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache, singledispatch
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_currency, format_percent

from omnicontent.message.facts import (
    CallToAction,
    Fact,
    FactKind,
    Facts,
    LegalLine,
    Offer,
    Period,
    Place,
    PromoCode,
)
from omnicontent.message.locales import babel_locale
from omnicontent.message.phrases import phrases_for

Form = Literal["long", "short"]
FORMS: tuple[Form, ...] = ("long", "short")


@lru_cache(maxsize=1024)  # every channel says the same facts, and Babel takes its time
def say(fact: Fact, locale: str, form: Form = "long") -> str:
    """Return the fact in words: ``30 % de réduction``, ``€49.00 instead of €79.00``.

    A call to action says verb and URL; :func:`say_all` leaves it to the channel. Babel's
    no-break spaces stay, so that a price is never parted from its sign.
    """
    return _say(fact, locale, form)


def say_all(facts: Facts, locale: str, form: Form = "long") -> dict[FactKind, str]:
    """Return every present fact in words, in the order of the kinds, without the call to action.

    A channel says the call to action itself: it knows where its link goes.
    """
    return {
        kind: words
        for kind, fact in facts.present()
        if kind != "call_to_action" and (words := say(fact, locale, form))
    }


@singledispatch
def _say(fact: Fact, locale: str, form: Form) -> str:
    raise TypeError(f"no words for a {type(fact).__name__}; register them in message/saying.py")


@_say.register
def _(fact: Offer, locale: str, form: Form) -> str:
    phrases = phrases_for(locale)
    if fact.type == "percent":
        amount = say_percent(fact.value, locale)
    else:
        amount = say_money(fact.value, fact.currency, locale, form)
    if fact.type != "price":
        return f"-{amount}" if form == "short" else phrases.off.format(amount=amount)
    if fact.old_price is None or form == "short":
        return amount
    old = say_money(fact.old_price, fact.currency, locale, form)
    return phrases.instead.format(new=amount, old=old)


@_say.register
def _(fact: Period, locale: str, form: Form) -> str:
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


@_say.register
def _(fact: PromoCode, locale: str, form: Form) -> str:
    return phrases_for(locale).code.format(code=fact.code)


@_say.register
def _(fact: CallToAction, locale: str, form: Form) -> str:
    verb = fact.verb.rstrip(": \u00a0\u202f")
    if form == "short" or verb.endswith(("!", "?", "…", ".")):
        return f"{verb} {fact.url}"
    return phrases_for(locale).call.format(verb=verb, url=fact.url)


@_say.register
def _(fact: LegalLine, locale: str, form: Form) -> str:
    return fact.text


@_say.register
def _(fact: Place, locale: str, form: Form) -> str:
    return f"{fact.name}, {fact.address}" if fact.address and form == "long" else fact.name


def say_money(value: Decimal, currency: str, locale: str, form: Form = "long") -> str:
    """Return an amount as the locale writes it; the short form drops the cents of whole ones."""
    known = babel_locale(locale)
    if form == "long" or value != value.to_integral_value():
        return str(format_currency(value, currency, locale=known))
    pattern = known.currency_formats["standard"].pattern.replace(".00", "")
    return str(format_currency(value, currency, pattern, locale=known, currency_digits=False))


def say_percent(value: Decimal, locale: str) -> str:
    """Return ``30%`` or ``12,5 %`` as the locale writes it."""
    known = babel_locale(locale)
    pattern = known.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
    return str(format_percent(value / 100, pattern, locale=known))


def whole_last_day(period: Period) -> date | None:
    """Return the last day of a period that ends at midnight: that day still counts wholly."""
    if period.end is None:
        return None
    end = period.end.astimezone(ZoneInfo(period.time_zone))
    midnight = (end.hour, end.minute) == (0, 0)
    return (end - timedelta(days=1)).date() if midnight else None


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
