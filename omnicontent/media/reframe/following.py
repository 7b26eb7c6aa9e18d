"""Following subjects: the window moves along with them, as softly as the bounds ask for."""

import numpy as np

from omnicontent.media.films.paths import Floats, curve
from omnicontent.media.recipes import ShotFrame
from omnicontent.media.reframe.bounds import curve_peaks
from omnicontent.media.reframe.slide import Slide
from omnicontent.media.reframe.smoothing import STIFFNESS, smooth
from omnicontent.media.reframe.worth import View, lasting
from omnicontent.media.seen import SeenShot

Rows = np.ndarray[tuple[int], np.dtype[np.intp]]
_KEY_SECONDS = 0.35
_KEYS_MAX = 300
"""A take of some minutes has its keys further apart, or its recipe would grow without end."""
_SOFTER = 4
_SOFTENINGS = 6
_KEPT = 0.6
"""Who is held by so much is followed; the others were given up."""
_ROOMY = 0.9
"""Those followed together leave a tenth of the window free, or the least of them is left out."""
_EDGE = 0.1
"""Pixels that a curve keeps away from the picture's edge, between the looks at it too."""
_ZONE = 0.08
"""The dead zone on each side of the window's middle, as a share of the window."""


def follow(shot: SeenShot, view: View, slide: Slide, wanted: Floats) -> ShotFrame:
    """Return the smooth path that keeps in its middle what a window at ``wanted`` holds."""
    count = min(max(4, round((shot.end - shot.start) / _KEY_SECONDS)), _KEYS_MAX)
    keys = np.linspace(shot.start, shot.end, count + 1)
    low, high, weights = _wishes(view, slide, wanted)
    for softening in range(_SOFTENINGS):
        stiffness = STIFFNESS * _SOFTER**softening
        path = smooth(keys, view.moments, low, high, weights, stiffness) * slide.unit
        path = _inside(keys, path, slide.room)
        worst = curve_peaks(keys, path[:, None] / slide.unit).worst
        if worst <= 1:
            break
    else:
        path = path.mean() + (path - path.mean()) / worst
    return slide.moving(shot.start, shot.end, list(zip(keys.tolist(), path.tolist(), strict=True)))


def _wishes(view: View, slide: Slide, wanted: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the lowest and highest place that serves each moment, and how much that counts.

    Places in fractions of the slide's unit.
    """
    boxes, kept = view.boxes, _kept(view, slide, wanted)
    low, high, weights = wanted.copy(), wanted.copy(), np.zeros(len(wanted))
    for index, seconds in enumerate(lasting(view.moments)):
        here = np.flatnonzero(kept & (boxes.moment == index))
        if here.size:
            begin, end = _together(view, here, slide)
            middle = (begin + end) / 2 - slide.aim * slide.part
            zone = min(max((slide.part - end + begin) / 4, 0.0), _ZONE * slide.part)
            low[index], high[index] = middle - zone, middle + zone
            weights[index] = seconds * float(boxes.weight[here].max())
    return low.clip(0, slide.room) / slide.unit, high.clip(0, slide.room) / slide.unit, weights


def _kept(view: View, slide: Slide, wanted: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    boxes, place = view.boxes, wanted[view.boxes.moment]
    shared = np.minimum(boxes.end, place + slide.part) - np.maximum(boxes.begin, place)
    asked = _KEPT * np.minimum(boxes.end - boxes.begin, slide.part)
    kept: np.ndarray[tuple[int], np.dtype[np.bool_]] = (boxes.weight > 0) & (shared >= asked)
    return kept


def _together(view: View, here: Rows, slide: Slide) -> tuple[float, float]:
    """Return where the boxes reach from and to, the lightest left out that would be too many."""
    heaviest = here[np.argsort(-view.boxes.weight[here], kind="stable")]
    begin, end = view.boxes.begin[heaviest[0]], view.boxes.end[heaviest[0]]
    for row in heaviest[1:]:
        wider = min(begin, view.boxes.begin[row]), max(end, view.boxes.end[row])
        if wider[1] - wider[0] <= _ROOMY * slide.part:
            begin, end = wider
    return float(begin), float(end)


def _inside(keys: Floats, path: Floats, room: float) -> Floats:
    """Draw the path in until the curve between its keys stays in the picture too."""
    path = _drawn_in(path, path, room)
    times = np.linspace(keys[0], keys[-1], 8 * len(keys))
    return _drawn_in(path, curve(keys, path[:, None], times), room)


def _drawn_in(path: Floats, reached: Floats, room: float) -> Floats:
    # Scaled, not clipped: a spline through clipped keys has corners.
    low, high = min(0.0, float(reached.min()) - _EDGE), max(room, float(reached.max()) + _EDGE)
    return (path - low) * (room / (high - low))
