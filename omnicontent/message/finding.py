"""Whether a text carries a fact: in any form the locale says it, and as editors type it.

How numbers and dates are read is in ``numbers`` and ``dates``; here stands only what counts.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import singledispatch
from zoneinfo import ZoneInfo

import regex

from omnicontent.message.dates import SaidDate, find_dates
from omnicontent.message.facts import (
    CallToAction,
    Fact,
    LegalLine,
    Offer,
    Period,
    Place,
    PromoCode,
)
from omnicontent.message.normalizing import has_words, normalize, without_links
from omnicontent.message.numbers import find_money, find_percentages
from omnicontent.message.saying import FORMS, say, whole_last_day
from omnicontent.text.links import find_links, same_target


def carries(fact: Fact, text: str, locale: str) -> bool:
    """Tell whether ``text`` says ``fact``; links are compared as URLs, tracking removed.

    ``text`` is plain text. What only an address contains (``/WINTER30``) is not said.
    """
    if _carries(fact, text, locale):
        return True
    return any(has_words(text, words) for words in _unread_words(fact, locale))


def _unread_words(fact: Fact, locale: str) -> Iterator[str]:
    """Yield our own words that we can't read back: some locales' dates and digit groups."""
    for form in FORMS:
        words = say(fact, locale, form)
        if words and not _carries(fact, words, locale):
            yield words


@singledispatch
def _carries(fact: Fact, text: str, locale: str) -> bool:
    raise TypeError(f"can't look for a {type(fact).__name__}; register it in message/finding.py")


@_carries.register
def _(fact: Offer, text: str, locale: str) -> bool:
    plain = normalize(without_links(text))
    if fact.type == "percent":
        found = find_percentages(plain)
        senses = {"plain", "off"}
    else:
        found = find_money(plain, fact.currency, locale)
        senses = {"plain"} if fact.type == "price" else {"off"}
    return any(said.value == fact.value and said.sense in senses for said in found)


@_carries.register
def _(fact: Period, text: str, locale: str) -> bool:
    """The end counts, or the start where there is no end; the hour may be left out."""
    moment = fact.end or fact.start
    if moment is None:
        return True
    plain = normalize(without_links(text))
    local_day = moment.astimezone(ZoneInfo(fact.time_zone)).date()
    last_day = whole_last_day(fact)
    return any(
        said.is_on(last_day or local_day) or (last_day and _at_midnight(said, local_day, plain))
        for said in find_dates(plain, locale)
    )


_MIDNIGHT = re.compile(
    r",? ?(?:at |à )?(?:midnight|minuit|12(?::00)? ?a\.?m|0?0(?::| ?h ?)00|0 ?h)\b", re.IGNORECASE
)


def _at_midnight(said: SaidDate, day: date, text: str) -> bool:
    """Tell whether the day after the last is named together with its first minute."""
    return said.is_on(day) and _MIDNIGHT.match(text, said.end) is not None


@_carries.register
def _(fact: PromoCode, text: str, locale: str) -> bool:
    """Case counts: WINTER is a code, winter is a season."""
    code = re.escape(fact.code)
    letter = r"[\p{Latin}\p{Nd}_]"  # a kanji before the code makes no longer code
    pattern = rf"(?<!{letter})(?<!{letter}-){code}(?!-?{letter})"
    return regex.search(pattern, normalize(without_links(text))) is not None


@_carries.register
def _(fact: CallToAction, text: str, locale: str) -> bool:
    return any(same_target(link.url, fact.url) for link in find_links(text))


@_carries.register
def _(fact: LegalLine, text: str, locale: str) -> bool:
    return has_words(text, fact.text)


@_carries.register
def _(fact: Place, text: str, locale: str) -> bool:
    return has_words(without_links(text), fact.name)
