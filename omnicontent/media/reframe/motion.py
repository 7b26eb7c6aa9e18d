"""What moves by itself, and what stands out, where no face says what a shot is about."""

import cv2
import numpy as np
from numpy.typing import NDArray

from omnicontent.media.films.paths import Floats
from omnicontent.media.focus.residual import spectral_residual
from omnicontent.media.geometry import Box
from omnicontent.media.reframe.proxies import Pixels

Gray = NDArray[np.float32]
_SIDE = 128
_LEVELS = 6.0
"""A pixel moves if it changes by so many of 255 levels: compression changes fewer."""
_EVERYWHERE = 0.45
"""Where more of the picture moves, the camera moved in a way that no shift explains."""
_LEAST = 0.004
"""Of the picture: smaller motion is grass and water."""
_SHIFT_SURE = 0.1
_MISFIT = 4.0
_SHIFT_LEAST = 0.2
"""Pixels: less is the noise of a camera that stands."""
_SALIENT = 64
_STANDS_OUT = 0.55


def gray(picture: Pixels) -> Gray:
    """Return the small gray picture that both searches look at, its longer side 128 pixels."""
    height, width = picture.shape[:2]
    scale = _SIDE / max(width, height)
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.float32)


def moving_boxes(before: Gray, here: Gray, after: Gray) -> list[tuple[Box, float]]:
    """Return up to two things that move, each with its share of all motion.

    Only what differs from the picture before and from the one after is here: a difference of two
    shows a thing twice, where it was and where it is. Both are first shifted as the camera moved.
    """
    changed = np.minimum(_changed(before, here), _changed(after, here))
    changed = cv2.GaussianBlur(changed, (0, 0), 1.2)
    mask = (changed > _LEVELS).astype(np.uint8)
    if mask.mean() > _EVERYWHERE:
        return []
    # Closing joins the edges of a thing whose inside looks the same wherever it is.
    whole = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    return _largest(np.asarray(whole, np.uint8), np.asarray(changed * mask, np.float32), 2)


def salient_box(here: Gray) -> Box | None:
    """Return what stands out of its surroundings, if one place does."""
    small = cv2.resize(here, (_SALIENT, _SALIENT), interpolation=cv2.INTER_AREA)
    standing = spectral_residual(np.asarray(small, np.float32), 3.5)
    mask = (standing > _STANDS_OUT * standing.max()).astype(np.uint8)
    found = _largest(mask, standing, 1)
    return found[0][0] if found else None


def sharpness(here: Gray) -> float:
    """Return the variance of the Laplacian, which blur takes away first."""
    return float(cv2.Laplacian(here, cv2.CV_32F).var())


def _changed(other: Gray, here: Gray) -> Gray:
    """Return how much each pixel differs, the camera's own shift taken out."""
    still = np.abs(here - other)
    # Copies: OpenCV 4.14 multiplies pictures of some sizes with the window where they are.
    (right, down), sure = cv2.phaseCorrelate(other.copy(), here.copy(), _window(here.shape))
    if sure < _SHIFT_SURE or max(abs(right), abs(down)) < _SHIFT_LEAST:
        return still
    shift = np.array([[1, 0, right], [0, 1, down]], np.float32)
    size = (here.shape[1], here.shape[0])
    shifted = cv2.warpAffine(other, shift, size, borderMode=cv2.BORDER_REPLICATE)
    panned = np.abs(here - np.asarray(shifted, np.float32))
    # On a plain ground the shift is that of the thing: then the ground fits better without it.
    return panned if _misfit(panned) < _misfit(still) else still


def _misfit(changed: Gray) -> float:
    # Capped, so that the whole ground counts and not the few pixels of a thing in front of it.
    return float(np.minimum(changed, _MISFIT).mean())


def _window(shape: tuple[int, ...]) -> Gray:
    return np.asarray(cv2.createHanningWindow((shape[1], shape[0]), cv2.CV_32F), np.float32)


def _largest(mask: NDArray[np.uint8], energy: Gray, most: int) -> list[tuple[Box, float]]:
    """Return the connected parts of the mask with most energy, and their shares of it."""
    height, width = mask.shape
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    of = np.asarray(labels, np.intp).ravel()
    sums: Floats = np.bincount(of, weights=energy.ravel(), minlength=count)
    sums[0] = 0.0
    order = np.argsort(-sums, kind="stable")[:most].tolist()
    found = []
    for label in order:
        left, top, wide, tall, area = stats[label].tolist()
        if sums[label] > 0 and area >= _LEAST * mask.size:
            box = Box(
                left=left / width,
                top=top / height,
                right=(left + wide) / width,
                bottom=(top + tall) / height,
            )
            found.append((box, float(sums[label] / sums.sum())))
    return found
