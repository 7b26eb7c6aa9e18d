"""Whether a text carries a fact: in any form the locale says it, and as editors type it."""

from datetime import datetime
from functools import lru_cache

from omnicontent.message.fact import Fact
from omnicontent.message.kinds.kind import FORMS
from omnicontent.message.kinds.registry import kind_of
from omnicontent.message.normalizing import has_words
from omnicontent.message.saying import say
from omnicontent.message.texts import Text


def carries(fact: Fact, text: str, locale: str, at: datetime | None = None) -> bool:
    """Tell whether ``text`` says ``fact``; links are compared as URLs, tracking removed.

    ``text`` is plain text. What only an address contains (``/WINTER30``) is not said. ``at`` is
    when it is read: "tonight" says a period that ends then.
    """
    if _carried(fact, Text(text, locale), at):
        return True
    return any(has_words(text, words) for words in unread_words(fact, locale))


def _carried(fact: Fact, text: Text, at: datetime | None) -> bool:
    kind = kind_of(fact)
    return kind.carried(fact, text, tuple(kind.claims(text)), at)


@lru_cache(maxsize=1024)  # asked for every channel that leaves a fact out
def unread_words(fact: Fact, locale: str) -> tuple[str, ...]:
    """Return our own words that we can't read back: some locales' dates and digit groups."""
    said = (say(fact, locale, form) for form in FORMS)
    return tuple(
        words for words in said if words and not _carried(fact, Text(words, locale), None)
    )
