"""Whether a text carries a fact: in any form the locale says it, and as editors type it."""

from omnicontent.message.facts import Fact


def carries(fact: Fact, text: str, locale: str) -> bool:
    """Tell whether ``text`` says ``fact``; links are compared as URLs, tracking removed."""
    raise NotImplementedError
