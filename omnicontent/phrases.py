"""Sentences as data: an English pattern and its values, to be said in anybody's language later.

Packages that know no Django write them, tables keep them, and the admin says them to its reader::

    from omnicontent.phrases import ngettext, phrase as _, term

    _("%(channel)s takes %(most)s.", channel=term("channel", spec.name), most=2200)
    ngettext("%(n)s segment", "%(n)s segments", count)

The two names are those by which ``make messages`` collects patterns. ``str`` says it in English.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, override

from pydantic import BaseModel, ConfigDict, Field

_FROZEN = ConfigDict(frozen=True, extra="forbid")
type Words = str | Phrase
"""What stands as it is, such as something an editor typed; or what each reader is told anew."""
type Value = Words | int | float | Moment | tuple[Words, ...]
"""What a pattern's name stands for; several are an enumeration."""


class Moment(BaseModel):
    """A time on the clock on which it is meant."""

    model_config = _FROZEN
    at: str
    """ISO 8601, with an offset."""
    day_only: bool = False

    @property
    def when(self) -> datetime:
        """The time."""
        return datetime.fromisoformat(self.at)


class Phrase(BaseModel):
    """A sentence, or words within one."""

    model_config = _FROZEN
    pattern: str
    plural: str = ""
    """The pattern for every other number than one; the value ``n`` decides."""
    context: str = ""
    """Where the catalogs keep words that are no sentence: ``channel``, ``part``, ``fact``, ..."""
    values: dict[str, Value] = Field(default_factory=dict)

    @override
    def __str__(self) -> str:
        return say_phrase(self, English())


class Speaker(Protocol):
    """A language: how it says patterns, numbers and times."""

    def pattern(self, phrase: Phrase) -> str:
        """Return the phrase's pattern in this language, for its number."""

    def number(self, number: float) -> str:
        """Return the number with its signs for thousands and decimals."""

    def moment(self, moment: Moment) -> str:
        """Return the time, or the day."""


class English:
    """What patterns are written in."""

    def pattern(self, phrase: Phrase) -> str:
        """Return the phrase's own pattern."""
        return phrase.plural if phrase.plural and phrase.values["n"] != 1 else phrase.pattern

    def number(self, number: float) -> str:
        """Return a number such as 12,345.5."""
        return f"{number:,}"

    def moment(self, moment: Moment) -> str:
        """Return a time such as 3 June, 09:00, or a day such as 3 June 2026."""
        when = moment.when
        return f"{when.day} {when:%B %Y}" if moment.day_only else f"{when.day} {when:%B, %H:%M}"


def phrase(pattern: str, /, **values: Value) -> Phrase:
    """Return a sentence of a pattern and what its names stand for."""
    return Phrase(pattern=pattern, values=_plain(values))


_ = phrase


def ngettext(pattern: str, plural: str, n: int, /, **values: Value) -> Phrase:
    """Return a sentence that is another one for one ``n`` than for several."""
    return Phrase(pattern=pattern, plural=plural, values=_plain({**values, "n": n}))


def term(context: str, words: str) -> Phrase:
    """Return words that the catalogs keep behind a context, such as a channel's name."""
    return Phrase(pattern=words, context=context)


def either(choices: Sequence[Words]) -> Words:
    """Return choices of which one is meant, such as ``x or y``."""
    *others, last = choices
    return _("%(one)s or %(other)s", one=either(others), other=last) if others else last


def words_of(error: Exception) -> Words:
    """Return what an error says: as data where it was raised with a phrase."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Phrase) else str(error)


def say_phrase(words: Words, speaker: Speaker) -> str:
    """Return the words in the speaker's language; plain text is said as it is."""
    if isinstance(words, str):
        return words
    pattern = speaker.pattern(words)
    if not words.values:
        return pattern
    return pattern % {name: _say(value, speaker) for name, value in words.values.items()}


def _say(value: Value, speaker: Speaker) -> str:
    match value:
        case tuple():
            return ", ".join(say_phrase(one, speaker) for one in value)
        case Moment():
            return speaker.moment(value)
        case int() | float():
            return speaker.number(value)
    return say_phrase(value, speaker)


def _plain(values: dict[str, Value]) -> dict[str, Value]:
    """Return the values with whole numbers as such: nobody says "2.0"."""
    return {
        name: int(value) if isinstance(value, float) and value.is_integer() else value
        for name, value in values.items()
    }
