"""What a text says of an offer, as a value that is compared with the campaign's."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Sense = Literal[
    "plain",
    "off",
    "old",
    "more",
    "hedged",
    "condition",
    "fee",
    "price",
    "named",
    "denied",
    "below",
]
"""What the words around a number make of it: ``€49``, ``€49 off``, ``instead of €49``, ``€49
more``, ``up to €49``, ``from €49 of purchase``, ``€4.90 shipping``, ``for only €49``,
``Discount: €49``, ``not €49``, ``under €49``."""


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage, in a sense."""

    value: Decimal
    sense: Sense


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money, in a sense; ``currencies`` are those that its sign may mean."""

    value: Decimal
    currencies: frozenset[str]
    sense: Sense
    other: Decimal | None = None
    """A second reading: ``24 € 50`` may be one amount."""


@dataclass(frozen=True, slots=True)
class Gift:
    """Something for nothing: the words beside ``free``."""

    words: str
    around: str = ""
    """What stands before and behind."""
    sure: bool = True
    """Whether it can mean nothing else: ``nous vous offrons`` may be one's calm."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """``get`` for the price of ``pay``; ``pay`` is None where only "the third is free" is said."""

    get: int
    pay: int
