"""Where a line of words may go on in a new row: at spaces, and between the signs of Chinese and
Japanese, which has none (after UAX #14, https://www.unicode.org/reports/tr14/)."""

import re
from collections.abc import Callable

_IDEOGRAPH = r"\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KATAKANA = r"\u30a1-\u30fa\u30fc"
"""Its words may be broken by the rules, and read badly when they are."""
_OPENING = "「『（【〈《［｛"  # noqa: RUF001
_NEVER_FIRST = "、。，．・：；？！ー々」』）】〉》］｝ぁぃぅぇぉっゃゅょァィゥェォッャュョ"  # noqa: RUF001
_BREAK = re.compile(
    rf"(?<= )|(?<=[{_IDEOGRAPH}{_NEVER_FIRST}])(?=[{_IDEOGRAPH}{_OPENING}\w])(?![{_NEVER_FIRST}])"
    rf"(?<![{_KATAKANA}](?=[{_KATAKANA}]))"
)
_BEFORE_SIGN = re.compile(r" (?=[:;!?%‰€£$»])")
"""An editor types a plain space there; the sign alone on the next row would look broken."""


_IN_PATH = re.compile(r"(?<=/)|(?=[?&#])")
_IN_ADDRESS = re.compile(r"(?<=[/-])|(?=[.?&#=%])")


def wrap(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Return the text in rows that fit, as few as there can be; a word too wide has its own.

    An address too wide goes on behind a slash of its path.
    """
    pieces: list[str] = []
    for piece in _BREAK.split(_BEFORE_SIGN.sub("\u00a0", text)):
        pieces += [piece] if fits(piece.rstrip(" ")) else _IN_PATH.split(piece)
    return _filled(pieces, fits)


def wrap_address(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Return an address in rows that fit, broken where a reader sees that it goes on."""
    return _filled(_IN_ADDRESS.split(text), fits)


def _filled(pieces: list[str], fits: Callable[[str], bool]) -> list[str]:
    rows: list[str] = []
    for piece in pieces:
        longer = rows[-1] + piece if rows else piece
        if rows and fits(longer.rstrip(" ")):
            rows[-1] = longer
        else:
            rows.append(piece)
    return [row.rstrip(" ") for row in rows if row.strip(" ")]
