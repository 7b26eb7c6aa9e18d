"""In which sense a number is said, by the words right before and right behind it."""

import re
from functools import cache

from omnicontent.message.offers.said import Sense
from omnicontent.message.offers.words import offer_words

_NEXT = re.compile(r" [^\W\d_]+(?:[-'][^\W\d_]+)*(?!\w)")
BEFORE, BEHIND = 60, 60
"""Characters that are looked at."""
_SENSES: tuple[Sense, ...] = (
    *("denied", "condition", "fee", "hedged", "below", "off", "named", "more", "old", "price"),
)
_NAMES: dict[Sense, str] = {"hedged": "hedge"}
_JOINT = (
    r"(?:[ :]*(?:an?|une?|eine?n?|un|del?|the|il|el|le|la|les|only|just|seulement|nur|solo|now|"
    r"encore)? ?)"
)


def sense_of(text: str, start: int, end: int, language: str) -> Sense:
    """Return the sense of the number at ``text[start:end]``."""
    before, behind = text[max(0, start - BEFORE) : start], text[end : end + BEHIND]
    for sense in _SENSES:
        if _before(language, sense).search(before) or _behind(language, sense).match(behind):
            return sense
    return "plain"


def is_no_promise(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether a percentage says what something is, such as ``100% cotton``."""
    behind = text[end : end + BEHIND]
    if _pattern_behind(language, "harmless_after").match(behind):
        return True
    return is_figure(text, start, language)


def is_share(text: str, end: int, language: str) -> bool:
    """Tell whether a percentage is a share of what is named behind it."""
    return bool(_pattern_behind(language, "share_after").match(text[end : end + BEHIND]))


def is_of_noun(text: str, end: int, language: str) -> bool:
    """Tell whether a noun stands right behind a percentage: ``5% niacinamide``."""
    following = _NEXT.match(text, end)
    if following is None:
        return False
    return _pattern_behind(language, "promised_next").fullmatch(following[0]) is None


def is_figure(text: str, start: int, language: str) -> bool:
    """Tell whether the number is a figure of a business, such as ``a capital of €10,000``."""
    before = text[max(0, start - BEFORE) : start]
    return _pattern_before(language, "harmless_before").search(before) is not None


def _before(language: str, sense: Sense) -> re.Pattern[str]:
    return _pattern_before(language, f"{_NAMES.get(sense, sense)}_before")


def _behind(language: str, sense: Sense) -> re.Pattern[str]:
    return _pattern_behind(language, f"{_NAMES.get(sense, sense)}_after")


@cache
def _pattern_before(language: str, name: str) -> re.Pattern[str]:
    words = "|".join(offer_words(language, name))
    dash = (
        r"|(?<![\w%-])-(?=\S?$)|(?:^|[.!?:,;(*] ?)- "
        if name == "off_before"
        else r"|\+"
        if name == "more_before"
        else ""
    )
    if not words:
        return re.compile(rf"(?:(?!){dash}) ?$")
    return re.compile(rf"(?:(?<!\w)(?:{words})(?!\w){_JOINT}-?{dash}) ?$", re.IGNORECASE)


@cache
def _pattern_behind(language: str, name: str) -> re.Pattern[str]:
    words = "|".join(offer_words(language, name)) or "(?!)"
    return re.compile(rf"[ *)]{{0,2}}(?:{words})", re.IGNORECASE)
