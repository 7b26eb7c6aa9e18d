"""How a locale says a fact. Babel knows the numbers, dates and currencies."""

from typing import Literal

from omnicontent.message.facts import Fact, FactKind, Facts

Form = Literal["long", "short"]


def say(fact: Fact, locale: str, form: Form = "long") -> str:
    """Return the fact in words: ``30 % de réduction``, ``€49.00 instead of €79.00``.

    A call to action says verb and URL; :func:`say_all` leaves it to the channel.
    """
    raise NotImplementedError


def say_all(facts: Facts, locale: str, form: Form = "long") -> dict[FactKind, str]:
    """Return every present fact in words, in the order of the kinds."""
    raise NotImplementedError
