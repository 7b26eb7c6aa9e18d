"""Which facts a text leaves out."""

from collections.abc import Iterable

from omnicontent.message.facts import FactKind, Facts
from omnicontent.message.finding import carries


def missing(
    facts: Facts, kinds: Iterable[FactKind], text: str, locale: str, links: Iterable[str] = ()
) -> tuple[FactKind, ...]:
    """Return the kinds that the campaign has and ``text`` does not say, in order of the kinds.

    ``links``: addresses that the surface links without showing them, such as a button's.
    """
    wanted = frozenset(kinds)
    shown = "\n".join((text, *links))
    return tuple(
        kind
        for kind, fact in facts.present()
        if kind in wanted
        and not carries(fact, shown if kind == "call_to_action" else text, locale)
    )
