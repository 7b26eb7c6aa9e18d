"""Fit whole sentences into a limit: what must be said first, then what fits, by rank.

The result is the best under this order, the earlier line outweighing all later ones:

1. every must-piece is said;
2. must-pieces in order of (rank, place): each in the earliest of its wordings;
3. optional ranks, lowest first: in order of place, each piece is said rather than not; then, in
   the same order, each in the earliest of its wordings.

So a rank gets as many pieces as possible before any of them gets longer, and no piece is dropped
for one of a higher rank. A piece that follows another is said only behind it. It holds for every
``fits`` under which a part of a fitting text fits.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Piece:
    """A whole thing that is said or not: a sentence, a fact, a link, a hashtag.

    ``must``: it can't be dropped. ``rank``: lower is kept longer. ``shorter``: other wordings of
    the same thing, each shorter than the one before, tried in turn when a longer one has no room.
    """

    text: str
    must: bool = False
    rank: int = 0
    shorter: tuple[str, ...] = ()
    joint: str = " "
    """What stands before the piece when something comes before it."""
    group: str = ""
    """Pieces that read as one line or paragraph: consecutive sentences, hashtags."""
    lead: str | None = None
    """What stands instead of ``joint`` when the piece before it is of another group."""
    follows: bool = False
    """Makes no sense without the piece before it, whose rank is no higher: is said only then."""


def reworded(piece: Piece, change: Callable[[str], str]) -> Piece:
    """Return the piece with every wording changed, such as escaped for a markup."""
    text, shorter = change(piece.text), tuple(map(change, piece.shorter))
    same = text == piece.text and shorter == piece.shorter
    return piece if same else replace(piece, text=text, shorter=shorter)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The text, what was used and what had no room, in the story's order."""

    text: str
    used: tuple[str, ...]
    dropped: tuple[str, ...]


class DoesNotFitError(ValueError):
    """Even the shortest wording of all must-pieces is too long; ``shortest`` is that text."""

    def __init__(self, shortest: str) -> None:
        super().__init__(
            f"what must be said does not fit: {shortest!r}; say the facts in fewer words"
        )
        self.shortest = shortest


def fit(pieces: Sequence[Piece], fits: Callable[[str], bool]) -> Fitted:
    """Return the pieces that fit, joined in order; never cut inside a piece.

    Empty pieces are left out. ``fits`` is called about once a wording.

    :raises DoesNotFitError: the must-pieces alone do not fit.
    """
    choice = _Choice([piece for piece in pieces if piece.text], fits)
    everything = _first_wordings(choice.pieces)
    if not choice.take(everything):
        choice.fill()
    used = tuple(choice.said[place] for place in sorted(choice.said))
    dropped = tuple(p.text for place, p in enumerate(choice.pieces) if place not in choice.said)
    return Fitted(_join(choice.pieces, choice.said), used, dropped)


def _first_wordings(pieces: Sequence[Piece]) -> dict[int, str]:
    return {place: piece.text for place, piece in enumerate(pieces)}


class _Choice:
    """The wording chosen for each piece so far, by place; always a text that fits."""

    def __init__(self, pieces: list[Piece], fits: Callable[[str], bool]) -> None:
        self.pieces = pieces
        self.fits = fits
        self.said: dict[int, str] = {}

    def take(self, said: dict[int, str]) -> bool:
        """Make ``said`` the choice if its text fits."""
        if not self.fits(_join(self.pieces, said)):
            return False
        self.said = said
        return True

    def fill(self) -> None:
        """Say the must-pieces, then what else has room, rank by rank."""
        musts = self._places(must=True)
        shortest = {place: _wordings(self.pieces[place])[-1] for place in musts}
        if musts and not self.take(shortest):
            raise DoesNotFitError(_join(self.pieces, shortest))
        self._lengthen(musts)
        for _rank, group in groupby(self._places(must=False), lambda p: self.pieces[p].rank):
            self._add(list(group))

    def _places(self, *, must: bool) -> list[int]:
        places = [place for place, piece in enumerate(self.pieces) if piece.must is must]
        return sorted(places, key=lambda place: (self.pieces[place].rank, place))

    def _add(self, places: list[int]) -> None:
        added = [
            place
            for place in places
            if self._may_stand(place)
            and self.take(self.said | {place: _wordings(self.pieces[place])[-1]})
        ]
        self._lengthen(added)

    def _may_stand(self, place: int) -> bool:
        return not self.pieces[place].follows or place - 1 in self.said

    def _lengthen(self, places: list[int]) -> None:
        for place in places:
            for wording in _wordings(self.pieces[place])[:-1]:
                if self.take(self.said | {place: wording}):
                    break


def _wordings(piece: Piece) -> tuple[str, ...]:
    return (piece.text, *piece.shorter)


def _join(pieces: Sequence[Piece], said: dict[int, str]) -> str:
    return "".join(_with_joints(pieces, said))


def _with_joints(pieces: Sequence[Piece], said: dict[int, str]) -> Iterator[str]:
    before: Piece | None = None
    for place in sorted(said):
        piece = pieces[place]
        if before:
            yield joint_between(before, piece)
        yield said[place]
        before = piece


def joint_between(before: Piece, piece: Piece) -> str:
    """Return what stands between two pieces that are said one behind the other."""
    same = before.group == piece.group or piece.lead is None
    return piece.joint if same else piece.lead or ""
