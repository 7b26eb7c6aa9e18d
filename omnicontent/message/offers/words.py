"""The words around numbers that a text's language and its neighbors use."""

from omnicontent.message.offers.languages.english import ENGLISH
from omnicontent.message.offers.languages.french import FRENCH
from omnicontent.message.offers.languages.german import GERMAN
from omnicontent.message.offers.languages.italian import ITALIAN
from omnicontent.message.offers.languages.spanish import SPANISH
from omnicontent.message.offers.vocabulary import OfferWords

_BY_LANGUAGE = {
    "en": (ENGLISH, FRENCH),
    "fr": (FRENCH, ENGLISH),
    "de": (GERMAN, ENGLISH),
    "es": (SPANISH, ENGLISH),
    "it": (ITALIAN, ENGLISH),
}


def vocabularies(language: str) -> tuple[OfferWords, ...]:
    """Return the words of a language and of English; of all where we don't know it."""
    return _BY_LANGUAGE.get(language, (ENGLISH, FRENCH, GERMAN, SPANISH, ITALIAN))


def offer_words(language: str, name: str) -> tuple[str, ...]:
    """Return the expressions of one kind."""
    return tuple(pattern for words in vocabularies(language) for pattern in getattr(words, name))
