"""Days with a name of their own: "Christmas Eve"."""

import re
from collections.abc import Iterator
from functools import cache

from omnicontent.message.period.grammar import grammar_for
from omnicontent.message.period.values import Day, Found


def find_holidays(text: str, locale: str) -> Iterator[Found]:
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
