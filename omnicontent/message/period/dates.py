"""Days of the calendar in a text, as people type them."""

import re
from collections.abc import Iterator
from functools import cache

from omnicontent.message.period.days_alone import find_days_alone
from omnicontent.message.period.grammar import any_of, before, grammar_for, has_any
from omnicontent.message.period.holidays import find_holidays
from omnicontent.message.period.months import find_months, find_year_ends
from omnicontent.message.period.numeric_dates import find_numeric_dates, valid, weekday_before
from omnicontent.message.period.values import Day, Found

DIGIT = re.compile(r"\d")
_YEAR = (
    r"(?:(?:,|\.|-)? ?(?:de |of |del )?(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d| ?[%€$£])"
    r"|,? '(?P<yy>\d\d)\b)?"
)
_NO_NAME = r"(?:(?<![^\W\d_]-)|(?<=\d[a-z]-)|(?<=\d[a-z]{2}-)|(?<=\d[a-z]{3}-))"
"""Letters and a dash in front of a number are a name's, but not in ``4th-27th``."""
_NO_THING = r"(?![\d/%]|[.,:]\d| ?[%€£](?! ?\d)| ?(?:am|pm|a\.m|p\.m|h|uhr|days?|hours?)\b)"
"""A number in front of these is no day."""


def find_dates(folded: str, locale: str) -> Iterator[Found]:
    """Yield every day in folded text, with its weekday and year: ``31 dec``, ``1-31/12``, ISO."""
    grammar = grammar_for(locale)
    if DIGIT.search(folded):
        yield from _dates_in_digits(folded, locale)
        yield from find_days_alone(folded, locale)
    elif has_any(folded, grammar.month_hints) and has_any(folded, tuple(grammar.words.day_words)):
        for pattern in _named_patterns(locale):
            yield from _named_dates(folded, pattern, locale)
    if has_any(folded, grammar.month_hints):
        yield from find_months(folded, locale)
    if has_any(folded, grammar.year_end_hints):
        yield from find_year_ends(folded, locale)
    if has_any(folded, grammar.holiday_hints):
        yield from find_holidays(folded, locale)


def _dates_in_digits(folded: str, locale: str) -> Iterator[Found]:
    grammar = grammar_for(locale)
    months = has_any(folded, grammar.month_hints)
    day_first, month_first = _named_patterns(locale)
    dates = list(_named_dates(folded, day_first, locale)) if months else []
    for found in (*dates, *find_numeric_dates(folded, locale)):
        yield found
        yield from _days_in_front(folded, found, locale)
    if months and grammar.words.month_first:
        for found in _named_dates(folded, month_first, locale):
            yield found
            yield from _days_behind(folded, found, grammar.month_names)


def _named_dates(text: str, pattern: re.Pattern[str], locale: str) -> Iterator[Found]:
    grammar = grammar_for(locale)
    for match in pattern.finditer(text):
        month = grammar.months[match["month"]]
        day = grammar.words.day_words.get(match["day"]) or int(match["day"])
        if valid(day, month) and not _is_name(match):
            start, weekday = weekday_before(text, match.start(), locale)
            if match["weekday_behind"]:
                weekday = grammar.weekdays[match["weekday_behind"]]
            if not _counts(match, start, weekday, locale):
                yield Found(start, _end(match), Day(day, month, _year(match), weekday))


def _counts(match: re.Match[str], start: int, weekday: int | None, locale: str) -> bool:
    """Tell "our fifth December" and "deux mars" from "the fifth of December"."""
    grammar = grammar_for(locale)
    named = match.groupdict()
    if named["day"].isdigit() or named["year"] or weekday is not None:
        return False
    if grammar.words.month_first:
        return "of" in named and not named["of"]
    return not _led(locale).search(match.string, max(0, start - 40), start)


@cache
def _led(locale: str) -> re.Pattern[str]:
    grammar = grammar_for(locale)
    words = grammar.words
    leads = rf"{grammar.until}|{words.until_date}|{words.by}|{words.since}|{words.on}|{words.to}"
    return before(leads, words.filler)


def _is_name(match: re.Match[str]) -> bool:
    """Tell a name such as "rue du 11-Novembre" from ``31-Dec``."""
    dash = match.groupdict().get("dash")
    return bool(dash) and len(match["month"]) > 4 and not match["year"]


def _end(match: re.Match[str]) -> int:
    """Return where the date ends: the stop behind a month's full name is the sentence's."""
    stop = match[0].endswith(".") and len(match["month"]) > 4
    return match.end() - 1 if stop else match.end()


def _year(match: re.Match[str]) -> int | None:
    if match["yy"]:
        return 2000 + int(match["yy"])
    return int(match["year"]) if match["year"] else None


@cache
def _named_patterns(locale: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    grammar = grammar_for(locale)
    words = grammar.words
    behind = rf"(?: ?\((?P<weekday_behind>{any_of(grammar.weekdays)})\.?\))?"
    month = rf"(?P<month>{any_of(grammar.months)})(?![^\W\d_])"
    number = rf"(?P<day>\d{{1,2}}|{any_of(words.day_words)})"
    spoken = any_of(name for name, day in words.day_words.items() if day > 2)
    day_first = (
        rf"(?<![\d/.,:])(?<![^\W\d_]){_NO_NAME}{number}(?: ?(?:{words.ordinal})(?!\w))?\.?"
        rf"(?P<dash>-)? ?(?P<of>(?:{words.of}) )?{month}\.?{_YEAR}{behind}"
    )
    month_first = (
        rf"\b{month}(?:\. ?| )(?:the )?(?P<day>\d{{1,2}}|{spoken})(?:{words.ordinal})?"
        rf"{_NO_THING}{_YEAR}{behind}"
    )
    return re.compile(day_first), re.compile(month_first)


def _days_in_front(text: str, found: Found, locale: str) -> Iterator[Found]:
    """Yield the first day of ``1 - 31 dec``: month and year are those of the second."""
    what = found.what
    if not isinstance(what, Day):
        return
    match = _in_front(locale).search(text, max(0, found.start - 40), found.start)
    if match is None:
        return
    grammar = grammar_for(locale)
    group = "day" if match["day"] else "day2"
    day = grammar.words.day_words.get(match[group]) or int(match[group])
    if 1 <= day < what.day:
        start, weekday = weekday_before(text, match.start(group), locale)
        ordinal = _ordinal(locale).match(text, match.end(group), found.start)
        end = ordinal.end() if ordinal else match.end(group)
        yield Found(start, end, Day(day, what.month, what.year, weekday))


@cache
def _in_front(locale: str) -> re.Pattern[str]:
    """Return the pattern of a first day; "3 for 2 until 31 december" has none."""
    words = grammar_for(locale).words
    number = rf"(?<![\d/.,:€$£])(?<![^\W\d_])(?P<day>\d{{1,2}}|{any_of(words.day_words)})"
    ordinal = rf"(?: ?(?:{words.ordinal})(?!\w)\.?|\.)"
    leads = rf"{words.since}|{words.between}|{words.on}"
    led = rf"(?:^|[(:,;!?.\n] ?|\b(?:{leads}) ?|{_names(locale)},? )"
    between = rf" ?(?:{words.to}|{words.both})\.? ?(?:(?:{words.on})\b ?)?"
    return re.compile(
        rf"(?:{led}{number}{ordinal}?{between}|{number.replace('<day', '<day2')}"
        rf"(?:{ordinal}{between}|-))$"
    )


@cache
def _ordinal(locale: str) -> re.Pattern[str]:
    return re.compile(rf" ?(?:{grammar_for(locale).words.ordinal})(?!\w)")


def _names(locale: str) -> str:
    return rf"\b(?:{any_of(grammar_for(locale).weekdays)})\.?"


def _days_behind(text: str, found: Found, months: str) -> Iterator[Found]:
    """Yield the second day of ``dec 1 - 31``."""
    what = found.what
    if not isinstance(what, Day):
        return
    match = _behind(months).match(text, found.end)
    if match and what.day < (day := int(match["day"])) <= 31:
        year = what.year or _year(match)
        yield Found(match.start("day"), match.end(), Day(day, what.month, year))


@cache
def _behind(months: str) -> re.Pattern[str]:
    return re.compile(
        r" ?(?:-|to|through|thru|until|till|and|&) ?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
        rf"{_NO_THING}(?! (?:of )?(?:{months})\b){_YEAR}"
    )
