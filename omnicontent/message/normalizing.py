"""One spelling for a text's many spellings, so that facts are compared by what a reader sees."""

import re
import unicodedata
from functools import lru_cache

import regex

from omnicontent.text.links import find_links

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),  # noqa: RUF001
        **dict.fromkeys("‘’‚‛′`´", "'"),  # noqa: RUF001
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f\u20e3"),
        **{chr(sign + 0xFEE0): chr(sign) for sign in range(0x21, 0x7F)},  # fullwidth forms
        "￡": "£",
        "￥": "¥",
        "٪": "%",
        "\u066b": ".",  # the Arabic decimal and thousands separators
        "\u066c": ",",
        "…": "...",
        "→": "->",  # as an SMS types it
    }
)


_FANCY = re.compile("[\u24b6-\u24e9\U0001d400-\U0001d7ff]")
"""Bold, slanted and circled letters, with which people dress up their posts."""
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


_SIGNS = re.compile(f"[{re.escape(''.join(map(chr, _PLAIN)))}]+")
_DIGITS = re.compile(r"(?![0-9])\d")
_SPACES = re.compile(r"\s{2,}|[^\S ]")
"""A single space needs no change."""


def normalize(text: str) -> str:
    """Return ``text`` composed, with plain digits, dashes, quotes and single spaces."""
    text = unicodedata.normalize("NFC", text)
    text = _FANCY.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _SIGNS.sub(lambda match: match[0].translate(_PLAIN), text)
    text = _DIGITS.sub(lambda match: str(unicodedata.decimal(match[0])), text)
    return _SPACES.sub(" ", text).strip()


class _Bare(dict[int, str]):
    """Letters without their accents, found out once for each."""

    def __missing__(self, code: int) -> str:
        self[code] = bare = unicodedata.normalize("NFD", chr(code))[0]
        return bare


_BARE = _Bare()


def without_accents(text: str) -> str:
    """Return ``text`` with ``é`` as ``e``, letter for letter, so that places stay."""
    return text if text.isascii() else text.translate(_BARE)


def without_links(text: str) -> str:
    """Return ``text`` without its links: what an address contains is not said to the reader."""
    for link in reversed(list(find_links(text))):
        if "/" in link.url:
            text = f"{text[: link.start]} {text[link.end :]}"
    return text


def fold(text: str) -> str:
    """Return ``text`` for comparing names and sentences: no case, no accents' doubt, no stop."""
    return normalize(text).casefold().rstrip(". ")


def has_words(text: str, words: str) -> bool:
    """Tell whether folded ``text`` holds ``words`` as whole words.

    Scripts without spaces have no whole words to ask for.
    """
    return _as_words(words).search(_folded(text)) is not None


_folded = lru_cache(maxsize=128)(fold)
"""One text is asked for many facts."""


@lru_cache(maxsize=1024)
def _as_words(words: str) -> re.Pattern[str]:
    wanted = fold(words)
    before = "" if _UNSPACED.match(wanted[:1]) else r"(?<!\w)(?<!\d[.,])"
    after = "" if _UNSPACED.match(wanted[-1:]) else r"(?!\w|[.,]\d)"
    return re.compile(before + re.escape(wanted) + after)
