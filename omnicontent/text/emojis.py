"""Emoji as surfaces count them: not as signs but by what they weigh.

An emoji is a grapheme that holds a keycap or a character of Unicode's property ``Emoji``, which
``regex`` follows. A plain digit is none.
"""

import regex

from omnicontent.text.graphemes import GRAPHEME

_EMOJI = regex.compile(r"[\p{Emoji}--[0-9#*]]|\u20e3", regex.VERSION1)


def weigh_emojis(text: str) -> str:
    """Return ``text`` with one letter for every UTF-8 byte of its emoji, all else as it is.

    Joiners, skin tones and variation selectors weigh with the emoji they belong to.
    """
    return GRAPHEME.sub(_weigh, text) if _EMOJI.search(text) else text


def _weigh(grapheme: "regex.Match[str]") -> str:
    sign = grapheme[0]
    return "x" * len(sign.encode("utf-8", "replace")) if _EMOJI.search(sign) else sign
