"""How long a text is in the unit a surface counts in.

X is counted by ``twitter-text-parser``: the only kept Python port of X's own twitter-text 3 that
passes all of its version 3 cases. It knows the emoji of 2019 (Emoji 12); the newer sequences,
which X counts 2 like all others, are listed by ``emoji``, which follows Unicode.
"""

import re
import unicodedata
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

import regex
from emoji import EMOJI_DATA

from omnicontent.text.domains import break_endless_hosts
from omnicontent.text.graphemes import GRAPHEME
from omnicontent.text.sms import split_sms
from omnicontent.text.units import Unit


@dataclass(frozen=True, slots=True)
class Length:
    """A text's length; ``segments`` and ``encoding`` only for SMS."""

    count: int
    unit: Unit
    segments: int | None = None
    encoding: str | None = None
    forced_by: tuple[str, ...] = ()
    """Characters outside GSM 03.38 that make an SMS cost double."""


def measure(text: str, unit: Unit) -> Length:
    """Return the length of ``text`` in ``unit``.

    For SMS segments ``count`` is the number of segments. A lone surrogate counts as the U+FFFD
    that an encoder puts in its place.

    :raises ValueError: ``unit`` does not measure text.
    """
    text = _join_surrogates(text)
    if unit is Unit.SMS_SEGMENTS:
        sms = split_sms(text)
        return Length(sms.segments, unit, sms.segments, sms.encoding, sms.forced_by)
    count = _COUNTERS.get(unit)
    if count is None:
        raise ValueError(
            f"{unit} does not measure text; use one of omnicontent.text.units.TEXT_UNITS"
        )
    return Length(count(text), unit)


def measure_span(text: str, start: int, end: int, unit: Unit) -> tuple[int, int]:
    """Return where ``text[start:end]`` begins and how long it is, both in ``unit``.

    :raises ValueError: the unit does not measure text.
    """
    return measure(text[:start], unit).count, measure(text[start:end], unit).count


def _join_surrogates(text: str) -> str:
    """Return ``text`` with two halves of one character joined, as JSON escapes may leave them."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _utf8_bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# regex joins any virama with the consonant behind it. UAX #29 GB9c asks for a consonant before it.
_LEADING_VIRAMA = regex.compile(
    r"\P{InCB=Consonant}*?\p{InCB=Linker}[\p{InCB=Linker}\p{InCB=Extend}]*\p{InCB=Consonant}"
)


def _graphemes(text: str) -> int:
    clusters = GRAPHEME.findall(text)
    return len(clusters) + sum(1 for c in clusters if len(c) > 1 and _LEADING_VIRAMA.match(c))


def _words(text: str) -> int:
    return sum(1 for word in text.split() if any(c.isalnum() for c in word))


@cache
def _parse_tweet() -> Callable[[str], object]:
    """Import on first use: it takes half a second and reads its data through pkg_resources."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="pkg_resources is deprecated")
        from twitter_text import parse_tweet

    return parse_tweet  # type: ignore[no-any-return]


_PORT_KNOWS_EMOJI = 12
_ANY_EMOJI = "\U0001f600"


@cache
def _newer_emoji() -> re.Pattern[str]:
    """Return a pattern of the sequences that the port would count sign by sign."""
    newer = [s for s, known in EMOJI_DATA.items() if known["E"] > _PORT_KNOWS_EMOJI and len(s) > 1]
    longest_first = "|".join(map(re.escape, sorted(newer, key=len, reverse=True)))
    first_signs = "".join({sequence[0] for sequence in newer})
    return re.compile(f"(?=[{first_signs}])(?:{longest_first})")


def _x_weighted(text: str) -> int:
    """Sum the words: links and emoji never cross a space, and fitting asks for the same ones."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not text.isascii():
        text = _newer_emoji().sub(_ANY_EMOJI, text)
    text = re.sub(r"\r\n?", "\n", unicodedata.normalize("NFC", text))
    text = break_endless_hosts(text)
    first, *others = re.split("[ \n]", text)
    # With its space before it: where a link begins depends on it.
    return _x_weighted_word(first) + sum(_x_weighted_word(f" {word}") for word in others)


@lru_cache(maxsize=4096)
def _x_weighted_word(word: str) -> int:
    return int(_parse_tweet()(word).weightedLength)  # type: ignore[attr-defined]


_COUNTERS: dict[Unit, Callable[[str], int]] = {
    Unit.CHARACTERS: _utf16_units,
    Unit.CODE_POINTS: len,
    Unit.GRAPHEMES: _graphemes,
    Unit.UTF8_BYTES: _utf8_bytes,
    Unit.UTF16_UNITS: _utf16_units,
    Unit.X_WEIGHTED: _x_weighted,
    Unit.WORDS: _words,
}
