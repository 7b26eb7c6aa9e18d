"""Fractions off in a text: ``a third off``, ``two fifths less``, ``1/4 off``."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from omnicontent.message.numbers import read_small
from omnicontent.message.offers.words import vocabularies

_PARTS = (
    ("half",),
    ("third", "tiers", "drittel", "tercio", "terz"),
    ("quarter", "quart", "viertel", "cuarto", "quarto"),
    ("fifth", "cinquième", "fünftel", "quinto"),
)
_IN_DIGITS = re.compile(
    r"(?<![\d/.,])(?P<minus>-)?(?P<count>\d)/(?P<whole>[2-9]|10)(?![\d/])(?P<off> ?off\b)?"
)


def find_fractions(text: str, language: str) -> Iterator[tuple[int, int, Decimal]]:
    """Yield where a fraction is taken off, and how many percent it is."""
    for match in _IN_DIGITS.finditer(text):
        if match["minus"] or match["off"]:
            yield *match.span(), Decimal(100 * int(match["count"])) / int(match["whole"])
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            count = read_small(match["count"], language) if match["count"] else 1
            value = Decimal(100 * count) / _whole(match["whole"].lower())
            if 0 < value < 100:
                yield *match.span(), value


def _whole(word: str) -> int:
    for number, starts in enumerate(_PARTS, start=2):
        if word.startswith(starts):
            return number
    return 10


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<![\w/]){phrase.replace('{part}', words.part[0])}(?!\w)", re.I)
        for words in vocabularies(language)
        for phrase in words.fraction
    )
