"""How an SMS is coded, split and made cheaper.

GSM 03.38 (3GPP TS 23.038): 7-bit default alphabet, ten characters behind an escape that cost two.
One character outside it turns the whole message into UCS-2, with less than half the room.
"""

import re
import unicodedata
from dataclasses import dataclass

import regex

from omnicontent.text.graphemes import GRAPHEME

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""Cost one septet. 0x09 is capital Ç as in 23.038; Unicode's mapping file says small ç."""
EXTENDED = frozenset("\f^{}\\[~]|€")
"""Cost two septets: an escape and the character, never parted."""

GSM_SINGLE, GSM_PART = 160, 153  # septets; a joined part gives up 7 to its header
UCS2_SINGLE, UCS2_PART = 70, 67  # UTF-16 units; a joined part gives up 3

_REPLACEMENTS = {
    **dict.fromkeys("‘’‚‛‹›′`´", "'"),  # noqa: RUF001
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),  # noqa: RUF001
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
    **dict.fromkeys("\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    **dict.fromkeys("•·", "-"),
    **dict.fromkeys("\u2044\u2215", "/"),
    **dict.fromkeys("\u2028\u2029", "\n"),
    "…": "...",
    "→": "->",
    "←": "<-",
    "≤": "<=",
    "≥": ">=",
}
_TABLE = str.maketrans(_REPLACEMENTS)
_UNSEEN = regex.compile("[\u00ad\u200b\u2060\ufeff]\\p{M}*")
"""Invisible signs with the accents on them: freed, those would change the letter before."""


@dataclass(frozen=True, slots=True)
class Sms:
    """A message as it is sent: the text and the size of each part, in septets or UTF-16 units."""

    encoding: str
    parts: tuple[str, ...]
    sizes: tuple[int, ...]
    forced_by: tuple[str, ...] = ()
    """Characters outside GSM 03.38: one is enough to code the whole message in UCS-2."""

    @property
    def segments(self) -> int:
        """How many parts are sent and paid."""
        return len(self.sizes)


@dataclass(frozen=True, slots=True)
class Offer:
    """What typing plainly the signs that GSM 03.38 lacks would save."""

    replaced: dict[str, str]
    """Sign -> how to type it; "" where it can go."""
    kept: tuple[str, ...]
    """What has no other spelling that means the same: letters with accents, emoji, scripts."""
    text: str
    """The message with everything replaced that can be."""
    saved: int
    """Segments fewer for that text."""
    without: int
    """Segments that would be left without ``kept``."""


def split_sms(text: str) -> Sms:
    """Return how ``text`` is coded and split; an empty text is one empty part."""
    forced_by = tuple(dict.fromkeys(c for c in text if c not in BASIC and c not in EXTENDED))
    if forced_by:
        costs = [2 if ord(c) > 0xFFFF else 1 for c in text]
        return Sms("ucs-2", *_fill(text, costs, UCS2_SINGLE, UCS2_PART), forced_by)
    costs = [2 if c in EXTENDED else 1 for c in text]
    return Sms("gsm-7", *_fill(text, costs, GSM_SINGLE, GSM_PART))


def _fill(
    text: str, costs: list[int], single: int, part: int
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Fill parts greedily; what costs two stays in one part."""
    if sum(costs) <= single:
        return (text,), (sum(costs),)
    starts, sizes = [0], [0]
    for place, cost in enumerate(costs):
        if sizes[-1] + cost > part:
            starts.append(place)
            sizes.append(0)
        sizes[-1] += cost
    ends = [*starts[1:], len(text)]
    return tuple(text[start:end] for start, end in zip(starts, ends, strict=True)), tuple(sizes)


def is_other_script(text: str) -> bool:
    """Tell whether a third of the letters and more are outside GSM 03.38: no spelling helps."""
    letters = [c for c in text if c.isalpha()]
    foreign = [c for c in letters if c not in BASIC]
    return bool(foreign) and 3 * len(foreign) >= len(letters)


def offer_gsm(text: str) -> Offer | None:
    """Return what can be typed plainly so that ``text`` costs less, None if it is in GSM already.

    Looks at whole characters as they are read: an accent is named with its letter.
    """
    if not split_sms(text).forced_by:
        return None
    foreign = [sign for sign in GRAPHEME.findall(text) if split_sms(sign).forced_by]
    plain = {sign: to_gsm(sign) for sign in foreign}
    replaced = {sign: new for sign, new in plain.items() if not split_sms(new).forced_by}
    better = to_gsm(text)
    return Offer(
        replaced=replaced,
        kept=tuple(sign for sign in plain if sign not in replaced),
        text=better,
        saved=split_sms(text).segments - split_sms(better).segments,
        without=split_sms("".join(c for c in better if not split_sms(c).forced_by)).segments,
    )


def say_offer(offer: Offer) -> str:
    """Return in words what makes an SMS dear, what to type in its place and what that saves."""
    said = [f"{_named(sign)}: {_advised(new)}" for sign, new in offer.replaced.items()]
    words = "Characters outside the SMS alphabet leave a segment less than half its room."
    if said:
        words += f" These can be typed plainly: {'; '.join(said)}."
    if offer.kept:
        kept = ", ".join(map(_named, offer.kept))
        segments = _counted(offer.without)
        return (
            f"{words} These have no other spelling: {kept}. As long as one of them stays, "
            f"nothing is saved; without them the text has {segments}."
        )
    return f"{words} That saves {_counted(offer.saved)}."


def _named(sign: str) -> str:
    """Return a character with its Unicode name: many look alike, and some like nothing."""
    name = unicodedata.name(sign[0], f"U+{ord(sign[0]):04X}").lower()
    is_seen = any(char.isprintable() and not char.isspace() for char in sign)
    return f"{sign} ({name})" if is_seen else name


def _advised(new: str) -> str:
    return {"": "leave it out", " ": "type a plain space", "\n": "type a new line"}.get(
        new, f"type “{new}”"
    )


def _counted(segments: int) -> str:
    return f"{segments} segment{'' if segments == 1 else 's'}"


def to_gsm(text: str) -> str:
    """Return ``text`` with typographic signs typed plainly, so that it may cost half.

    Quotes, dashes, spaces, ellipses and composed accents keep their meaning. Letters and signs
    that GSM lacks stay as they are: leaving out an accent can change a word.
    """
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"«\s?", '"', re.sub(r"\s?»", '"', text))
    return _UNSEEN.sub("", text).translate(_TABLE)
