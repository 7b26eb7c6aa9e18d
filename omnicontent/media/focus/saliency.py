"""Where the eye goes in a picture without faces: what differs from the rest of it.

Two opinions: the spectral residual, which sees what breaks the picture's texture, and libvips'
attention, which looks for edges, saturation and skin. Where both point at the same
small thing, that thing is the subject. Else the point is a good guess, drawn to the middle.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from omnicontent.media.focus.residual import spectral_residual
from omnicontent.media.geometry import Box, Focus
from omnicontent.media.pictures.vips import pyvips

_SIDE = 64
"""The map's side; the paper's scale, at which single leaves are texture."""
_WIDE = 6
"""Blur in pixels of the map, for the place with much to see rather than the brightest spot."""
_MIDDLE = 0.38
"""Spread of the pull to the middle, as a share of the picture."""
_CORE = 0.4
_SUBJECT_MAX = 0.08, 0.35
"""Largest share of the picture, and of its width or height, that counts as one small thing."""
_RIVAL_MAX = 0.62
"""How salient, beside the subject, anything else may be."""
_MARGIN = 0.15

_Map = NDArray[np.float32]
_Span = tuple[int, int]


def find_salient(rgb: NDArray[np.uint8]) -> tuple[Focus, Box | None]:
    """Return the point of an RGB picture to keep, and the box of its subject if it has one."""
    residual = _spectral_residual(rgb)
    attention = _attention(rgb)
    weight = _pull_to_middle()
    spread = _blurred(residual * weight) + 0.5 * _blurred(_dot(attention)) * weight
    row, column = np.unravel_index(int(spread.argmax()), spread.shape)
    focus = Focus(x=(float(column) + 0.5) / _SIDE, y=(float(row) + 0.5) / _SIDE)
    return focus, _subject(residual, residual * weight, attention)


def _spectral_residual(rgb: NDArray[np.uint8]) -> _Map:
    """Return how salient each part of the picture is, 0 to 1, over lightness and both colors."""
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB)
    small = cv2.resize(lab, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    channels = [_normed(spectral_residual(small[..., channel], 2.5)) for channel in range(3)]
    return np.mean(channels, axis=0, dtype=np.float32)


def _normed(values: _Map) -> _Map:
    low, high = float(values.min()), float(values.max())
    # A channel without any contrast has nothing salient, only rounding noise.
    return (values - low) / (high - low) if high > 1e-6 else np.zeros_like(values)


def _attention(rgb: NDArray[np.uint8]) -> tuple[float, float]:
    image = pyvips.Image.new_from_array(rgb, interpretation="srgb")
    half = max(1, min(image.width, image.height) // 2)
    _, found = image.smartcrop(
        half, half, interesting="attention", attention_x=True, attention_y=True
    )
    return found["attention_x"] / image.width, found["attention_y"] / image.height


def _pull_to_middle() -> _Map:
    away = ((np.arange(_SIDE) + 0.5) / _SIDE - 0.5) / _MIDDLE
    line = np.exp(-0.5 * away**2)
    return np.outer(line, line).astype(np.float32)


def _dot(point: tuple[float, float]) -> _Map:
    canvas = np.zeros((_SIDE, _SIDE), np.float32)
    column, row = (min(int(value * _SIDE), _SIDE - 1) for value in point)
    canvas[row, column] = 1
    return canvas


def _blurred(values: _Map) -> _Map:
    blurred = cv2.GaussianBlur(values, (0, 0), _WIDE, borderType=cv2.BORDER_CONSTANT)
    return _normed(np.asarray(blurred, np.float32))


def _subject(residual: _Map, weighted: _Map, attention: tuple[float, float]) -> Box | None:
    """Return the box of the one small thing that both opinions agree on."""
    row, column = np.unravel_index(int(weighted.argmax()), weighted.shape)
    core = np.asarray(residual > _CORE * residual[row, column], np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(core)
    label = labels[row, column]
    rival = np.where(labels == label, 0, residual).max()
    if not label or rival > _RIVAL_MAX * residual[row, column]:
        return None
    left, top, wide, tall, _ = (int(value) for value in stats[label])
    across, down = (left, left + wide), (top, top + tall)
    if not (_is_small(across, down) and _agrees(attention, across, down)):
        return None
    return Box(
        left=max(0.0, (left - _MARGIN * wide) / _SIDE),
        top=max(0.0, (top - _MARGIN * tall) / _SIDE),
        right=min(1.0, (left + (1 + _MARGIN) * wide) / _SIDE),
        bottom=min(1.0, (top + (1 + _MARGIN) * tall) / _SIDE),
    )


def _is_small(across: _Span, down: _Span) -> bool:
    """Tell whether it is a small thing, and not one that the picture's edge has cut."""
    wide, tall = across[1] - across[0], down[1] - down[0]
    area, side = _SUBJECT_MAX
    inside = min(across[0], down[0]) > 0 and max(across[1], down[1]) < _SIDE
    return inside and wide * tall <= area * _SIDE**2 and max(wide, tall) <= side * _SIDE


def _agrees(attention: tuple[float, float], across: _Span, down: _Span) -> bool:
    """Tell whether the point is no farther from it than half its own size."""
    return all(
        abs(point * _SIDE - (start + end) / 2) <= end - start
        for point, (start, end) in zip(attention, (across, down), strict=True)
    )
