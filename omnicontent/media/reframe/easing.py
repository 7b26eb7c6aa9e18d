"""One move from a place to another, as smooth as cubic pieces allow."""

import numpy as np

from omnicontent.media.films.paths import Floats
from omnicontent.media.reframe.bounds import ACCELERATION_MAX, JERK_MAX, SPEED_MAX

_WAY = ((0.0, 0.0), (0.25, 1 / 12), (0.5, 0.5), (0.75, 11 / 12), (1.0, 1.0))
"""Moments and places of a move whose jerk is 32, -32, -32 and 32 in its quarters. The clamped
spline through them begins and ends without speed and without acceleration, and overshoots
nowhere."""
_PEAKS = (2.0, 8.0, 32.0)
"""Its speed, acceleration and jerk, times its seconds to the power of 1, 2 and 3."""


def ease(start: float, begin: float, end: float, arrive: float) -> list[tuple[float, float]]:
    """Return moments and places of a move from ``begin`` at ``start`` to ``arrive`` at ``end``."""
    return [(start + part * (end - start), begin + way * (arrive - begin)) for part, way in _WAY]


def eased(parts: Floats) -> Floats:
    """Return how much of its way a move has made after each part of its time, 0 to 1."""
    toward = np.where(parts > 0.5, 1 - parts, parts).clip(0)
    slow = toward**3 * 16 / 3
    quick = 1 / 12 + (toward - 0.25) + 4 * (toward - 0.25) ** 2 - (toward - 0.25) ** 3 * 16 / 3
    way = np.where(toward < 0.25, slow, quick)
    done: Floats = np.where(parts > 0.5, 1 - way, way)
    return done


def ease_seconds(travel: float) -> float:
    """Return how long a move over this share of the source's width takes at least."""
    limits = (SPEED_MAX, ACCELERATION_MAX, JERK_MAX)
    pairs = enumerate(zip(_PEAKS, limits, strict=True), start=1)
    return max(float((peak * travel / most) ** (1 / power)) for power, (peak, most) in pairs)
