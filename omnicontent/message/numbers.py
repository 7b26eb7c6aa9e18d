"""Numbers in a text: digits in any grouping, and number words.

Expects text from :mod:`omnicontent.message.normalizing`. The words are num2words', a kept
library that knows them in all our languages.
"""

import re
from decimal import Decimal
from functools import cache

from num2words import num2words

NUMBER = r"(?<![\d.,])(?:\d{1,3}(?:[ '.,]\d{3})+(?!\d)|\d+)(?:[.,']\d{1,2})?(?!\d|[.,]\d)"
"""Digits, grouped or not, with one or two decimals."""
SMALL, USUAL, LARGEST = 20, 100, 2999
"""Numbers in words: those in patterns, those read at once, and the largest that is read."""
MOST_WORDS = 9
_TABLES = {
    "en": ("en",),
    "fr": ("fr", "fr_CH", "fr_BE"),
    "de": ("de",),
    "es": ("es",),
    "it": ("it",),
}
"""Language -> num2words' names: the Swiss say nonante."""
_LARGE = re.compile(r"hundred|thousand|cent|mille|hundert|tausend|cien|mil", re.IGNORECASE)
_MORE = {
    "en": {"one hundred": 100, "a hundred": 100, "a": 1},
    "fr": {"une": 1},
    "de": {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zweit": 2, "hundert": 100},
    "es": {"un": 1, "una": 1},
    "it": {"un": 1, "una": 1},
}


def parse_number(text: str) -> Decimal:
    """Return the value of ``1.299``, ``1,299.00``, ``1 299,5``: three digits never are cents."""
    match = re.fullmatch(r"(.*?)(?:[.,'](\d{1,2}))?", text)
    whole, cents = (match[1], match[2]) if match else (text, None)
    return Decimal(re.sub(r"\D", "", whole) + "." + (cents or "0"))


def number_before(text: str, end: int, language: str) -> tuple[Decimal, int] | None:
    """Return the number whose words end at ``end``, the longest reading, and where it starts."""
    words = list(re.finditer(r"[^\W\d_]+", text[max(0, end - 100) : end]))[-MOST_WORDS:]
    offset = max(0, end - 100)
    long = _LARGE.search(text, offset, end)
    table = _words(language, LARGEST if long else USUAL)
    for first in range(len(words)):
        start = offset + words[first].start()
        if (value := table.get(_spelled(text[start:end]))) is not None:
            return Decimal(value), start
    return None


def read_small(text: str, language: str) -> int:
    """Return the value of digits or of a word from :func:`small_words`."""
    return int(text) if text.isdecimal() else _words(language, USUAL)[_spelled(text)]


@cache
def small_words(language: str) -> str:
    """Return an expression for the words of small numbers, the longest first."""
    words = [
        word for word, value in _words(language, USUAL).items() if value <= SMALL and word != "a"
    ]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _words(language: str, largest: int) -> dict[str, int]:
    """Return the number words of a language and of English."""
    words: dict[str, int] = {}
    for known in dict.fromkeys((language if language in _TABLES else "en", "en")):
        for table in _TABLES[known]:
            for number in range(largest, 0, -1):
                words[_spelled(num2words(number, lang=table))] = number
        words |= _MORE[known]
    return words


def _spelled(text: str) -> str:
    """Return number words in one spelling, without what only joins them."""
    plain = re.sub(r"[-,]", " ", text.lower())
    joined = re.sub(r"\b(?:and|et|und|y|e)\b", " ", plain)
    return " ".join(re.sub(r"\b(vingt|cent)s\b", r"\1", joined).split())
