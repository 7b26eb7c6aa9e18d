"""Days with a name of their own: "Christmas Eve"."""

import re
from collections.abc import Iterator
from functools import cache

from omnicontent.message.period.grammar import grammar_for
from omnicontent.message.period.values import Day, Found


def find_holidays(text: str, locale: str) -> Iterator[Found]:
    """Yield every such day; one of several days needs words such as "until"."""
    holidays = _holidays(locale)
    for match in _holiday_pattern(locale).finditer(text):
        day = holidays[int((match.lastgroup or "_0")[1:])][1]
        yield Found(*match.span(), day, "until" if day.also else "role")


@cache
def _holidays(locale: str) -> tuple[tuple[str, Day], ...]:
    words = grammar_for(locale).words
    fixed = ((names, Day(*days[0], also=days[1:])) for names, days in words.holidays)
    return (*fixed, *words.shopping_days)


@cache
def _holiday_pattern(locale: str) -> re.Pattern[str]:
    holidays = enumerate(_holidays(locale))
    return re.compile(
        r"(?<!\w)(?:"
        + "|".join(f"(?P<_{n}>{names})" for n, (names, _day) in holidays)
        + r")(?!\w)"
    )
