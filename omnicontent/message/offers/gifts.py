"""Things for nothing, and three for the price of two, in a text."""

import re
from collections.abc import Iterator
from functools import cache

from omnicontent.message.claims import Claim
from omnicontent.message.numbers import read_small, small_words
from omnicontent.message.offers.giveaways import names_item
from omnicontent.message.offers.said import Bundle, Gift
from omnicontent.message.offers.words import offer_words

_BOGO = re.compile(r"\bbogof?\b", re.IGNORECASE)
"""Buy one, get one free."""
LARGEST = 12
"""Larger numbers are no bundle: ``24 for 2``."""
_MONEY = re.compile(
    r"[€$£]|\b(?:EUR|USD|GBP|CHF|euros?|dollars?|francs?|pounds?)\b", re.IGNORECASE
)
"""Money given is an amount, not a thing."""
LOOK, WORDS = 40, 4
"""How far to look for the name of what is free, in characters and words."""
AROUND = 60
VAGUE = frozenset(
    [
        "dazu",
        "obendrauf",
        "dabei",
        "totally",
        "completely",
        "absolutely",
        "all",
        "yours",
        "it",
        "it's",
        "its",
        "is",
        "are",
        "always",
        "now",
        "today",
        "tout",
        "toujours",
        "totalement",
        "c'est",
        "entièrement",
        "complètement",
        "völlig",
        "ganz",
        "alles",
        "sempre",
        "siempre",
    ]
)
"""Words that name nothing."""
_ORDINALS = (
    ("second", "deuxième", "zweite", "segund", "2"),
    ("third", "troisième", "dritte", "tercer", "terz", "3"),
    ("fourth", "quatrième", "vierte", "cuart", "quart", "4"),
    ("fifth", "cinquième", "5"),
)
_STOP = re.compile(
    r"[.,;:!?()\"·|+&]| - |\b(?:with|for|on|when|if|from|avec|pour|dès|et|and|mit|bei|und|ab|con|"
    r"por|y|e|per|plus|bis|vom|bei|im|am|zum|zur|hasta|fino|dal|until|till|through|from|jusqu\w*|du|au|aux|chez|für|al|en|alla?|de|une?|un|le|la|les|des|votre|vos|your|the|a|an|einen?|ein|una|uno|il|el|lo)\b",
    re.IGNORECASE,
)


def find_bundles(text: str, language: str) -> Iterator[Claim]:
    """Yield ``3 for 2``, ``buy one get one free``, ``le 3e offert``."""
    taken: list[Claim] = []
    for claim in sorted(_all_bundles(text, language), key=lambda one: one.start - one.end):
        if not any(claim.start < one.end and one.start < claim.end for one in taken):
            taken.append(claim)
            yield claim


def _all_bundles(text: str, language: str) -> Iterator[Claim]:
    """Yield bundles by every pattern that reads one; several may read the same words."""
    if not _guard(language).search(text):
        return
    yield from _numbered_bundles(text, language)
    for match in _BOGO.finditer(text):
        yield Claim("offer", *match.span(), Bundle(2, 1))
    for pattern in _nth(language):
        for match in pattern.finditer(text):
            get = _ordinal(match["nth"])
            yield Claim("offer", *match.span(), Bundle(get, get - 1))


def _numbered_bundles(text: str, language: str) -> Iterator[Claim]:
    for name in ("n_for_m", "plus_free"):
        for pattern in _numbered(language, name):
            for match in pattern.finditer(text):
                if bundle := _bundle(match, language):
                    yield Claim("offer", *match.span(), bundle)


def find_gifts(text: str, language: str) -> Iterator[Claim]:
    """Yield what is said to be free, with the words that name it."""
    for match in _alone(language).finditer(text):
        yield Claim("offer", *match.span(), Gift(match[0]))
    taken = [match.span() for match in _not_free(language).finditer(text)]
    taken += [(claim.start, claim.end) for claim in find_bundles(text, language)]
    for match in _free(language).finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        start, end = _named(text, match, language)
        if end > start and not _MONEY.search(text[start:end]):
            place = min(start, match.start()), max(end, match.end())
            around = text[max(0, place[0] - AROUND) : place[1] + AROUND]
            gift = Gift(text[start:end], around, sure=not _verb(match[0]))
            yield Claim("offer", *place, gift)


def is_given(text: str, item: str, language: str) -> bool:
    """Tell whether a text calls an item free, however far a comma parts them."""
    return any(
        names_item("", text[max(0, match.start() - AROUND) : match.end() + AROUND], item)
        for match in _free(language).finditer(text)
    )


def _named(text: str, match: re.Match[str], language: str) -> tuple[int, int]:
    """Return where the words stand that name what is free: behind ``free``, or before it."""
    place = (0, 0)
    if _ahead(language).fullmatch(match[0]):
        place = _words_behind(text, match.end())
    if place[0] == place[1] and _back(language).fullmatch(match[0]):
        place = _words_before(text, match.start())
    return place


def _verb(words: str) -> bool:
    """Tell whether a verb gives: ``we offer you`` calm, as well as coffee."""
    return any(verb in words.lower() for verb in ("offr", "regalamos", "regaliamo"))


def _words_behind(text: str, start: int) -> tuple[int, int]:
    behind = text[start : start + LOOK]
    stop = _STOP.search(behind)
    words = " ".join(behind[: stop.start() if stop else None].split()[:WORDS])
    start += len(behind) - len(behind.lstrip())
    return (start, start) if words.lower() in VAGUE else (start, start + len(words))


def _words_before(text: str, end: int) -> tuple[int, int]:
    before = text[max(0, end - LOOK) : end].rstrip()
    end = max(0, end - LOOK) + len(before)
    *_earlier, last = _STOP.split(before)
    words = " ".join(last.split()[-WORDS:])
    return (end, end) if words.lower() in VAGUE else (end - len(words), end)


def _bundle(match: re.Match[str], language: str) -> Bundle | None:
    values = {name: read_small(word, language) for name, word in match.groupdict().items() if word}
    pay = values["pay"]
    get = values["get"] if "get" in values else pay + values["free"]
    return Bundle(get, pay) if 0 < pay < get <= LARGEST else None


def _ordinal(word: str) -> int:
    folded = word.casefold()
    for number, starts in enumerate(_ORDINALS, start=2):
        if folded.startswith(starts):
            return number
    return 2


@cache
def _numbered(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    number = rf"\d{{1,2}}|{small_words(language)}"
    return tuple(
        re.compile(
            r"(?<![\w.,€$£])"
            + pattern.replace("{get}", rf"(?P<get>{number})")
            .replace("{pay}", rf"(?P<pay>{number})")
            .replace("{free}", rf"(?P<free>{number})"),
            re.IGNORECASE,
        )
        for pattern in offer_words(language, name)
    )


@cache
def _nth(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w){p}", re.I) for p in offer_words(language, "nth_free"))


@cache
def _guard(language: str) -> re.Pattern[str]:
    """Return a cheap test for texts that hold no bundle at all."""
    return re.compile(
        r"\b(?:for|4|bogof?|b\dg\d|on us|on the house|prix|pay|free|pour|payez|offert|gratuit|"
        r"für|zahl|bezahl|preis|gratis|kostenlos|geschenkt|"
        r"por|paga|precio|per|pag\w+|prezzo|omaggio|\dx\d|get)|\dfor\d|=|\+|\d ?[x×] ?\d|[x×]2",
        re.IGNORECASE,
    )


@cache
def _free(language: str) -> re.Pattern[str]:
    words = (*offer_words(language, "free_after"), *offer_words(language, "free_before"))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


@cache
def _ahead(language: str) -> re.Pattern[str]:
    return re.compile("|".join(offer_words(language, "free_before")), re.IGNORECASE)


@cache
def _back(language: str) -> re.Pattern[str]:
    return re.compile("|".join(offer_words(language, "free_after")), re.IGNORECASE)


@cache
def _not_free(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(offer_words(language, 'not_free'))})", re.IGNORECASE)


@cache
def _alone(language: str) -> re.Pattern[str]:
    words = "|".join(offer_words(language, "free_alone")) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
