"""How a locale says a fact. Each kind knows its words; Babel knows numbers, dates, currencies."""

from functools import lru_cache

from omnicontent.message.fact import Fact, FactKind
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import FORMS, Form
from omnicontent.message.kinds.registry import kind_of

__all__ = ["FORMS", "Form", "say", "say_all"]


@lru_cache(maxsize=1024)  # every channel says the same facts, and Babel takes its time
def say(fact: Fact, locale: str, form: Form = "long") -> str:
    """Return the fact in words: ``30 % de réduction``, ``€49.00 instead of €79.00``.

    A call to action says verb and URL; :func:`say_all` leaves it to the channel. Babel's
    no-break spaces stay, so that a price is never parted from its sign. An audience is not said.
    """
    return kind_of(fact).say(fact, locale, form)


def say_all(facts: Facts, locale: str, form: Form = "long") -> dict[FactKind, str]:
    """Return every present fact in words, in the order of the kinds, without the call to action.

    A channel says the call to action itself: it knows where its link goes.
    """
    return {
        kind: words
        for kind, fact in facts.present()
        if kind != "call_to_action" and (words := say(fact, locale, form))
    }
