"""Amounts of money in a text, in any currency."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from omnicontent.message.claims import Claim
from omnicontent.message.currencies import currencies_by_sign, sign_pattern
from omnicontent.message.numbers import NUMBER, number_before, parse_number
from omnicontent.message.offers.said import Amount, Sense
from omnicontent.message.offers.senses import is_figure, sense_of

_RANGE = re.compile(r"(\d+)(?: ?[€$£])?(?:-| - | (?:to|à|bis) )$", re.IGNORECASE)
_OFF_OVER = re.compile(r"\boff (?:any |your first )?(?:orders? )?(?:of |over )?$", re.IGNORECASE)
"""$15 ``off`` $60: what must be spent."""
_FROM = re.compile(r"\b(?:from|de|von|da) ?$", re.IGNORECASE)
_TO = re.compile(r" ?(?:to|à|auf|a|down to|->) ?(?:only |just |now |nur )?", re.IGNORECASE)
_CENTS = re.compile(r" (\d\d(?!\d)|[^\W\d_]+)(?:-[^\W\d_]+){0,3}")
_WEIGHTS = ("pounds", "livres", "libras", "pfund")


def find_amounts(text: str, locale: str) -> Iterator[Claim]:
    """Yield every amount that may be a promise; ``49€90`` is forty-nine ninety.

    A sign before the number binds first: in ``$49 €79`` there is no ``49 €``.
    """
    claims = [] if _has_none(text, locale) else list(_amounts(text, locale))
    for number in range(len(claims) - 1):
        first, second = claims[number : number + 2]
        before = text[max(0, first.start - 8) : first.start]
        if _FROM.search(before) and _TO.fullmatch(text, first.end, second.start):
            claims[number : number + 2] = _in_sense(first, "old"), _in_sense(second, "plain")
    return iter(claims)


def says_bare_price(value: Decimal, text: str) -> bool:
    """Tell whether a price with cents stands there without its currency: ``now 49.90``."""
    if value == int(value):
        return False
    whole, cents = f"{value:.2f}".split(".")
    return re.search(rf"(?<![\d.,]){whole}[.,]{cents}(?!\d|[.,]\d| ?%)", text) is not None


def _amounts(text: str, locale: str) -> Iterator[Claim]:
    language = locale.split("-")[0]
    for match in _pattern(locale).finditer(text):
        start, end = match.span()
        value: Decimal
        other = None
        if number := match["behind"] or match["before"]:
            value = _with_cents(parse_number(number), match["cents"])
        elif found := number_before(text, start, language):
            value, start = found
        else:
            continue
        sign = (match["sign_before"] or match["sign_behind"] or match["name"]).casefold()
        sense = sense_of(text, start, end, language)
        if _is_range(text[max(0, start - 14) : start], value):
            sense = "hedged"
        elif _OFF_OVER.search(text[max(0, start - 30) : start]):
            sense = "condition"
        if not is_figure(text, start, language) and not _is_weight(sign, text[end:], sense):
            currencies = currencies_by_sign(locale)[sign]
            if not match["behind"] and (cents := _cents_behind(text, end, language)):
                other, end = value + Decimal(cents[0]) / 100, cents[1]
            yield Claim("offer", start, end, Amount(value, currencies, sense, other))


def _cents_behind(text: str, end: int, language: str) -> tuple[int, int] | None:
    """Return the cents of ``24 € 50`` and ``twenty-four euros fifty``, and where they end."""
    if not (match := _CENTS.match(text, end)):
        return None
    if match[1].isdecimal():
        return int(match[1]), match.end()
    for stop in (match.end(), match.end(1)):
        if found := number_before(text[match.start(1) : stop], stop - match.start(1), language):
            whole = found[1] == 0 and found[0] < 100
            return (int(found[0]), stop) if whole else None
    return None


def _with_cents(value: Decimal, cents: str | None) -> Decimal:
    return value + Decimal(cents) / 100 if cents and value == int(value) else value


def _in_sense(claim: Claim, sense: Sense) -> Claim:
    value = claim.value
    return (
        replace(claim, value=replace(value, sense=sense)) if isinstance(value, Amount) else claim
    )


def _is_weight(sign: str, behind: str, sense: Sense) -> bool:
    """Tell whether pounds are weighed: cherries cost, a discount is paid."""
    weighed = sense == "plain" or behind.startswith((" of ", " de "))
    return sign in _WEIGHTS and sense != "off" and weighed


def _is_range(before: str, value: Decimal) -> bool:
    """Tell whether the number before makes a range of it: 20 to 30, but not model 7 at 299."""
    found = _RANGE.search(before)
    return found is not None and 10 * Decimal(found[1]) >= value


def _has_none(text: str, locale: str) -> bool:
    return _signs(locale).search(text) is None


@cache
def _signs(locale: str) -> re.Pattern[str]:
    return re.compile(sign_pattern(locale))


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    sign = sign_pattern(locale)
    large = r"(?! ?(?:million|milliard|billion|mrd\.?|mio\.?|[mk]\b|[mk]d?€|miliard|mill[oó]n))"
    return re.compile(
        rf"(?<![^\W\d_])(?P<sign_before>{sign})(?![^\W\d_]) ?-?(?P<behind>{NUMBER})"
        rf"(?![^\W\d_]){large}(?:[.,]-{{1,2}})?"
        rf"|(?P<before>{NUMBER})(?:[.,]-{{1,2}})?[ )-]{{0,2}}(?P<sign_behind>{sign})"
        r"(?![^\W\d_])(?!(?<=[ )-].)\d)(?:(?P<cents>\d\d)(?!\d|[.,]\d))?"
        rf"|[ -](?P<name>(?i:{_names(locale)}))(?!\w)"
    )


@cache
def _names(locale: str) -> str:
    names = [
        sign
        for sign in currencies_by_sign(locale)
        if sign.replace(" ", "").isalpha() and len(sign) > 3
    ]
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
