"""How an SMS is coded, split and made cheaper.

GSM 03.38 (3GPP TS 23.038): 7-bit default alphabet, ten characters behind an escape that cost two.
One character outside it turns the whole message into UCS-2, with less than half the room.
"""

import re
import unicodedata
from dataclasses import dataclass

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
    **dict.fromkeys("‘’‚‛′`´", "'"),  # noqa: RUF001
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),  # noqa: RUF001
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
    **dict.fromkeys("\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    "…": "...",
    "•": "-",
}
_TABLE = str.maketrans(_REPLACEMENTS)


@dataclass(frozen=True, slots=True)
class Sms:
    """A message as it is sent: ``sizes`` of its parts in septets or UTF-16 units."""

    encoding: str
    sizes: tuple[int, ...]
    forced_by: tuple[str, ...] = ()

    @property
    def segments(self) -> int:
        """How many parts are sent and paid."""
        return len(self.sizes)


def split_sms(text: str) -> Sms:
    """Return how ``text`` is coded and split; an empty text is one empty part."""
    forced_by = tuple(dict.fromkeys(c for c in text if c not in BASIC and c not in EXTENDED))
    if forced_by:
        costs = [2 if ord(c) > 0xFFFF else 1 for c in text]
        return Sms("ucs-2", _fill(costs, UCS2_SINGLE, UCS2_PART), forced_by)
    costs = [2 if c in EXTENDED else 1 for c in text]
    return Sms("gsm-7", _fill(costs, GSM_SINGLE, GSM_PART))


def _fill(costs: list[int], single: int, part: int) -> tuple[int, ...]:
    """Fill parts greedily; what costs two stays in one part."""
    if sum(costs) <= single:
        return (sum(costs),)
    sizes = [0]
    for cost in costs:
        if sizes[-1] + cost > part:
            sizes.append(0)
        sizes[-1] += cost
    return tuple(sizes)


def to_gsm(text: str) -> str:
    """Return ``text`` with typographic signs typed plainly, so that it may cost half.

    Quotes, dashes, spaces, ellipses and composed accents keep their meaning. Letters and signs
    that GSM lacks stay as they are: leaving out an accent can change a word.
    """
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"«\s?", '"', re.sub(r"\s?»", '"', text))
    return text.translate(_TABLE)
