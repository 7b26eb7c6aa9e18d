"""Spans of hours as people type them: "9-5.30", "9 h - 18 h", "noon until 6 pm".

Expects text without accents.
"""

import re

Span = tuple[int, int]
"""From when until when, in minutes of the day; midnight at the end is 1440."""
DAY_MINUTES = 24 * 60
TO = r" ?(?:-|to|through|until|till|au|a|al|bis|et|and|hasta(?: las?)?|a las|alle) ?"
TIME = (
    r"(?:(?<!\d)\d{1,2}(?: ?h ?(?:\d\d)?(?!\w)|[:.]\d\d(?! ?\d))?"
    r"(?: ?(?:[ap]m\b|[ap]\. ?m\.?))?(?: ?uhr\b)?"
    r"|noon|midday|midi|midnight|minuit|mittag|mitternacht|mediodia|medianoche|mezzogiorno|"
    r"mezzanotte)"
)
_HALF = r"[ap]\.? ?m"
_NOON = frozenset({"noon", "midday", "midi", "mittag", "mediodia", "mezzogiorno"})


def read_spans(words: str, bare: bool) -> list[Span]:
    """Return the spans, none if one of them is unclear.

    ``bare``: whether "9-5" may be hours where it stands.
    """
    spans: list[Span] = []
    for match in re.finditer(rf"({TIME}){TO}({TIME})", words, re.IGNORECASE):
        span = _read_span(match[1].lower(), match[2].lower(), spans[-1][1] if spans else 0)
        unmarked = match[1].isdecimal() and match[2].isdecimal()
        if span is None or (unmarked and not (bare and _is_clear(span))):
            return []
        spans.append(span)
    return spans


def _read_span(first: str, last: str, earliest: int) -> Span | None:
    """Return a span by the clock of 12 or of 24 hours: by the one in which it follows."""
    opens, closes = _read_time(first), _read_time(last)
    if max(opens, closes) > DAY_MINUTES:
        return None
    half_left_out = re.search(_HALF, last) and not re.search(_HALF, first)
    if half_left_out and "p" in last and opens + 720 < closes:
        opens += 720
    if _has_no_half(first) and opens < earliest and opens + 720 >= earliest:
        opens += 720
    if _has_no_half(last) and 0 < closes <= opens < closes + 720:
        closes += 720
    return opens, closes or DAY_MINUTES


def _has_no_half(words: str) -> bool:
    """Tell "5.30" from "05:30", "5 pm" and "5 h": it may be in the afternoon."""
    return re.fullmatch(r"[1-9]\d?(?:[:.]\d\d)?", words) is not None


def _is_clear(span: Span) -> bool:
    """Tell "9-5" and "9-12" from "7-11" and "2-4", which may be in the evening."""
    opens, closes = span
    return opens >= 300 and closes >= 720 and closes > opens


def _read_time(words: str) -> int:
    if not words[0].isdecimal():
        return 720 if words in _NOON else 0
    hour, *minute = map(int, re.findall(r"\d+", words))
    if re.search(_HALF, words):
        hour = hour % 12 + (12 if "p" in words else 0)
    return hour * 60 + (minute[0] if minute else 0)
