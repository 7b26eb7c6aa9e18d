"""What limits count, as words within a phrase: "one character", "2,200 characters"."""

from collections.abc import Callable, Mapping

from omnicontent.channels.spec import Items, Limit
from omnicontent.phrases import Phrase, ngettext
from omnicontent.text.units import Unit

type Amount = Callable[[int], Phrase]

UNITS: Mapping[Unit, Amount] = {
    Unit.CHARACTERS: lambda n: ngettext("%(n)s character", "%(n)s characters", n),
    Unit.CODE_POINTS: lambda n: ngettext("%(n)s code point", "%(n)s code points", n),
    Unit.GRAPHEMES: lambda n: ngettext("%(n)s character as read", "%(n)s characters as read", n),
    Unit.UTF8_BYTES: lambda n: ngettext("%(n)s byte", "%(n)s bytes", n),
    Unit.UTF16_UNITS: lambda n: ngettext("%(n)s UTF-16 unit", "%(n)s UTF-16 units", n),
    Unit.X_WEIGHTED: lambda n: ngettext(
        "%(n)s weighted character", "%(n)s weighted characters", n
    ),
    Unit.SMS_SEGMENTS: lambda n: ngettext("%(n)s segment", "%(n)s segments", n),
    Unit.WORDS: lambda n: ngettext("%(n)s word", "%(n)s words", n),
}
ITEMS: Mapping[Items, Amount] = {
    "hashtags": lambda n: ngettext("%(n)s hashtag", "%(n)s hashtags", n),
    "mentions": lambda n: ngettext("%(n)s mention", "%(n)s mentions", n),
    "links": lambda n: ngettext("%(n)s link", "%(n)s links", n),
    "cashtags": lambda n: ngettext("%(n)s cashtag", "%(n)s cashtags", n),
    "pictures": lambda n: ngettext("%(n)s picture", "%(n)s pictures", n),
}


def count_in(limit: Limit, number: float) -> Phrase:
    """Return a number of what the limit counts in a text."""
    amount = ITEMS[limit.items] if limit.unit is Unit.ITEMS else UNITS[limit.unit]
    return amount(round(number))
