"""QR codes as rectangles, for whatever draws them. segno, since it needs nothing else.

https://www.qrcode.com/en/howto/code.html
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import segno

from omnicontent.media.errors import WordsError
from omnicontent.phrases import phrase as _

QUIET_MODULES = 4
"""White modules around a code (ISO/IEC 18004)."""
_MODULE_MIN_MM = 0.4
"""Smaller modules run together in print, or need a steady hand."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in millimeters."""

    left: float
    top: float
    width: float
    height: float


def dark_runs(link: str, box: Box) -> Iterator[Box]:
    """Yield the dark runs of the link's code in a white box, its quiet zone inside.

    A seventh of it may be dirty or torn (error correction M, or better where that is free).

    :raises WordsError: the link is too long for modules that a phone can see.
    """
    try:
        matrix = segno.make_qr(link, error="m").matrix
    except segno.DataOverflowError:
        matrix = ()
    step = box.width / (len(matrix) + 2 * QUIET_MODULES)
    if not matrix or step < _MODULE_MIN_MM:
        raise WordsError(
            _(
                "The link is too long for a QR code on paper: %(link)s Use a shorter one.",
                link=link,
            )
        )
    for y, modules in enumerate(matrix):
        for start, length in _runs(modules):
            left, top = (QUIET_MODULES + start) * step, (QUIET_MODULES + y) * step
            yield Box(box.left + left, box.top + top, length * step, step)


def _runs(modules: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for dark, group in groupby(modules):
        length = len(list(group))
        if dark:
            yield start, length
        start += length
