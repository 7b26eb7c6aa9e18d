"""Printed text in a picture: rows of marks that look like letters, found without a model.

Letters are strokes of one width and one color that stand on a line; leaves, bark and windows are
not. The checks follow Epshtein, Ofek and Wexler, "Detecting text in natural scenes with stroke
width transform" (CVPR 2010), with OpenCV's distance transform for the width. What is found is
text as a rule; joined scripts, tilted or curved lines, words of three letters and letters below
six pixels are passed over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from omnicontent.media.focus.letters import Marks, Mask, Numbers, Pixels, find_marks_of_ink

LETTERS_MIN = 4
SMALLEST_SIDE = 24
"""Pixels; a picture that is narrower holds no line of text that we would find."""
_SPACE = 1.4
"""How far the next word may be from a line, in heights of its letters."""
_WORDS = 6


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Where text is, in pixels, and how tall its smallest line is.

    A line reaches from the top of its tallest letter to the foot of its lowest: about seven
    tenths of the size of its font.
    """

    left: float
    top: float
    right: float
    bottom: float
    line: float


def find_text(gray: Pixels) -> list[TextBlock]:
    """Return the blocks of text in a picture of one channel, from the top down."""
    lines: list[TextBlock] = []
    for shrink in (1, 2, 4) if min(gray.shape) >= SMALLEST_SIDE else ():
        small = cv2.resize(gray, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
        for dark in (True, False):
            marks = find_marks_of_ink(np.asarray(small, np.uint8), dark=dark)
            lines += [_scaled(line, shrink) for line in _lines(marks)]
    return _joined(_joined(lines, _same_line, max), _together, min)


def _lines(marks: Marks) -> Iterator[TextBlock]:
    for chain in _chains(_neighbors(marks)):
        if len(chain) >= LETTERS_MIN and _is_text(row := marks.only(np.array(chain))):
            yield _grown(row, marks)


def _neighbors(marks: Marks) -> Mask:
    """Tell of each two marks whether they may follow each other in a word or across a space."""

    def both(values: Numbers) -> tuple[Numbers, Numbers]:
        return np.minimum.outer(values, values), np.maximum.outer(values, values)

    low, high = both(marks.height)
    thin, thick = both(marks.stroke)
    dark, bright = both(marks.shade)
    overlap = both(marks.bottom)[0] - both(marks.top)[1]
    gap = both(marks.left)[1] - both(marks.right)[0]
    alike = (high <= 2 * low) & (thick <= 2.2 * thin + 0.5) & (bright - dark < 30)
    beside = (overlap >= 0.6 * low) & (gap <= 1.1 * high) & (gap >= -0.25 * high)
    return np.asarray(alike & beside, bool)


def _chains(linked: Mask) -> Iterator[list[int]]:
    left = np.ones(len(linked), bool)
    for first in range(len(linked)):
        if left[first]:
            left[first] = False
            chain = [first]
            for mark in chain:
                found = np.flatnonzero(linked[mark] & left)
                left[found] = False
                chain += found.tolist()
            yield sorted(chain)


def _is_text(row: Marks) -> bool:
    """Tell letters on a line from what nature puts in a row.

    The bounds let nothing pass in some 500 parts of photos of leaves, bark, water, walls and
    animals, but for a row of coins.
    """
    count, tall = len(row), float(np.median(row.height))
    feet = np.abs(row.bottom - np.median(row.bottom)) <= 0.12 * tall + 0.5
    long, high = np.ptp([row.left.min(), row.right.max()]), row.bottom.max() - row.top.min()
    checks = (
        row.contrast.mean() >= (60 if count == LETTERS_MIN else 42),
        feet.mean() >= 0.7,
        high <= 2.05 * tall and long >= 2.5 * high,
        0.6 <= row.width.sum() / long <= 1.02,
        _variation(row.height) <= 0.3 and _variation(row.stroke) <= 0.22,
        0.11 <= np.median(row.stroke) / tall <= 0.58,
        np.median(row.fill) >= 0.36 and row.shade.std() < 18,
        # Fences, windows and chessboards are more alike than letters are.
        row.fill.std() >= 0.02 and (count > 8 or _variation(row.width) >= 0.12),
    )
    return all(checks)


def _variation(values: Numbers) -> float:
    return float(values.std() / values.mean())


def _grown(row: Marks, marks: Marks) -> TextBlock:
    """Return the line with what stands at its ends: short words, signs, a last letter."""
    tall, shade = np.median(row.height), np.median(row.shade)
    reach = _SPACE * tall
    left, top, right, bottom = row.left.min(), row.top.min(), row.right.max(), row.bottom.max()
    alike = (np.abs(marks.shade - shade) < 40) & (marks.height <= 1.6 * tall)
    level = (marks.bottom > top) & (marks.top < bottom)
    for _ in range(_WORDS):
        near = (marks.right > left - reach) & (marks.left < right + reach)
        more = marks.only(alike & level & near)
        left, right = min(left, *more.left), max(right, *more.right)
    return TextBlock(float(left), float(top), float(right), float(bottom), float(bottom - top))


def _scaled(line: TextBlock, by: int) -> TextBlock:
    edges = (line.left, line.top, line.right, line.bottom, line.line)
    return TextBlock(*(by * edge for edge in edges))


def _joined(
    lines: list[TextBlock],
    belong: Callable[[TextBlock, TextBlock], bool],
    height: Callable[[float, float], float],
) -> list[TextBlock]:
    """Return the boxes with those joined that belong together; ``height`` chooses their line's."""
    blocks: list[TextBlock] = []
    for line in sorted(lines, key=lambda one: (one.top, one.left)):
        joined, apart = line, []
        for block in blocks:
            if belong(block, joined):
                joined = _union(block, joined, height(block.line, joined.line))
            else:
                apart.append(block)
        blocks = [*apart, joined]
    return blocks


def _same_line(one: TextBlock, other: TextBlock) -> bool:
    """Tell whether they are parts of one line, or one line found at two sizes."""
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return down >= 0.6 * min(one.line, other.line) and _together(one, other)


def _together(one: TextBlock, other: TextBlock) -> bool:
    room = min(one.line, other.line)
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > -room and down > -room


def _union(one: TextBlock, other: TextBlock, line: float) -> TextBlock:
    return TextBlock(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
        line,
    )
