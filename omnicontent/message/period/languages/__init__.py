"""The words of time, a module per language."""

from omnicontent.message.period.languages.english import ENGLISH
from omnicontent.message.period.languages.french import FRENCH
from omnicontent.message.period.languages.german import GERMAN
from omnicontent.message.period.languages.italian import ITALIAN
from omnicontent.message.period.languages.spanish import SPANISH
from omnicontent.message.period.vocabulary import Vocabulary

_BY_LANGUAGE = {"de": GERMAN, "en": ENGLISH, "es": SPANISH, "fr": FRENCH, "it": ITALIAN}
_SIGNS_ONLY = Vocabulary(month_first=True)


def vocabulary_for(locale: str) -> Vocabulary:
    """Return the words of the locale's language, or signs only."""
    return _BY_LANGUAGE.get(locale.split("-")[0], _SIGNS_ONLY)
