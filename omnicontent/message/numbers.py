"""Amounts of money and percentages in a text, as people type them in English and French.

Expects text from :mod:`omnicontent.message.normalizing`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from omnicontent.message.locales import currency_names

Sense = Literal["plain", "off", "old", "more"]
"""What the words around a number make of it: ``€49``, ``€49 off``, ``instead of €49``."""

_NUMBER = r"(?<![\d.,])(?:\d{1,3}(?:[ '.,]\d{3})+(?!\d)|\d+)(?:[.,]\d{1,2})?(?![\d]|[.,]\d)"
_OFF_BEFORE = re.compile(
    r"(?:(?<![\w%-])-|\b(?:save|saving|(?<!au )moins|economisez|économisez|discount of|"
    r"(?:remise|réduction|rabais) de)) ?$",
    re.IGNORECASE,
)
_OFF_AFTER = re.compile(
    r" ?(?:off\b(?!-)|(?:de |d')?(?:réduction|remise|rabais|moins|économies?)\b|"
    r"(?:discount|less|offerts|remboursés)\b)",
    re.IGNORECASE,
)
_OLD_BEFORE = re.compile(
    r"\b(?:instead of|au lieu de|was|were|formerly|rather than|avant|statt) ?:? ?$", re.IGNORECASE
)
_MORE_BEFORE = re.compile(r"\+ ?$")
_MORE_AFTER = re.compile(r" ?(?:more|extra(?! off)|de plus|en plus)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A number in a text, where it stands, and in which sense."""

    value: Decimal
    start: int
    end: int
    sense: Sense


def parse_number(text: str) -> Decimal:
    """Return the value of ``1.299``, ``1,299.00``, ``1 299,5``: three digits never are cents."""
    match = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", text)
    whole, cents = (match[1], match[2]) if match else (text, None)
    return Decimal(re.sub(r"\D", "", whole) + "." + (cents or "0"))


def find_percentages(text: str) -> Iterator[Said]:
    """Yield every percentage in ``text``."""
    for match in re.finditer(rf"({_NUMBER}) ?(?:%|percent\b|per cent\b|pour cent\b)", text):
        yield _said(parse_number(match[1]), text, match.start(), match.end())


def find_money(text: str, currency: str, locale: str) -> Iterator[Said]:
    """Yield every amount of ``currency`` in ``text``; ``49€90`` is forty-nine ninety.

    A sign before the number binds first: in ``$49 €79`` there is no ``49 €``.
    """
    for match in _money_pattern(currency, locale).finditer(text):
        if match["sign_before"] or match["sign_after"]:
            number = match["number_after"] or match["number_before"]
            value = parse_number(number)
            if match["cents"] and value == int(value):
                value += Decimal(match["cents"]) / 100
            yield _said(value, text, match.start(), match.end())


@cache
def _money_pattern(currency: str, locale: str) -> re.Pattern[str]:
    names = sorted(currency_names(currency, locale), key=len, reverse=True)
    ours = "|".join(re.escape(name) for name in names)
    ours = rf"(?<![^\W\d_])(?i:{ours})(?![^\W\d_])"
    other = r"(?:[A-Z]{0,3}[$€£¥₹₩₺₽][A-Z]{0,2})"
    return re.compile(
        rf"(?:(?P<sign_before>{ours})|{other}) ?-?(?P<number_after>{_NUMBER})(?![^\W\d_])"
        rf"|(?P<number_before>{_NUMBER})(?:[.,]-)? ?(?P<sign_after>{ours})"
        r"(?:(?P<cents>\d\d)(?!\d))?"
    )


def _said(value: Decimal, text: str, start: int, end: int) -> Said:
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    sense: Sense = "plain"
    if _OFF_BEFORE.search(before) or _OFF_AFTER.match(after):
        sense = "off"
    elif _MORE_BEFORE.search(before) or _MORE_AFTER.match(after):
        sense = "more"
    elif _OLD_BEFORE.search(before):
        sense = "old"
    return Said(value, start, end, sense)
