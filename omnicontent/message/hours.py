"""Opening hours: said as a locale writes them, and found as people type them.

Modest on purpose: only days of the week with hours behind or before them are opening hours.
Expects ``Text.plain``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import cache

from babel.dates import format_time, get_day_names

from omnicontent.message.hour_spans import DAY_MINUTES, TIME, TO, Span, read_spans
from omnicontent.message.locales import babel_locale
from omnicontent.message.models import WEEKDAYS, OpeningHours
from omnicontent.message.normalizing import without_accents
from omnicontent.message.phrases import phrases_for

_AND = r" ?(?:,|;|et|and|und|y|e|&|\+|/|puis|then) ?"
_FROM = (
    r"(?: ?(?:[:,(]|from|de|von|dalle|ore|desde las|de las|between|entre|zwischen|"
    r"open|ouverte?s?|geoffnet|abiert[oa]s?|apert[oi]|horaires|hours|is|est|are|sont|ist|h24))* ?"
)
_SPAN = rf"{TIME}{TO}{TIME}"
_SPANS = rf"{_SPAN}(?:{_AND}(?:de |from |von |dalle )?{_SPAN})*"
_EVERY = (
    r"every day|daily|tous les jours|7j?/7j?|7 ?jours sur 7|7 days a week|taglich|jeden tag|"
    r"todos los dias|cada dia|tutti i giorni|ogni giorno"
)
_CLOSED = r"(?:closed|fermee?s?|geschlossen|cerrad[oa]s?|chius[oi])"
_EXCEPT = r"(?:except|sauf|hormis|excepte|au(?:ss|ß)er|excepto|salvo|menos|tranne|eccetto)"
_BARE = re.compile(
    r" ?(?:$|[.,;:!?)\n|/]| (?:and|et|und|y|e|&|open|ouvert|geoffnet|abierto|aperto)\b)",
    re.IGNORECASE,
)
"""Behind hours without any mark of hours; "2 to 4 people" are none."""
_ON = r" ?(?:,|\(|on|le|les|du|de|am|an|von|vom|los|el|il|la|dal|from)? ?"
_OPENING = re.compile(
    r"\b(?:open|opening|hours|ouverte?s?|ouverture|horaires?|geoffnet|offnungszeiten|"
    r"abiert[oa]s?|horarios?|apert[oi]|orari[o]?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:livr|deliver|liefer|entrega|consegn|service client|customer (?:service|care)|kundenservi|"
    r"atencion|assisten|support|help ?line|hotline|\bchat\b|\bcall\b|phone|\btel\b|appel|joindre|"
    r"anruf|llam|chiam|happy hour|nocturne|late night|brunch|lunch|dejeuner|menu|formule|atelier|"
    r"workshop|concert|parking|exception|holiday|feri|christmas|noel)",
    re.IGNORECASE,
)
"""What keeps hours of its own, on the telephone or at the door."""


@dataclass(frozen=True, slots=True)
class SaidHours:
    """On which days, Monday being 0, a place is open from when until when; closed without."""

    days: frozenset[int]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FoundHours:
    """Opening hours and where they stand."""

    said: SaidHours
    start: int
    end: int


def say_hours(hours: OpeningHours, locale: str) -> str:
    """Return ``lundi–vendredi 9 h – 18 h``, ``Mon–Fri 9:00 AM – 6:00 PM``."""
    days = dict.fromkeys((hours.first, hours.last or hours.first))
    said = "–".join(_day_name(WEEKDAYS.index(day), locale) for day in days)
    return f"{said} {_say_time(hours.opens, locale)} – {_say_time(hours.closes, locale)}"


def spans_by_day(hours: tuple[OpeningHours, ...]) -> dict[int, set[Span]]:
    """Return when a place is open on each day of the week that has hours."""
    table: dict[int, set[Span]] = {}
    for one in hours:
        span = _minutes(one.opens), _minutes(one.closes) or DAY_MINUTES
        first = WEEKDAYS.index(one.first)
        last = WEEKDAYS.index(one.last or one.first)
        for day in _from_to(first, last):
            table.setdefault(day, set()).add(span)
    return table


def find_hours(text: str, locale: str) -> Iterator[FoundHours]:
    """Yield the opening hours in ``text``, and the days on which it says "closed"."""
    plain = without_accents(text)
    if not _guard(locale).search(plain):
        return
    last_end = -1
    for match in _pattern(locale).finditer(plain):
        days = match["days"] or match["days_after"] or match["shut"] or match["shut_after"]
        spans = match["spans"] or match["spans_before"]
        closed_on = _exception(locale).match(plain, match.end())
        open_on = _read_days(days, locale)
        if closed_on:
            open_on -= _read_days(closed_on["days"], locale)
        bare = _BARE.match(plain, match.end("spans")) is not None and bool(match["spans"])
        said = SaidHours(open_on, tuple(read_spans(spans or "", bare)))
        goes_on = 0 <= last_end >= match.start() - 3
        opening = goes_on or len(said.days) > 1 or _says_open(plain, match)
        if (spans and not (said.spans and opening)) or _of_others(plain, match):
            continue
        last_end = match.end()
        yield FoundHours(said, *match.span())


def _says_open(text: str, match: re.Match[str]) -> bool:
    """Tell one day's opening hours from its event: by a word such as "open" beside them."""
    return _OPENING.search(text[max(0, match.start() - 40) : match.end() + 20]) is not None


def _of_others(text: str, match: re.Match[str]) -> bool:
    """Tell whether the sentence gives the hours of something else, such as a hotline."""
    before = re.split(r"[.!?;] ", text[max(0, match.start() - 60) : match.start()])[-1]
    after = re.split(r"[.!?;,]", text[match.end() : match.end() + 25])[0]
    return _OTHER.search(f"{before} {match[0]} {after}") is not None


def _day_name(day: int, locale: str) -> str:
    """Return a day's short name, or the whole one where the short ends with a period."""
    known = babel_locale(locale)
    short = str(get_day_names("abbreviated", locale=known)[day])
    return str(get_day_names("wide", locale=known)[day]) if short.endswith(".") else short


def _say_time(at: time, locale: str) -> str:
    phrases = phrases_for(locale)
    pattern = phrases.clock if at.minute else phrases.whole_hour
    return str(format_time(at, pattern or "short", locale=babel_locale(locale)))


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _from_to(first: int, last: int) -> list[int]:
    return [day % 7 for day in range(first, (last if last >= first else last + 7) + 1)]


@cache
def _days(locale: str) -> dict[str, int]:
    """Return the locale's names of days, long and short, without accents and periods."""
    known, names = babel_locale(locale), {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for day, name in known.days[context][width].items():
                names[without_accents(name).rstrip(".").lower()] = day
    return names


@cache
def _day_pattern(locale: str) -> str:
    names = "|".join(re.escape(name) for name in sorted(_days(locale), key=len, reverse=True))
    return rf"\b(?:{names})s?\b\.?"


@cache
def _guard(locale: str) -> re.Pattern[str]:
    """Return a cheap look for a day: without one there are no opening hours."""
    return re.compile(rf"{_day_pattern(locale)}|{_EVERY}", re.IGNORECASE)


@cache
def _items(locale: str) -> str:
    day = _day_pattern(locale)
    item = rf"{day}(?: ?(?:-|to|through|au|a|al|bis) ?{day})?"
    return rf"{item}(?:{_AND}{item})*"


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    items = _items(locale)
    days = rf"(?:{items}|{_EVERY})(?:[ ,(]*{_EXCEPT}{_ON}{items}\)?)?"
    return re.compile(
        rf"(?P<days>{days}){_FROM}(?P<spans>{_SPANS})(?!\w)"
        rf"|(?P<spans_before>{_SPANS}){_ON}(?P<days_after>{days})(?! ?[:,]? ?(?:de |from )?\d)"
        rf"|{_CLOSED}{_ON}(?P<shut>{days})(?! ?\d)|(?P<shut_after>{days}) ?[:,-]? ?{_CLOSED}\b",
        re.IGNORECASE,
    )


@cache
def _exception(locale: str) -> re.Pattern[str]:
    """Return the pattern of "except on Tuesdays"."""
    return re.compile(rf"[ ,(]*{_EXCEPT}{_ON}(?P<days>{_items(locale)})", re.IGNORECASE)


def _read_days(words: str, locale: str) -> frozenset[int]:
    all_but = re.split(rf"[ ,(]*{_EXCEPT}", words, maxsplit=1, flags=re.IGNORECASE)
    if len(all_but) == 2:
        return _read_days(all_but[0], locale) - _read_days(all_but[1], locale)
    if re.fullmatch(_EVERY, words, re.IGNORECASE):
        return frozenset(range(7))
    found: list[int] = []
    end = 0
    for match in re.finditer(_day_pattern(locale), words, re.IGNORECASE):
        name = match[0].lower().rstrip(".")
        names = _days(locale)
        day = names[name] if name in names else names[name.removesuffix("s")]
        joined = found and not re.fullmatch(_AND, words[end : match.start()], re.IGNORECASE)
        found += _from_to(found[-1], day) if joined else [day]
        end = match.end()
    return frozenset(found)
