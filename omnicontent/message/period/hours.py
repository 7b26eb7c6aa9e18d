"""Times of day in a text, with their zone: ``6 pm``, ``18 h 30``, ``midnight (Paris time)``."""

import re
from collections.abc import Iterator
from functools import cache

from omnicontent.message.period.grammar import grammar_for, has_any
from omnicontent.message.period.values import Clock, Found

_HOUR = re.compile(
    r"(?<![\d:.,/$€£-])(?<!\d[h-])(?:"
    r"(?P<h12>\d{1,2})(?:[:.h](?P<m12>\d\d))? ?(?P<half>[ap])\.? ?m\b\.?"
    r"|(?P<h_colon>\d{1,2}):(?P<m_colon>\d\d)(?::00)?(?: ?(?:uhr|h|hrs|hours|heures)\b)?"
    r"|(?P<h_uhr>\d{1,2})(?:[.:](?P<m_uhr>\d\d))? ?uhr\b(?: (?P<m_uhr2>\d\d)\b)?"
    r"|(?P<h_h>\d{1,2}) ?h(?:eures?\b|rs?\b)?(?: ?(?P<m_h>[0-5]\d)(?!\d| ?[%€$£]))?(?![^\W\d_])"
    r"|(?:\bore|\balle(?: ore)?|\bentro le|\ba las?|\bhasta las?) "
    r"(?P<h_at>\d{1,2})(?:[.:](?P<m_at>\d\d))?(?: ?h\b)?"
    r")(?![\d%/]|[:.,]\d)(?P<part> (?:de la (?:tarde|noche)|in the (?:evening|afternoon)|du soir|"
    r"di sera|del pomeriggio|abends|nachmittags))?"
)
_HINT = re.compile(r"\d(?: ?h|:\d| ?[ap]\.? ?m\b| ?uhr\b)|(?:ore|alle|le|las?) \d")
_LEAD = re.compile(r"(?:ore|alle(?: ore)?|entro le|a las?|hasta las?) ")
_SHORT = (
    r"CES?T|[ACEMP][SD]T|GMT|BST|UTC|MES?Z|H[NA][ECRPA]|HNEC|HEEC|AES?T|AEDT|NZ[SD]T|IST|JST|KST|"
    r"HKT|"
    r"SGT|WES?T|EES?T"
)
_SMALL = _SHORT.lower()
_ZONE = re.compile(
    r",? ?\(?(?:(?P<short>" + _SHORT + r")\b|(?P<small>" + _SMALL + r")\b"
    r"|(?P<us>[AECMP]T)\b|(?<=\()(?P<french>H[ECRPA])\b|(?P<us_name>(?i:eastern|central|mountain|"
    r"pacific))(?i: time)"
    r"|(?i:heure (?:normale |avancée )?(?:de l'|de |d'|du |des )?|ora di |hora de |"
    r"hora )(?P<city>[^\W\d_]+(?:[- ][A-Z]\w+)?)"
    r"|(?P<city_time>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?) (?i:time)"
    r"|(?P<city_zeit>[A-Z][^\W\d_]+|deutsch|mitteleuropäisch)er (?i:zeit))\)?"
)


def find_hours(folded: str, plain: str, locale: str) -> Iterator[Found]:
    """Yield every time of day; ``plain`` is the text before folding: zones are in capitals.

    In a language without words nothing tells the morning's hours from the evening's.
    """
    if not grammar_for(locale).words.words:
        return
    if has_any(folded, grammar_for(locale).midnight_hints):
        for match in _midnight_pattern(locale).finditer(folded):
            minutes = None if match["midnight"] else 12 * 60
            yield _with_zone(*match.span(), minutes, plain, locale)
    if _HINT.search(folded):
        for match in _HOUR.finditer(folded):
            minutes = _minutes(match)
            lead = _LEAD.match(match[0])
            start = match.start() + (lead.end() if lead else 0)
            if minutes is not None and not _is_midnight(match, locale):
                yield _with_zone(start, match.end(), minutes, plain, locale)


def _is_midnight(match: re.Match[str], locale: str) -> bool:
    """Tell whether the words behind it name the hour, too: "12:00 midnight"."""
    found = _midnight_pattern(locale).search(match.string, match.start(), match.end() + 14)
    return found is not None and found.start() <= match.end() + 1


def _minutes(match: re.Match[str]) -> int | None:
    named = match.groupdict()
    hour = next(
        int(named[name]) for name in named if name[0] == "h" and name != "half" and named[name]
    )
    rest = next((int(named[name]) for name in named if name[0] == "m" and named[name]), 0)
    if named["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if named["half"] == "p" else 0)
    elif named["part"] and hour < 12:
        hour += 12
    if named["h_h"] and hour == 24 and not named["m_h"]:
        return None  # "24 h" is a day's length
    minutes = hour * 60 + rest
    return minutes if rest < 60 and minutes <= 24 * 60 else None


def _with_zone(start: int, end: int, minutes: int | None, plain: str, locale: str) -> Found:
    match = _ZONE.match(plain, end)
    foreign = match and (match["us"] or match["small"]) and "(" not in match[0]
    if match is None or (foreign and not locale.startswith("en")):
        return Found(start, end, Clock(minutes))
    zone = next(name for name in match.groups() if name)
    return Found(start, match.end(), Clock(minutes, zone))


@cache
def _midnight_pattern(locale: str) -> re.Pattern[str]:
    words = grammar_for(locale).words
    return re.compile(rf"(?<![\w-])(?:(?P<midnight>{words.midnight})|(?:{words.noon}))(?![\w-])")
