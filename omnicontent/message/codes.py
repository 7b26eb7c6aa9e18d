"""Promo codes in a text, as people type them. Expects ``Text.plain``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, permutations
from typing import Literal

from omnicontent.message import code_words as words
from omnicontent.message.distances import edit_distance

How = Literal["named", "maybe", "looks", "none", "over"]
"""Introduced by a code word; only perhaps so ("code below"); in capitals; "no code needed"; said
to be good no more."""
_SAID = re.compile(words.SAID)
_FEW_LETTERS = 6
_UNIT = re.compile(r" ?(?:[%€$£/:]|percent|pour cent|euros?\b|h\b|\.\d)", re.IGNORECASE)
_SPACED = re.compile(r" (\d{1,4})(?!\w)")
_STRONG = re.compile(r"[A-Z]{3,}\d{1,4}")
_STOP = re.compile(r" ?(?:[.!,;)]|$)")


@dataclass(frozen=True, slots=True)
class SaidCode:
    """What a text gives out as a code, "" where it says that none is needed.

    ``spaced`` is the code with the digits behind a space, ``or_else`` the code beyond an "or".
    """

    code: str
    how: How
    spaced: str = field(default="", compare=False)
    or_else: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code and where it stands."""

    said: SaidCode
    start: int
    end: int


def find_codes(text: str) -> Iterator[FoundCode]:
    """Yield each code once, by the surest way in which the text gives it out."""
    taken = bytearray(len(text))
    by_word = (*_none_needed(text), *_after_words(text)) if words.CODE_WORD.search(text) else ()
    without = (*_called(text), *_looking(text)) if words.MAY_BE_CODE.search(text) else ()
    for found in (*by_word, *without):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"x" * (found.end - found.start)
            yield found


def is_near(token: str, code: str) -> bool:
    """Tell whether ``token`` is ``code`` typed wrong: other digits, or a letter or two off."""
    if token.casefold() == code.casefold() or min(len(token), len(code)) < 4:
        return False
    letters, digits = _letters(code), code != _letters(code)
    if digits and len(letters) >= 3 and letters == _letters(token) != token:
        return True
    if not digits:
        plural = token.rstrip("S") == code.rstrip("S")
        return len(code) >= _FEW_LETTERS and not plural and edit_distance(token, code) == 1
    if token == _letters(token) and len(token) != len(code):
        return False
    return edit_distance(token, code) <= (2 if len(code) >= _FEW_LETTERS else 1)


def _none_needed(text: str) -> Iterator[FoundCode]:
    for match in words.NO_CODE.finditer(text):
        yield FoundCode(SaidCode("", "none"), match.start(), match.end())


def _after_words(text: str) -> Iterator[FoundCode]:
    for word in words.CODE_WORD.finditer(text):
        start = word.end()
        if words.OTHER_BEFORE.search(text, max(0, word.start() - 15), word.start()):
            continue
        if words.OTHER_AFTER.match(text, start):
            continue
        found = _direct(text, start) or _remote(text, start)
        while found:
            yield found
            following = words.ANOTHER.match(text, found.end)
            found = _found(following, "named") if following and _strong(following) else None


def _direct(text: str, start: int) -> FoundCode | None:
    """Return the code behind a code word, or behind what kind of code it is: "code promo"."""
    qualified = words.QUALIFIER.match(text, start)
    after = qualified.end() if qualified else start
    return _joined(text, after) or (_joined(text, start) if after > start else None)


def _joined(text: str, start: int) -> FoundCode | None:
    joint = words.JOINT.match(text, start)
    begin = joint.end() if joint else start
    match = _SAID.match(text, begin)
    if match is None or begin == start:
        return None
    return _found(match, _how(text, match, ":" in text[start:begin]))


def _remote(text: str, start: int) -> FoundCode | None:
    match = words.REMOTE.match(text, start) if ":" in text[start : start + 80] else None
    return _found(match, "named") if match and _strong(match) else None


def _how(text: str, match: re.Match[str], colon: bool) -> How | None:
    """Return how sure it is that what follows a code word is a code."""
    code, end = match["code"], match.end("code")
    if code.casefold() in words.NO_CODES or _UNIT.match(text, end):
        return None
    letters = _letters(code)
    quoted = bool(match["open"] and match["close"])
    if not letters:
        return "named" if quoted or len(code) >= 4 else None
    has_digit = any(char.isdecimal() for char in code)
    capitals = code.isupper() and (has_digit or len(letters) >= 3)
    if quoted or capitals or (has_digit and code[:2].isalpha()):
        return "named"
    alone = colon and _STOP.match(text, end)
    return "named" if alone else "maybe"


def _called(text: str) -> Iterator[FoundCode]:
    """Yield codes without a code word: ``use WINTER30``, ``WINTER30 at checkout``."""
    for match in words.CALL.finditer(text):
        code = match["code"]
        at_checkout = words.CHECKOUT.match(text, match.end())
        shape = r"[A-Z]{4,}(?:\d{2,3}|20\d\d)" if match["weak"] else r"[A-Z]{3,}[A-Z\d]*\d[A-Z\d]*"
        sure = re.fullmatch(shape, code) and not words.KNOWN.fullmatch(code)
        quoted = bool(match["open"] and match["close"])
        if sure or (at_checkout and _like_a_code(code, quoted)):
            yield from _only(_found(match, "named"))
        elif words.AT_DESK.match(text, match.end()) and _like_a_code(code, quoted):
            has_digit = any(char.isdecimal() for char in code)
            yield from _only(_found(match, "named" if has_digit else "maybe"))
    if not words.CODE_OR_CHECKOUT.search(text):
        return
    for pattern in (words.AT_CHECKOUT, words.NAMED_AFTER, words.CALLED_LATER, words.YOUR_CODE):
        for match in pattern.finditer(text):
            sure = _strong(match) or pattern is words.YOUR_CODE
            if sure and _like_a_code(match["code"], quoted=False):
                yield from _only(_found(match, "named"))


def _looking(text: str) -> Iterator[FoundCode]:
    found = list(words.CAPITALS.finditer(text))
    pairs = [(one, other) for one, other in pairwise(found) if _either(one, other)]
    or_else = {one.start(): other[0] for pair in pairs for one, other in permutations(pair)}
    for match in found:
        how = _or_over("looks", text, match.end())
        said = SaidCode(match[0], how, or_else=or_else.get(match.start(), ""))
        yield FoundCode(said, *match.span())


def _like_a_code(code: str, quoted: bool) -> bool:
    if code.casefold() in words.NO_CODES or words.KNOWN.fullmatch(code):
        return False
    has_digit = any(char.isdecimal() for char in code)
    return quoted or (code.isupper() and len(code) >= 3) or (has_digit and code[:2].isalpha())


def _strong(match: re.Match[str]) -> bool:
    """Tell whether it can hardly be anything else: capitals and digits, or a quoted word."""
    code = match["code"]
    has_digit = any(char.isdecimal() for char in code)
    if code.casefold() in words.NO_CODES or not code.isupper():
        return False
    return has_digit or bool(match["open"] and match["close"])


def _found(match: re.Match[str] | None, how: How | None) -> FoundCode | None:
    if match is None or how is None:
        return None
    end = match.end("code")
    digits = None if _UNIT.match(match.string, end) else _SPACED.match(match.string, end)
    if digits and _UNIT.match(match.string, digits.end()):
        digits = None
    spaced = match["code"] + digits[1] if digits else ""
    said = SaidCode(match["code"], _or_over(how, match.string, end), spaced)
    return FoundCode(said, *match.span("code"))


def _either(one: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether two words are codes to choose from: ``BULBS25 or TULIP10``."""
    return (
        words.OR_ANOTHER.fullmatch(one.string, one.end(), other.start()) is not None
        and all(_STRONG.fullmatch(word[0]) for word in (one, other))
        and not any(words.KNOWN.fullmatch(word[0]) for word in (one, other))
    )


def _or_over(how: How, text: str, end: int) -> How:
    return "over" if words.OVER.match(text, end) else how


def _only(found: FoundCode | None) -> Iterator[FoundCode]:
    if found:
        yield found


def _letters(code: str) -> str:
    return "".join(char for char in code if not char.isdecimal())
