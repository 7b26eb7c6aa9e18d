"""Marks of ink in a picture that may be letters: connected, of a letter's proportions."""

from dataclasses import dataclass, fields
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]

SMALLEST_PX = 6
_LARGEST_PX = 150
_CONTRAST = 14
"""How much darker or brighter than its neighborhood ink is, in levels of 255."""
_NEIGHBORHOOD_PX = 31
"""Strokes as wide as this come out hollow; a picture of half the size finds those."""
_MOST = 400
"""The marks of highest contrast are enough, and foliage has thousands of others."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks from left to right, one value of each kind a mark; lengths in pixels."""

    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    area: Numbers
    stroke: Numbers
    shade: Numbers
    contrast: Numbers

    def __len__(self) -> int:
        return len(self.left)

    @property
    def height(self) -> Numbers:
        """How tall each is."""
        return self.bottom - self.top

    @property
    def width(self) -> Numbers:
        """How wide each is."""
        return self.right - self.left

    @property
    def fill(self) -> Numbers:
        """The share of its box that the ink of each takes."""
        return self.area / (self.width * self.height)

    def only(self, which: NDArray[np.intp] | Mask) -> Self:
        """Return some of the marks."""
        return type(self)(*(getattr(self, field.name)[which] for field in fields(self)))


def find_marks_of_ink(gray: Pixels, *, dark: bool) -> Marks:
    """Return what may be letters, darker or brighter than what is around them."""
    kind = cv2.THRESH_BINARY_INV if dark else cv2.THRESH_BINARY
    least = _CONTRAST if dark else -_CONTRAST
    ink = cv2.adaptiveThreshold(
        gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, kind, _NEIGHBORHOOD_PX, least
    )
    marks = _measured(gray, np.asarray(ink, np.uint8))
    marks = marks.only(_letter_shaped(marks, gray.shape))
    strongest = np.argsort(-marks.contrast, kind="stable")[:_MOST]
    return marks.only(strongest[np.argsort(marks.left[strongest], kind="stable")])


def _measured(gray: Pixels, ink: Pixels) -> Marks:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    inked = np.flatnonzero(ink)
    label = np.asarray(labels.ravel()[inked], np.intp)
    shade = gray.ravel()[inked].astype(float)
    around = cv2.blur(gray, (_NEIGHBORHOOD_PX, _NEIGHBORHOOD_PX)).ravel()[inked].astype(float)
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, 3).ravel()[inked].astype(float)
    left, top, width, height, area = stats.T.astype(float)

    def mean(values: Numbers) -> Numbers:
        return np.asarray(np.bincount(label, values, count) / np.maximum(area, 1), float)

    return Marks(
        left=left,
        top=top,
        right=left + width,
        bottom=top + height,
        area=area,
        # The pixels of an even stroke are a quarter of its width from its edge on average.
        stroke=4 * mean(depth) - 1,
        shade=mean(shade),
        contrast=mean(np.abs(shade - around)),
    )


def _letter_shaped(marks: Marks, shape: tuple[int, ...]) -> Mask:
    tall, wide = marks.height, marks.width
    inside = (marks.left > 0) & (marks.right < shape[1]) & (marks.top > 0)
    sized = (tall >= SMALLEST_PX) & (tall <= _LARGEST_PX) & (wide <= 2.2 * tall)
    return inside & (marks.bottom < shape[0]) & sized & (marks.fill > 0.15)
