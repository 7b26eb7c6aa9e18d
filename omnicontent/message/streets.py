"""Street addresses in a text: a number and the words of a street, in the orders of five languages.

Expects ``Text.plain``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from omnicontent.message.normalizing import without_accents

_PATTERNS = (
    re.compile(
        r"(?<![\d.,/])(?P<number>\d{1,4})(?: ?(?:bis|ter|[a-d]))?,? (?P<street>(?i:rue|avenue|"
        r"av\.?|boulevard|bd|place|quai|chemin|allee|impasse|route|square|passage|esplanade) "
        r"(?:(?:de|du|des|la|le|les|l'|d')[ ]?)*[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2})"
    ),
    re.compile(
        r"(?<![\d.,/])(?P<number>\d{1,5}) (?P<street>(?:[A-Z][\w']+ ){1,3}(?:Street|St|Road|Rd|"
        r"Avenue|Ave|Lane|Ln|Square|Drive|Boulevard|Blvd|Terrace|Crescent|Quay|Row)\b)"
    ),
    re.compile(
        r"\b(?P<street>[A-Z][\w-]{0,40}(?:stra(?:ß|ss)e|str\.|platz|weg|allee|gasse|ufer)) "
        r"(?P<number>\d{1,4})\b(?![.:/,]\d| ?[%€$£h])"
    ),
    re.compile(
        r"\b(?P<street>(?i:calle|avenida|avda\.?|plaza|paseo|via|viale|piazza|corso|largo) "
        r"(?:(?:de|del|della|dei|la|las|los|el) )*[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}),? "
        r"(?P<number>\d{1,4})\b(?![.:/,]\d| ?[%€$£h])"
    ),
)
_STREETS = (
    "rue avenue boulevard place quai chemin allee impasse route square passage street road lane "
    "drive terrace crescent quay row calle avenida plaza paseo via viale piazza corso largo des "
    "les del della dei las los"
)
_SHORT = {
    **{"st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane"},
    **{"blvd": "boulevard", "bd": "boulevard", "dr": "drive", "sq": "square"},
}
_SHORTENED = re.compile(rf"\b({'|'.join(_SHORT)})\b\.?", re.IGNORECASE)
_GERMAN = re.compile(r"str\. ?(?=\d)", re.IGNORECASE)
_COMMA = re.compile(r"(?<=\d), ?(?=[^\W\d_])")
_COMMON = frozenset(_STREETS.split())
"""Words that two streets have in common without being the same."""


@dataclass(frozen=True, slots=True)
class SaidStreet:
    """The number of a house, and the words of its street without "street".

    ``around`` is what stands beside it: another building's address is no fault.
    """

    number: str
    words: frozenset[str]
    around: str = field(default="", compare=False)

    def is_at(self, address: str) -> bool:
        """Tell whether ``address`` has the number and a word of the street."""
        return self.number in re.findall(r"\d+", address) and self.is_in_street_of(address)

    def is_in_street_of(self, address: str) -> bool:
        """Tell whether ``address`` has a word of the street, whatever the number."""
        return bool(self.words & _words(address))


@dataclass(frozen=True, slots=True)
class FoundStreet:
    """A street address and where it stands."""

    said: SaidStreet
    start: int
    end: int


def find_streets(text: str) -> Iterator[FoundStreet]:
    """Yield the street addresses in ``text``."""
    if not re.search(r"\d", text):
        return
    plain = without_accents(text)
    for pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            around = text[max(0, match.start() - 80) : match.end() + 80]
            said = SaidStreet(match["number"], _words(match["street"]), around)
            if said.words:
                yield FoundStreet(said, *match.span())


def spelled_out(text: str) -> str:
    """Return ``text`` with ``14 Mill Ln`` as ``14 Mill lane``, and no comma behind a number."""
    text = _GERMAN.sub("strasse ", _COMMA.sub(" ", text))
    return _SHORTENED.sub(lambda match: _SHORT[match[1].lower()], text)


def _words(street: str) -> frozenset[str]:
    plain = re.sub(r"stra(?:ß|ss)e\b", "str", without_accents(street).lower())
    return frozenset(re.findall(r"[^\W\d_]{3,}", plain)) - _COMMON
