"""The difference of two texts, word by word, as people read it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

import regex
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

WORDS = regex.compile(r"\s+|[\w\p{M}]+|\X")
AROUND = 60
"""Signs shown on either side of a change where the unchanged rest is left out."""
GAP = " … "


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that both have, or only the old one, or only the new one."""

    kind: Literal["same", "removed", "added"]
    text: str


def compare_words(old: str, new: str) -> list[Piece]:
    """Return the pieces that make both texts: same and removed the old, same and added the new."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle = _compare(before[head : len(before) - tail], after[head : len(after) - tail])
    same = (
        Piece("same", "".join(words)) for words in (before[:head], before[len(before) - tail :])
    )
    first, last = same
    return list(_joined((first, *middle, last)))


def only_old(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the old text, with what the new one lacks marked."""
    return list(_joined(piece for piece in pieces if piece.kind != "added"))


def only_new(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the new text, with what the old one lacked marked."""
    return list(_joined(piece for piece in pieces if piece.kind != "removed"))


def shorten(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the changes with a little of what stands around each; the rest is left out."""
    last = len(pieces) - 1
    return [
        replace(piece, text=_cut(piece.text, first=number == 0, last=number == last))
        if piece.kind == "same"
        else piece
        for number, piece in enumerate(pieces)
    ]


def mark(pieces: Iterable[Piece]) -> SafeString:
    """Return the pieces as HTML: marked for the eye, and in words for those who listen."""
    return format_html_join("", "{}", ((_marked(piece),) for piece in pieces))


def _marked(piece: Piece) -> str:
    if piece.kind == "same":
        return piece.text
    if piece.kind == "added":
        tag, word = "ins", _("added:")
    else:
        tag, word = "del", _("removed:")
    pattern = "<{0}><span class='w-sr-only'>{1} </span>{2}</{0}>"
    return format_html(pattern, tag, word, piece.text)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _compare(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(before[start:end]))
            continue
        yield Piece("removed", "".join(before[start:end]))
        yield Piece("added", "".join(after[new_start:new_end]))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces without empty ones, neighbors of one kind as one."""
    held: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if held and held.kind == piece.kind:
            held = Piece(held.kind, held.text + piece.text)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _cut(text: str, *, first: bool, last: bool) -> str:
    if first and last:
        return text[:AROUND] + GAP if len(text) > AROUND else text
    if len(text) <= 2 * AROUND:
        return text
    start = "" if first else text[:AROUND]
    return start + GAP + ("" if last else text[-AROUND:])
