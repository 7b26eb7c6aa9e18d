"""Telephone numbers: found in a text as people write them, and compared.

By their shape alone go numbers with a country code, with a zero at their head, and the American
ones. All others, short ones such as ``3949`` too, need a word of the telephone before them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from omnicontent.text import phone_words as words

_START = r"(?<![\w/=+])(?<!\w-)(?<!\d[.,])"
_GAP = r"[ \u00a0\u202f./-]"
_FOREIGN = re.compile(
    rf"{_START}(?:\(?\+|00{_GAP}?)[1-9]\d{{0,2}}\)?(?:{_GAP}{{0,2}}(?:\(\d{{1,4}}\)|\d{{1,14}})){{1,15}}"
)
_PAIRS = re.compile(rf"{_START}0[1-9](?P<gap>{_GAP}?)\d\d(?:(?P=gap)\d\d){{3}}(?!{_GAP}?\d\d\b)")
_NATIONAL = re.compile(rf"{_START}\(?0\d{{0,4}}\)?(?:(?: / |{_GAP})\d{{2,8}}){{1,5}}(?!\w)")
_UNBROKEN = re.compile(rf"{_START}0\d{{8,10}}(?!{_GAP}?\w)")
_AMERICAN = re.compile(
    rf"{_START}(?:1{_GAP})?(?:\(\d{{3}}\){_GAP}?|\d{{3}}[.-])\d{{3}}{_GAP}\d{{4}}(?![\w-])"
)
_SPANISH = re.compile(
    rf"{_START}(?<!\d[ .])[6789]\d\d(?P<gap>{_GAP})(?!000)\d{{3}}(?P=gap)(?!000)\d{{3}}"
    rf"(?!{_GAP}?\d|\w)"
)
"""No zero stands before these."""
_TOLD = re.compile(rf"\(?\d{{1,5}}\)?(?:{_GAP}?\(?\d{{2,4}}\)?){{0,5}}(?!\w)")
_DATE = re.compile(r"\d{1,2}([./ -])\d{1,2}\1(?:19|20)\d\d(?!\d)")
_THOUSANDS = re.compile(r"\+\d{1,3}(?:[ \u00a0\u202f.]\d{3})+")
_THREE_DIGITS = re.compile(r"\d\D{0,3}\d\D{0,3}\d")
_SHORT = re.compile(r"\d{3,6}|\d\d \d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO_DIGITS = (
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 "
    "65 66 81 82 84 86 90 91 92 93 94 95 98"
)
_TWO_DIGIT_COUNTRIES = frozenset(_TWO_DIGITS.split())
"""The other countries have codes of three digits, but for 1 and 7."""
_LENGTHS = {"1": 10, "33": 9, "34": 9, "41": 9, "351": 9}
"""How many digits follow a country code, where it is always as many."""
_COUNTRIES = {
    "en": {"1", "44", "353", "61", "64", "27", "65", "91", "852", "356"},
    "fr": {"33", "32", "41", "352", "1", "377", "262", "590", "594", "596", "212", "213", "216"},
    "de": {"49", "43", "41", "352", "423"},
    "es": {"34", "52", "54", "56", "57", "58", "51", "593", "598", "1"},
    "it": {"39", "41"},
}
"""Where a national number may be at home, by the language that it is given in."""

_WITH_AREAS = frozenset({"1", "44", "49", "43", "61"})
"""Where neighbours leave out the area code; elsewhere it is a part of each number."""
_LOCAL_DIGITS = range(6, 9)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to dial: the country's code, "" where it is left out, and the digits behind it.

    The zero before a national number is no digit of it.
    """

    country: str
    number: str


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A telephone number and where it stands."""

    phone: Phone
    start: int
    end: int


def find_phone_number(text: str) -> str:
    """Return the first telephone number in ``text`` as it stands there, or ""."""
    found = min(find_phones(text), key=lambda phone: phone.start, default=None)
    return text[found.start : found.end] if found else ""


def find_phones(text: str) -> Iterator[FoundPhone]:
    """Yield the telephone numbers in ``text``; those to which STOP is sent are none."""
    if not _THREE_DIGITS.search(text):
        return
    taken = bytearray(len(text))
    for start, end in (*_shaped(text), *_told(text)):
        if not any(taken[start:end]) and not words.is_other(text, start):
            taken[start:end] = b"x" * (end - start)
            yield FoundPhone(read_phone(text[start:end]), start, end)


def read_phone(text: str) -> Phone:
    """Return the number that ``text`` writes: ``+33 (0)1 …``, ``0033 1 …``, ``01 …``, ``3949``."""
    digits, text = re.sub(r"\D", "", text.replace("(0)", "")), text.lstrip("(")
    if re.match(r"1[ .-]\(?\d{3}\b", text) and len(digits) == 11:
        text = f"+{text}"
    if text.startswith("+") or (text.startswith("00") and len(digits) > 10):
        return _with_country(digits if text.startswith("+") else digits[2:])
    return Phone("", digits.removeprefix("0") if len(digits) >= 9 else digits)


def reaches(said: Phone, known: Phone, language: str) -> bool:
    """Tell whether readers of a language who dial ``said`` reach ``known``.

    A number without its country is at home where the known one is.
    """
    if said.number != known.number:
        return False
    if known.country or not said.country:
        return said.country in ("", known.country)
    homes = _COUNTRIES.get(language)
    return homes is None or said.country in homes


def is_local(said: Phone, known: Phone, language: str) -> bool:
    """Tell whether ``said`` is ``known`` without its area code, as neighbours dial it."""
    homes = {known.country} if known.country else _COUNTRIES.get(language, set())
    return (
        not said.country
        and bool(homes & _WITH_AREAS)
        and len(said.number) in _LOCAL_DIGITS
        and len(known.number) - len(said.number) >= 2
        and known.number.endswith(said.number)
    )


def _with_country(digits: str) -> Phone:
    country = _country(digits)
    return Phone(country, digits.removeprefix(country).removeprefix("0"))


def _country(digits: str) -> str:
    if digits[0] in "17":
        return digits[0]
    return digits[:2] if digits[:2] in _TWO_DIGIT_COUNTRIES else digits[:3]


def _shaped(text: str) -> Iterator[tuple[int, int]]:
    for match in _FOREIGN.finditer(text):
        yield from _foreign(match)
    for pattern in (_PAIRS, _UNBROKEN, _AMERICAN, _SPANISH):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _NATIONAL.finditer(text):
        yield from _national(match)


def _foreign(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Leave to the sentence what follows a number whose country has a length, such as a year."""
    said, phone = match[0], read_phone(match[0])
    length = _LENGTHS.get(phone.country)
    while length and len(phone.number) > length:
        said, dropped = re.subn(rf"{_GAP}+\d+$", "", said)
        phone = read_phone(said)
        if not dropped:
            return
    digits = len(phone.country + phone.number)
    grouped = _THOUSANDS.fullmatch(said) and digits < 10
    if length in (None, len(phone.number)) and 9 <= digits <= 15 and not grouped:
        yield match.start(), match.start() + len(said)


def _national(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Leave to the sentence what follows a number, such as a postal code."""
    said = match[0]
    while len(re.sub(r"\D", "", said)) > 11:
        said, dropped = re.subn(rf"{_GAP}\d{{4,}}$", "", said)
        if not dropped:
            return
    gaps = re.findall(rf" / |{_GAP}", said)
    if len(re.sub(r"\D", "", said)) < 9 or len(set(gaps[1:])) > 1 or _DATE.match(said):
        return
    yield match.start(), match.start() + len(said)


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands behind a word of the telephone, whatever its shape."""
    labels = ((words.TELEPHONE, True), (words.INFORMATION, False))
    for label, may_be_short in ((one, short) for of, short in labels for one in of.finditer(text)):
        match = _TOLD.match(text, label.end())
        if match is None or words.UNIT.match(text, match.end()) or _DATE.match(match[0]):
            continue
        digits = len(re.sub(r"\D", "", match[0]))
        short = _SHORT.fullmatch(match[0]) and not _YEAR.fullmatch(match[0])
        if (short and may_be_short) or 7 <= digits <= 12:
            yield match.span()
