"""Words that mean another day tomorrow: "tonight", "3 days left", "Sunday"."""

import re
from collections.abc import Iterator
from functools import cache

from omnicontent.message.period.grammar import any_of, grammar_for, has_any
from omnicontent.message.period.values import Found, Word

ALWAYS_LIMITS = frozenset(
    {
        "last_day",
        "last_days",
        "last_hours",
        "last_weekend",
        "days_left",
        "hours_left",
        "weeks_left",
    }
)
"""Words that say an end by themselves."""


def find_words(folded: str, locale: str) -> Iterator[Found]:
    """Yield every such word; those that need a role to say anything are marked."""
    words = grammar_for(locale).words
    if words.words:
        for match in _pattern(locale).finditer(folded):
            name = match.lastgroup
            count = _number(match[0], locale) if "#" in words.words[name] else 0  # type: ignore[index]
            if name == "in_hours" and _under(locale).search(match[0]):
                name = "under_hours"
            vague = (
                name in {"in_days", "in_hours", "under_hours", "month_end"}
                or name in words.ambiguous
            )
            yield Found(*match.span(), Word(name, count), "role" if vague else "")  # type: ignore[arg-type]
    yield from _weekdays(folded, locale)
    yield from _short_weekdays(folded, locale)


def _weekdays(folded: str, locale: str) -> Iterator[Found]:
    grammar = grammar_for(locale)
    if not has_any(folded, tuple(grammar.full_weekdays)):
        return
    for match in _weekday_pattern(locale).finditer(folded):
        name = "next_weekday" if match["next"] or match["next_behind"] else "weekday"
        count = grammar.full_weekdays[match["weekday"]]
        yield Found(*match.span(), Word(name, count), "role")  # type: ignore[arg-type]


def _short_weekdays(folded: str, locale: str) -> Iterator[Found]:
    """Yield "ends Sun" and "endet Fr 20 Uhr": elsewhere these letters are other words."""
    grammar = grammar_for(locale)
    for match in _short_weekday_pattern(locale).finditer(folded):
        if _end_in_front(locale).search(folded, max(0, match.start() - 40), match.start()):
            count = grammar.weekdays[match["weekday"]]
            yield Found(*match.span(), Word("weekday", count), "role")


@cache
def _short_weekday_pattern(locale: str) -> re.Pattern[str]:
    grammar = grammar_for(locale)
    short = any_of(set(grammar.weekdays) - set(grammar.full_weekdays) - {"mar"})
    return re.compile(rf"(?<!\w)(?P<weekday>{short})(?!\w)\.?(?= ?(?:[,;:!?)\d]|$))")


@cache
def _end_in_front(locale: str) -> re.Pattern[str]:
    grammar = grammar_for(locale)
    return re.compile(
        rf"(?<![\w'])(?:{grammar.until})(?:(?<=')|(?<!\w)|\b)[ :]{{0,2}}"
        rf"(?:(?:{grammar.words.this}) )?$"
    )


def _number(text: str, locale: str) -> int:
    if digits := re.search(r"\d+", text):
        return int(digits[0])
    numbers = grammar_for(locale).words.numbers
    for number, names in enumerate(numbers, start=1):
        if re.search(rf"(?<!\w)(?:{names})(?!\w)", text):
            return number
    return 0


@cache
def _under(locale: str) -> re.Pattern[str]:
    return re.compile(grammar_for(locale).words.under)


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    words = grammar_for(locale).words
    number = rf"(?<![\d.,])(?:\d{{1,3}}|{'|'.join(words.numbers)})"
    shapes = (
        rf"(?P<{name}>{pattern.replace('#', number)})" for name, pattern in words.words.items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)")


@cache
def _weekday_pattern(locale: str) -> re.Pattern[str]:
    grammar = grammar_for(locale)
    following = grammar.words.next_week
    return re.compile(
        rf"(?<!\w)(?:(?P<next>{following}) )?(?P<weekday>{any_of(grammar.full_weekdays)})"
        rf"(?:{grammar.words.day_part})?(?!\w)"
        rf"(?: (?P<next_behind>{following})(?!\w))?"
    )
