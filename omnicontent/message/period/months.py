"""Months without a day, and the end of the year: "until December", "all December"."""

import re
from collections.abc import Iterator
from functools import cache

from omnicontent.message.period.grammar import any_of, grammar_for
from omnicontent.message.period.values import Day, Found, Month


def find_months(text: str, locale: str) -> Iterator[Found]:
    """Yield "until december", "until the end of december", "all december"."""
    grammar = grammar_for(locale)
    month, end_of, middle_of, all_of, all_behind, only, only_behind = _month_patterns(locale)
    for match in month.finditer(text):
        number = grammar.months[match[0]]
        front = max(0, match.start() - 40)
        if end := end_of.search(text, front, match.start()):
            yield Found(end.start(), match.end(), Month(number, "end"), "role")
        elif middle := middle_of.search(text, front, match.start()):
            yield Found(middle.start(), match.end(), Month(number, "middle"), "role")
        elif start := all_of.search(text, front, match.start()):
            yield Found(start.start(), match.end(), Month(number, "all"))
        elif all_behind.match(text, match.end()):
            yield Found(*match.span(), Month(number, "all"))
        elif start := only.search(text, front, match.start()):
            yield Found(start.start(), match.end(), Month(number, "only"))
        elif only_behind.match(text, match.end()):
            yield Found(*match.span(), Month(number, "only"))
        else:
            yield Found(*match.span(), Month(number), "role")


@cache
def _month_patterns(locale: str) -> tuple[re.Pattern[str], ...]:
    grammar = grammar_for(locale)
    words = grammar.words
    no_day = r"(?! \d{1,2}\b(?! ?[%€$£]))" if words.month_first else ""
    return (
        re.compile(rf"(?<!\w)(?:{any_of(grammar.full_months)})(?!\w){no_day}"),
        re.compile(rf"(?<!\w)(?:{words.end_of}) ?$"),
        re.compile(rf"(?<!\w)(?:{words.middle_of}) ?$"),
        re.compile(rf"(?<!\w)(?:{words.all_of}) ?$"),
        re.compile(rf"[ -](?:{words.all_behind})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{words.only}) (?:{words.within}) ?$"),
        re.compile(rf" (?:{words.only})(?!\w)"),
    )


def find_year_ends(text: str, locale: str) -> Iterator[Found]:
    """Yield "the end of the year" as 31 December."""
    for match in _year_end_pattern(locale).finditer(text):
        yield Found(*match.span(), Day(31, 12), "role")


@cache
def _year_end_pattern(locale: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{grammar_for(locale).words.year_end})(?!\w)")
