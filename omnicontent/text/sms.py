"""How an SMS is coded, split and made cheaper.

GSM 03.38 (3GPP TS 23.038): 7-bit default alphabet, ten characters behind an escape that cost two.
One character outside it turns the whole message into UCS-2, with less than half the room.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import reduce

import regex

from omnicontent.phrases import Phrase, ngettext, term
from omnicontent.phrases import phrase as _
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

REPLACEMENTS = {
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
_TABLE = str.maketrans(REPLACEMENTS)
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


def say_offer(offer: Offer) -> Phrase:
    """Return in words what makes an SMS dear, what to type in its place and what that saves."""
    words = _("Characters outside the SMS alphabet leave a segment less than half its room.")
    said = [
        _("%(sign)s: %(advice)s", sign=_named(sign), advice=_advised(new))
        for sign, new in offer.replaced.items()
    ]
    if said:
        signs = reduce(lambda one, more: _("%(one)s; %(more)s", one=one, more=more), said)
        words = _("%(words)s These can be typed plainly: %(signs)s.", words=words, signs=signs)
    if offer.kept:
        return ngettext(
            "%(words)s These have no other spelling: %(kept)s. As long as one of them stays, "
            "nothing is saved; without them the text has %(n)s segment.",
            "%(words)s These have no other spelling: %(kept)s. As long as one of them stays, "
            "nothing is saved; without them the text has %(n)s segments.",
            offer.without,
            words=words,
            kept=tuple(map(_named, offer.kept)),
        )
    return ngettext(
        "%(words)s That saves %(n)s segment.",
        "%(words)s That saves %(n)s segments.",
        offer.saved,
        words=words,
    )


def _named(sign: str) -> Phrase:
    """Return a character with its Unicode name: many look alike, and some like nothing."""
    name = term("character", character_name(sign[0]))
    is_seen = any(char.isprintable() and not char.isspace() for char in sign)
    return _("%(sign)s (%(name)s)", sign=sign, name=name) if is_seen else name


def character_name(sign: str) -> str:
    """Return what Unicode calls a character, in small letters."""
    return unicodedata.name(sign, f"U+{ord(sign):04X}").lower()


def _advised(new: str) -> Phrase:
    known = {
        "": _("leave it out"),
        " ": _("type a plain space"),
        "\n": _("type a new line"),
    }
    return known.get(new) or _("type “%(new)s”", new=new)


def to_gsm(text: str) -> str:
    """Return ``text`` with typographic signs typed plainly, so that it may cost half.

    Quotes, dashes, spaces, ellipses and composed accents keep their meaning. Letters and signs
    that GSM lacks stay as they are: leaving out an accent can change a word.
    """
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"«\s?", '"', re.sub(r"\s?»", '"', text))
    return _UNSEEN.sub("", text).translate(_TABLE)
