"""Captions: what is said when, read from WebVTT and laid on a rendition's frames.

WebVTT: https://www.w3.org/TR/webvtt1/. Only times and words are used; where they stand and what
they look like is decided for each frame's shape. The uploaded text was checked when it came in,
so the few lines here leave out what they don't know.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from omnicontent.media.films.cutting import Cut

_STAMP = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"^{_STAMP}[ \t]+-->[ \t]+{_STAMP}(?:[ \t].*)?$")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words and when they are shown, in seconds of the source."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Words on frames of the rendition: the first, and the one after the last."""

    first: int
    end: int
    text: str


def read_cues(text: str) -> list[Cue]:
    """Return the cues of a WebVTT text in its order, rows parted by line ends."""
    cues = (_cue(block.split("\n")) for block in re.split(r"\n{2,}", text.replace("\r\n", "\n")))
    return [cue for cue in cues if cue is not None and cue.text and cue.start < cue.end]


def cues_in(cut: Cut, cues: Sequence[Cue]) -> list[Shown]:
    """Return what is shown on a rendition's frames, one after the other.

    Cues that overlap stand above each other, parted by an empty row. What a span cuts off is not
    shown.
    """
    fps, offset, pieces = cut.recipe.fps, 0, []
    for part in cut.parts:
        for cue in cues:
            first = max(round(cue.start * fps), part.first)
            end = min(round(cue.end * fps), part.end)
            if first < end:
                shift = offset - part.first
                pieces.append(Shown(first + shift, end + shift, cue.text))
        offset += part.frames
    return _in_turn(pieces)


def _in_turn(pieces: Sequence[Shown]) -> list[Shown]:
    moments = sorted({moment for piece in pieces for moment in (piece.first, piece.end)})
    shown: list[Shown] = []
    for first, end in pairwise(moments):
        words = "\n\n".join(p.text for p in pieces if p.first <= first and end <= p.end)
        if shown and shown[-1].text == words and shown[-1].end == first:
            first = shown.pop().first
        shown.append(Shown(first, end, words))
    return [piece for piece in shown if piece.text]


def _cue(lines: Sequence[str]) -> Cue | None:
    for number, line in enumerate(lines):
        if times := _TIMES.match(line):
            rows = (_plain(row) for row in lines[number + 1 :])
            words = "\n".join(row for row in rows if row)
            return Cue(_seconds(times.groups()[:4]), _seconds(times.groups()[4:]), words)
    return None


def _plain(row: str) -> str:
    return " ".join(unescape(_TAG.sub("", row)).split())


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
