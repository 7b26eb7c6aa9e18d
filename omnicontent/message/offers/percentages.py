"""Percentages in a text, in digits and in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from omnicontent.message.claims import Claim
from omnicontent.message.numbers import NUMBER, number_before, parse_number
from omnicontent.message.offers.fractions import find_fractions
from omnicontent.message.offers.said import Percentage, Sense
from omnicontent.message.offers.senses import is_no_promise, is_of_noun, is_share, sense_of
from omnicontent.message.offers.words import offer_words

HALF = Decimal(50)
PROMISED: tuple[Sense, ...] = ("off", "more", "named")
_ORDINALS = (
    r"(?:second|third|2nd|3rd|2e|3e|2ème|3ème|deuxième|troisième|seconde|zweite[nrs]?|2\.|"
    r"dritte[nrs]?|segund[oa]|tercer[oa]?|2[ºª]|second[oa]|terz[oa]|2°)(?!\w)"
)
_NTH = re.compile(rf"(?<!\w){_ORDINALS}[^.!?%]{{0,25}}$", re.IGNORECASE)
_OF_NTH = re.compile(
    r"(?: ?off| de \w+| rabatt| di sconto)? (?:on|off|sur|auf|en|su|sul|sulla|für) ?"
    rf"(?:the |your |le |la |l'|votre |den |das |die |el )?{_ORDINALS}",
    re.IGNORECASE,
)
SHARED: tuple[Sense, ...] = ("plain", "price", "hedged", "named")
"""Senses in which a number may be a share: "about 80% of them"."""
_RATE = re.compile(r"taeg|apr\b|interest|intérêt|zins|taux|tae\b|tan\b|interés|tasso", re.I)
_RANGE = re.compile(r"\d ?%?(?:-| - | (?:to|à|bis|a|and|et) )-?$", re.IGNORECASE)


def find_percentages(text: str, language: str) -> Iterator[Claim]:
    """Yield every percentage that may be a promise, and ``half price``."""
    said = list(_numbers(text, language))
    if not _is_composition([percentage for *_place, percentage in said]):
        for start, end, percentage in said:
            if not _says_what_it_is(text, percentage, start, end, language):
                yield Claim("offer", start, end, percentage)
    for start, end, value in (*_halves(text, language), *find_fractions(text, language)):
        sense: Sense = "hedged" if _on_second(text, start, end) else "off"
        yield Claim("offer", start, end, Percentage(value, sense))


def _halves(text: str, language: str) -> Iterator[tuple[int, int, Decimal]]:
    for match in _half(language).finditer(text):
        yield *match.span(), HALF


def _numbers(text: str, language: str) -> Iterator[tuple[int, int, Percentage]]:
    for match in _pattern(language).finditer(text):
        start, end = match.span()
        if match["number"]:
            value = parse_number(match["number"])
        elif found := number_before(text, start, language):
            value, start = found
        else:
            continue
        yield start, end, Percentage(value, _sense(text, start, end, language))


def _sense(text: str, start: int, end: int, language: str) -> Sense:
    sense = sense_of(text, start, end, language)
    if _RANGE.search(text[max(0, start - 12) : start]):
        return "hedged"
    return "hedged" if sense in ("plain", "off") and _on_second(text, start, end) else sense


def _says_what_it_is(text: str, said: Percentage, start: int, end: int, language: str) -> bool:
    if is_no_promise(text, start, end, language):
        return True
    if said.sense in SHARED and is_share(text, end, language):
        return True
    if said.sense in ("plain", "price") and _is_odd(said, text, end):
        return True
    in_sign = text[end - 1] == "%"
    if in_sign and said.sense in ("plain", "price") and is_of_noun(text, end, language):
        return True
    promised = _whole(language).search(text[end : end + 40])
    return said.value >= 100 and not promised and said.sense not in PROMISED


def _is_odd(said: Percentage, text: str, end: int) -> bool:
    """Tell whether a percentage is too odd for a discount, such as a wine's: but rates are."""
    whole = said.value == int(said.value)
    return not whole and not _RATE.search(text[max(0, end - 30) : end + 30])


def _is_composition(parts: list[Percentage]) -> bool:
    """Tell whether percentages make one whole: ``70% Assam, 30% Ceylon``."""
    shares = [part.value for part in parts if part.value != 100 and part.sense != "hedged"]
    plain = all(part.sense != "off" for part in parts)
    return plain and len(shares) > 1 and sum(shares) == 100


def _on_second(text: str, start: int, end: int) -> bool:
    """Tell whether only the second article is reduced, which is another promise."""
    return bool(_NTH.search(text[max(0, start - 40) : start]) or _OF_NTH.match(text[end:]))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(offer_words(language, "percent"))
    return re.compile(
        rf"(?P<number>{NUMBER})(?:[ )]{{0,2}}%|[ )]{{0,2}}-?(?:{names})(?!\w))"
        rf"|[ -](?:{names}|%)(?!\w)",
        re.IGNORECASE,
    )


@cache
def _half(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(offer_words(language, 'half'))})(?!\w)", re.I)


@cache
def _whole(language: str) -> re.Pattern[str]:
    return re.compile(rf"^[^.!?]{{0,15}}\b(?:{'|'.join(offer_words(language, 'whole'))})", re.I)
