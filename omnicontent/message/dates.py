"""Dates in a text, as people type them. Expects text from ``message.normalizing``."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from omnicontent.message.locales import babel_locale

_YEAR = r"(?:,? (?:de |of )?(?P<year>\d{4})(?!\d))?"
_DAY = r"(?P<day>\d{1,2})(?: ?(?:er|st|nd|rd|th|re))?"


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date in a text; without a year where the text leaves it out."""

    day: int
    month: int
    year: int | None
    start: int
    end: int

    def is_on(self, day: date) -> bool:
        """Tell whether it names ``day``; a year left out is no other year."""
        same_day = (self.day, self.month) == (day.day, day.month)
        return same_day and self.year in {None, day.year}


def find_dates(text: str, locale: str) -> Iterator[SaidDate]:
    """Yield every date in ``text``: ``Dec 31``, ``31 décembre 2026``, ``31/12``, ISO."""
    plain = _without_accents(text)
    yield from _named_dates(plain, locale)
    yield from _numeric_dates(plain, locale)


def _named_dates(text: str, locale: str) -> Iterator[SaidDate]:
    months = _months(locale)
    for pattern in _named_patterns(locale):
        for match in pattern.finditer(text):
            month = months[match["month"].lower()]
            year = int(match["year"]) if match["year"] else None
            days = [match["day"], match.groupdict().get("last_day")]
            for day in filter(None, days):
                yield SaidDate(int(day), month, year, match.start(), match.end())


_NUMERIC = re.compile(
    r"(?<![\d/.,-])(?:(?P<iso>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    r"|(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})"
    r"(?:(?P=sep)(?P<year>\d{4}|\d{2})|(?P<open>\.)?))(?![\d/]|[.,-]\d)"
)


def _numeric_dates(text: str, locale: str) -> Iterator[SaidDate]:
    """Read ``31/12`` in the one order that makes a date, ``5/6`` in the locale's order."""
    for match in _NUMERIC.finditer(text):
        span = match.span()
        if match["iso"]:
            iso = int(match["iso_day"]), int(match["iso_month"]), int(match["iso"])
            yield SaidDate(*iso, *span)
            continue
        if match[0] == "24/7" or not (match["sep"] == "/" or match["year"] or match["open"]):
            continue
        first, second = int(match["first"]), int(match["second"])
        day_first = match["sep"] == "." or first > 12 or (second <= 12 and _day_first(locale))
        day, month = (first, second) if day_first else (second, first)
        year = int(match["year"]) if match["year"] else None
        yield SaidDate(day, month, year + 2000 if year and year < 100 else year, *span)


@cache
def _day_first(locale: str) -> bool:
    pattern: str = babel_locale(locale).date_formats["short"].pattern
    return not pattern.startswith("M")


@cache
def _months(locale: str) -> dict[str, int]:
    """Return the locale's month names, long and short, without accents and periods."""
    known = babel_locale(locale)
    names = {"sept": 9}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in known.months[context][width].items():
                names[_without_accents(name).rstrip(".").lower()] = number
    return names


@cache
def _named_patterns(locale: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(re.escape(name) for name in sorted(_months(locale), key=len, reverse=True))
    month = rf"(?P<month>{names})\b\.?"
    return (
        re.compile(rf"(?<![\d/.,]){_DAY}\.? ?(?:of |de )?{month}{_YEAR}", re.IGNORECASE),
        re.compile(
            rf"\b{month} {_DAY}(?: ?- ?(?P<last_day>\d{{1,2}})(?:st|nd|rd|th)?)?"
            rf"(?![\d/:%]|[.,]\d){_YEAR}",
            re.IGNORECASE,
        ),
    )


def _without_accents(text: str) -> str:
    """Return ``text`` with ``é`` as ``e``, letter for letter, so that places stay."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text)
