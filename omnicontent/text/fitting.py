"""Fit whole sentences into a limit: what must be said first, then what fits, by rank."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A whole thing that is said or not: a sentence, a fact, a link, a hashtag.

    ``must``: it can't be dropped. ``rank``: lower is kept longer. ``shorter``: other wordings of
    the same thing, tried in turn when the longer one does not fit.
    """

    text: str
    must: bool = False
    rank: int = 0
    shorter: tuple[str, ...] = ()
    joint: str = " "
    """What stands before the piece when something comes before it."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The text, what was used and what had no room, in the story's order."""

    text: str
    used: tuple[str, ...]
    dropped: tuple[str, ...]


class DoesNotFitError(ValueError):
    """Even the shortest wording of all must-pieces is too long; says by how much."""


def fit(pieces: Sequence[Piece], fits: Callable[[str], bool]) -> Fitted:
    """Return the pieces that fit, joined in order; never cut inside a piece.

    :raises DoesNotFitError: the must-pieces alone do not fit.
    """
    raise NotImplementedError
