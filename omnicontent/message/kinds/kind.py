"""The contract of a kind of fact, built-in or third-party. Pure: no database, network or clock."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, ClassVar, Literal

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.fact import Fact, FactKind
from omnicontent.message.facts import Facts
from omnicontent.message.texts import Text

Form = Literal["long", "short"]
FORMS: tuple[Form, ...] = ("long", "short")


class Kind[F: Fact](ABC):
    """One kind of fact: how a locale says it, and how a text shows that it says it.

    A class per kind; ``name`` is the key in JSON and specs.
    """

    name: ClassVar[FactKind]
    model: type[F]
    label: ClassVar[str]
    """What issues call it: ``the offer``."""

    @abstractmethod
    def say(self, fact: F, locale: str, form: Form) -> str:
        """Return the fact in words; "" where it is not said at all."""

    @abstractmethod
    def carried(self, fact: F, text: Text, claims: Sequence[Claim], at: datetime | None) -> bool:
        """Tell whether the text says the fact.

        ``claims`` are this kind's claims in the text; ``at`` is when it is read, if that is known.
        """

    def claims(self, text: Text) -> Iterator[Claim]:
        """Yield every promise of this kind in a text, whatever the campaign's facts are."""
        return iter(())

    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        """Hold one claim against the facts; not called for kinds without claims."""
        return "contradiction" if facts.get(self.name) else "orphan"

    def quotes(self, fact: F, locale: str) -> Iterator[str]:
        """Yield the fact's own words: a number or date inside them is no promise of its own."""
        return iter(())

    def misquotes(self, fact: F, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a text says the fact's words almost, and not once as they are."""
        return iter(())

    def say_claim(self, claim: Claim, text: Text) -> str:
        """Return how an issue repeats the claim: the words that stand there."""
        start, end = claim.place or text.span(claim.start, claim.end)
        return text.original[start:end]


AnyKind = Kind[Any]
