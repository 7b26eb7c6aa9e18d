"""Where a film's window is at each moment: a smooth curve through the keys of its shot.

The curve is a clamped cubic spline: place, speed and acceleration change without a jump, and the
window stands still at the first and the last key, as a tripod's head that is moved and comes to
rest (de Boor, A Practical Guide to Splines, chapter IV). numpy alone solves it: SciPy would be
70 MB for one system of equations with three diagonals.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from omnicontent.media.recipes import ShotFrame

Floats = NDArray[np.float64]


def position(shot: ShotFrame, at: float) -> tuple[float, float]:
    """Return the window's left and top at a moment of the source in seconds, in its pixels."""
    left, top = positions(shot, (at,))[0].tolist()
    return left, top


def positions(shot: ShotFrame, times: Sequence[float] | Floats) -> Floats:
    """Return left and top at each moment, an array of shape (n, 2), in pixels of the source.

    The keys' moments rise strictly. Before the first and after the last key the window stands
    where they say.
    """
    moments = np.array([key.at for key in shot.keys])
    return curve(moments, np.array([(key.left, key.top) for key in shot.keys]), times)


def curve(moments: Floats, places: Floats, times: Sequence[float] | Floats) -> Floats:
    """Return the curve through ``places`` at ``moments``, one row for each of the times.

    ``places`` has a row for each moment, with as many coordinates as are wanted.
    """
    wanted = np.clip(np.asarray(times, dtype=float), moments[0], moments[-1])
    if len(moments) == 1:
        return np.repeat(places, len(wanted), axis=0)
    return _hermite(moments, places, _speeds(moments, places), wanted)


def _speeds(moments: Floats, places: Floats) -> Floats:
    """Return the speed at each key with which the acceleration is the same on both its sides.

    Thomas' way through a system with three diagonals, whose outer rows say: speed 0.
    """
    steps = np.diff(moments)
    slopes = np.diff(places, axis=0) / steps[:, None]
    above, right = np.zeros(len(moments)), np.zeros_like(places)
    for i in range(1, len(moments) - 1):
        before, after = steps[i - 1], steps[i]
        pivot = 2 * (before + after) - after * above[i - 1]
        above[i] = before / pivot
        known = 3 * (after * slopes[i - 1] + before * slopes[i])
        right[i] = (known - after * right[i - 1]) / pivot
    for i in range(len(moments) - 2, 0, -1):
        right[i] -= above[i] * right[i + 1]
    return right


def _hermite(moments: Floats, places: Floats, speeds: Floats, wanted: Floats) -> Floats:
    piece = np.clip(np.searchsorted(moments, wanted, side="right") - 1, 0, len(moments) - 2)
    step = (moments[piece + 1] - moments[piece])[:, None]
    t = (wanted - moments[piece])[:, None] / step
    start, end = places[piece], places[piece + 1]
    leaving, arriving = step * speeds[piece], step * speeds[piece + 1]
    bend = 3 * (end - start) - 2 * leaving - arriving
    twist = 2 * (start - end) + leaving + arriving
    moved: Floats = start + t * (leaving + t * (bend + t * twist))
    return moved
