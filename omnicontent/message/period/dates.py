"""Days of the calendar in a text, as people type them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache

from omnicontent.message.period.grammar import Grammar, any_of, grammar_for
from omnicontent.message.period.numeric_dates import find_numeric_dates
from omnicontent.message.period.values import Day, Found, Month

_YEAR = r"(?:(?:,|\.)? ?(?:de |of |del )?(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d| ?[%€$£])|,? '(?P<yy>\d\d)\b)?"
_NO_THING = r"(?![\d/:%]|[.,]\d| ?[%€£](?! ?\d)| ?(?:am|pm|a\.m|p\.m|h|uhr|days?|hours?)\b)"
"""A number in front of these is no day."""


def find_dates(folded: str, locale: str) -> Iterator[Found]:
    """Yield every day in folded text, with its weekday and year: ``31 dec``, ``1-31/12``, ISO."""
    names = any_of(grammar_for(locale).months)
    named: list[Found] = []
    if any(letter.isdigit() for letter in folded):
        named = [*_named_dates(folded, locale), *find_numeric_dates(folded, locale)]
    for found in named:
        yield found
        yield from _days_in_front(folded, found, locale)
        if grammar_for(locale).words.month_first:
            yield from _days_behind(folded, found, names)
    yield from _days_alone(folded, locale)
    yield from _months_alone(folded, locale)
    yield from _holidays(folded, locale)


def valid(day: int, month: int) -> bool:
    """Tell whether some year has such a day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]


def _named_dates(text: str, locale: str) -> Iterator[Found]:
    grammar = grammar_for(locale)
    for pattern in _named_patterns(locale):
        for match in pattern.finditer(text):
            month = grammar.months[match["month"]]
            day = grammar.words.day_words.get(match["day"]) or int(match["day"])
            if valid(day, month):
                named = match["weekday"] or match["weekday_behind"]
                weekday = grammar.weekdays.get(named) if named else None
                what = Day(day, month, _year(match), weekday)
                yield Found(*match.span(), what)


def _year(match: re.Match[str]) -> int | None:
    if match["yy"]:
        return 2000 + int(match["yy"])
    return int(match["year"]) if match["year"] else None


@cache
def _named_patterns(locale: str) -> tuple[re.Pattern[str], ...]:
    grammar = grammar_for(locale)
    words = grammar.words
    weekday = weekday_in_front(grammar)
    behind = rf"(?: ?\((?P<weekday_behind>{any_of(grammar.weekdays)})\.?\))?"
    month = rf"(?P<month>{any_of(grammar.months)})(?![^\W\d_])"
    number = rf"(?P<day>\d{{1,2}}|{any_of(words.day_words)})"
    day_first = (
        rf"{weekday}(?<![\d/.,:])(?<![^\W\d_]){number}(?: ?(?:{words.ordinal})(?!\w))?\.?"
        rf" ?(?:(?:{words.of}) )?{month}\.?{_YEAR}{behind}"
    )
    month_first = (
        rf"{weekday}\b{month}\.? ?(?:the )?(?P<day>\d{{1,2}})(?:{words.ordinal})?"
        rf"{_NO_THING}{_YEAR}{behind}"
    )
    shapes = (day_first, month_first) if words.month_first else (day_first,)
    return tuple(re.compile(shape) for shape in shapes)


def weekday_in_front(grammar: Grammar) -> str:
    """Return the pattern of an optional weekday in front of a date."""
    names = any_of(grammar.weekdays)
    return rf"(?:\b(?P<weekday>{names})\b\.?,? ?(?:(?:{grammar.words.on})\b ?)?)?"


def _days_in_front(text: str, found: Found, locale: str) -> Iterator[Found]:
    """Yield the first day of ``1 - 31 dec``: month and year are those of the second."""
    what = found.what
    if not isinstance(what, Day):
        return
    match = _in_front(locale).search(text, max(0, found.start - 40), found.start)
    if match is None:
        return
    grammar = grammar_for(locale)
    day = grammar.words.day_words.get(match["day"]) or int(match["day"])
    if 1 <= day < what.day:
        weekday = grammar.weekdays.get(match["weekday"]) if match["weekday"] else None
        start = match.start("weekday") if match["weekday"] else match.start("day")
        yield Found(start, match.end("day"), Day(day, what.month, what.year, weekday))


@cache
def _in_front(locale: str) -> re.Pattern[str]:
    grammar = grammar_for(locale)
    words = grammar.words
    return re.compile(
        rf"{weekday_in_front(grammar)}(?<![\d/.,:€$£])\b"
        rf"(?P<day>\d{{1,2}}|{any_of(words.day_words)})(?: ?(?:{words.ordinal}))?\.? ?"
        rf"(?:{words.to}|{words.both})\.? ?(?:(?:{words.on})\b ?)?$"
    )


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


def _days_alone(text: str, locale: str) -> Iterator[Found]:
    """Yield the days of ``until the 31st`` and ``du 1er au 31``: their month goes without saying."""
    for pattern in _alone_patterns(locale):
        for match in pattern.finditer(text):
            for name in ("first", "day"):
                number = match.groupdict().get(name)
                if number and 1 <= int(number) <= 31:
                    yield Found(*match.span(name), Day(int(number)), "role")


@cache
def _alone_patterns(locale: str) -> tuple[re.Pattern[str], ...]:
    words = grammar_for(locale).words
    ordinal = rf"(?:{words.ordinal})" + ("" if words.bare_ordinal else "?")
    behind = rf"(?= ?(?:[,.;:!?)\"]|$)(?!\d)| (?:{words.follows})(?!\w))(?![.,:]\d)"
    day = rf"(?:(?:{words.on}) )?(?P<day>\d{{1,2}}){ordinal}(?!\w){behind}"
    sizes = r"(?<!tailles )(?<!taille )(?<!pointures )(?<!tallas )(?<!taglie )"
    first = rf"(?:(?:{words.on}) )?(?P<first>\d{{1,2}})(?:{words.ordinal})?"
    span = rf"(?:{words.between}|{words.since}|{words.on})"
    return (
        re.compile(
            rf"{sizes}\b{span} {first} (?:{words.to}|{words.both}) "
            rf"(?:(?:{words.on}) )?(?P<day>\d{{1,2}})(?:{words.ordinal})?(?!\w){behind}"
        ),
        re.compile(rf"\b(?:{words.bare_day}) {day}"),
    )


def _months_alone(text: str, locale: str) -> Iterator[Found]:
    """Yield "until december", "until the end of december", "all december"; the end of the year."""
    grammar = grammar_for(locale)
    for match in _month_pattern(locale).finditer(text):
        if match["year_end"]:
            yield Found(*match.span(), Day(31, 12), "until")
        else:
            part = "end" if match["end_of"] else "all" if match["all_of"] else "some"
            month = Month(grammar.months[match["month"]], part)  # type: ignore[arg-type]
            yield Found(*match.span(), month, "" if part == "all" else "role")


@cache
def _month_pattern(locale: str) -> re.Pattern[str]:
    grammar = grammar_for(locale)
    words = grammar.words
    full = {name for name in grammar.months if len(name) > 3 or name in {"mai", "may"}}
    return re.compile(
        rf"\b(?:(?P<year_end>{words.year_end})\b|(?:(?P<end_of>{words.end_of}) ?"
        rf"|(?P<all_of>{words.all_of}) ?)?\b(?P<month>{any_of(full)})(?!\w)(?! \d{{1,2}}\b))"
    )


def _holidays(text: str, locale: str) -> Iterator[Found]:
    holidays = grammar_for(locale).words.holidays
    if not holidays:
        return
    for match in _holiday_pattern(locale).finditer(text):
        days = holidays[int((match.lastgroup or "_0")[1:])][1]
        (day, month), also = days[0], days[1:]
        yield Found(*match.span(), Day(day, month, also=also), "until" if also else "role")


@cache
def _holiday_pattern(locale: str) -> re.Pattern[str]:
    holidays = enumerate(grammar_for(locale).words.holidays)
    return re.compile(
        r"(?<!\w)(?:"
        + "|".join(f"(?P<_{n}>{names})" for n, (names, _days) in holidays)
        + r")(?!\w)"
    )
