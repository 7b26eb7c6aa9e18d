"""Words that are almost a fact's own: a name or a sentence that somebody retyped wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from omnicontent.message.normalizing import fold

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
LIKE_NAME, LIKE_SENTENCE = 0.8, 0.6
"""From this share of equal letters, or words, on it was meant to be the same."""
SHORTEST_NAME = 6
"""Shorter names are too much like other words."""
LONG = 4
"""Sentences of so many words are compared word by word."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def find_misquotes(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where ``text`` says ``words`` almost, best first at most one; not where it says them.

    :returns: start and end in ``text``.
    """
    wanted = [word.text for word in _words(words)]
    found = _words(text)
    count = len(wanted)
    if not count or len(found) < count or len(words) < SHORTEST_NAME:
        return
    windows = [found[start : start + count] for start in range(len(found) - count + 1)]
    scores = [_likeness(wanted, window, text) for window in windows]
    best = max(range(len(scores)), key=scores.__getitem__)
    if scores[best] >= (LIKE_SENTENCE if count >= LONG else LIKE_NAME):
        yield windows[best][0].start, windows[best][-1].end


def _likeness(wanted: list[str], window: list[_Word], text: str) -> float:
    said = [word.text for word in window]
    if said == wanted:
        return 0
    if len(wanted) >= LONG:
        same = sum(one == other for one, other in zip(wanted, said, strict=True))
        return same / len(wanted)
    if not any(text[word.start].isupper() for word in window):
        return 0  # a name has a capital
    one, other = " ".join(wanted), " ".join(said)
    return SequenceMatcher(None, one, other).ratio() if one[0] == other[0] else 0


def _words(text: str) -> list[_Word]:
    return [_Word(fold(match[0]), *match.span()) for match in WORD.finditer(text)]
