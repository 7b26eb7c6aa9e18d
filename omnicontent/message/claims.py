"""What a text promises, fact or not: the values that the message lock holds against the facts."""

from dataclasses import dataclass
from typing import Literal

from omnicontent.message.fact import FactKind

Verdict = Literal["backed", "contradiction", "orphan"]
"""A fact says the same; a fact says otherwise; no fact knows of it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One promise in a text: of which kind, what it says, and where it stands in ``Text.plain``.

    ``value`` is the kind's own: a frozen dataclass, comparable. ``place`` is where it stands in
    the original, for what ``plain`` leaves out, such as an address; ``start`` is then -1.
    """

    kind: FactKind
    start: int
    end: int
    value: object
    place: tuple[int, int] | None = None
