r"""Graphemes, what readers take for one character, by the newest Unicode that ``regex`` follows.

https://www.unicode.org/reports/tr29/. Flags are found before ``\X`` is asked: it counts all the
letters of flags before each, and a long row of flags would take it minutes.
"""

from typing import Final

import regex

_FLAG = r"\p{Regional_Indicator}{2}"
_WITH_IT = r"[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+"

GRAPHEME: Final = regex.compile(rf"{_FLAG}{_WITH_IT}|\X")
"""Matches one grapheme."""
