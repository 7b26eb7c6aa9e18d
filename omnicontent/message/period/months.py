"""Months without a day, and the end of the year: "until December", "all December"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from omnicontent.message.period.grammar import any_of, grammar_for
from omnicontent.message.period.values import Day, Found, Month, MonthPart


def find_months(text: str, locale: str) -> Iterator[Found]:
    """Yield "until december", "until the end of december", "all december".

    A month behind a number is left to the finder of dates.
    """
    grammar = grammar_for(locale)
    for match in _month_pattern(locale).finditer(text):
        start, part, needs = _part(text, match, locale)
        if inside := _inside(locale).search(text, max(0, start - 60), start):
            start, part = inside.start("within"), "within" if part == "some" else part
        if part not in {"end", "early", "middle"} and match[0] not in grammar.full_months:
            continue
        yield Found(start, match.end(), Month(grammar.months[match[0]], part), needs)


def _part(
    text: str, match: re.Match[str], locale: str
) -> tuple[int, MonthPart, Literal["", "role"]]:
    """Return how much of the month is meant, where the words for it begin, and what they need."""
    last_day = grammar_for(locale).words.words.get("last_day", "(?!)")
    for part, pattern in _in_front(locale).items():
        if front := pattern.search(text, max(0, match.start() - 40), match.start()):
            certain = part in {"all", "only"} or re.search(last_day, front[0])
            return front.start(), part, "" if certain else "role"
    if _through(locale).search(text, max(0, match.start() - 40), match.start()):
        return match.start(), "end", "role"
    for part, pattern in _behind(locale).items():
        if pattern.match(text, match.end()):
            return match.start(), part, "role" if part == "end" else ""
    return match.start(), "some", "role"


@cache
def _month_pattern(locale: str) -> re.Pattern[str]:
    grammar = grammar_for(locale)
    no_day = r"(?! \d{1,2}\b(?! ?[%€$£]))" if grammar.words.month_first else ""
    return re.compile(rf"(?<!\w)(?<!\d )(?<!\d\. )(?:{any_of(grammar.months)})(?!\w){no_day}")


@cache
def _in_front(locale: str) -> dict[MonthPart, re.Pattern[str]]:
    words = grammar_for(locale).words
    patterns: dict[MonthPart, str] = {
        "end": words.end_of,
        "early": words.early_of,
        "middle": words.middle_of,
        "all": words.all_of,
        "only": rf"(?:{words.only}) (?:{words.within})",
    }
    return {part: re.compile(rf"(?<!\w)(?:{words}) ?$") for part, words in patterns.items()}


@cache
def _inside(locale: str) -> re.Pattern[str]:
    """Return the pattern of "ends in": some day of the month, not the one before its first."""
    grammar = grammar_for(locale)
    return re.compile(
        rf"(?<![\w'])(?:{grammar.ends}) (?:(?:{grammar.words.filler}) )?"
        rf"(?P<within>(?:{grammar.words.within}) )$"
    )


@cache
def _through(locale: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{grammar_for(locale).words.through}) ?$")


@cache
def _behind(locale: str) -> dict[MonthPart, re.Pattern[str]]:
    words = grammar_for(locale).words
    patterns: dict[MonthPart, str] = {
        "end": rf",? (?:{words.closing})",
        "all": rf"[ -](?:{words.all_behind})",
        "only": rf" (?:{words.only})(?= ?(?:[.,;:!?)]|$))",
    }
    return {part: re.compile(rf"(?:{words})(?!\w)") for part, words in patterns.items()}


def find_year_ends(text: str, locale: str) -> Iterator[Found]:
    """Yield "the end of the year" as 31 December."""
    for match in _year_end_pattern(locale).finditer(text):
        yield Found(*match.span(), Day(31, 12), "role")


@cache
def _year_end_pattern(locale: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{grammar_for(locale).words.year_end})(?!\w)")
