"""How fast a window may move: what a heavy, well oiled tripod head would do.

All are fractions of the source's width, a second to the power that the name says. A move that
starts or stops suddenly looks like a machine's, so acceleration and jerk are bounded too.
"""

from dataclasses import dataclass

import numpy as np

from omnicontent.media.paths import positions
from omnicontent.media.recipes import ShotFrame

SPEED_MAX = 0.4
"""What crosses the picture in two and a half seconds is followed; quicker things leave the
window, as they would leave an operator's. (AutoFlip's kinematic path allows 18 degrees a second
of a lens that sees 60, which is 0.3.)"""
ACCELERATION_MAX = 0.8
"""Full speed after half a second, a quick but human start."""
JERK_MAX = 2.0
"""Full acceleration after two fifths of a second: longer than a hand needs to react."""
_STEPS = 8
"""Looks between two keys: a cubic's speed has one peak there, so it is met within 2 %."""


@dataclass(frozen=True, slots=True)
class Peaks:
    """The largest speed, acceleration and jerk of a path, as shares of what is allowed."""

    speed: float
    acceleration: float
    jerk: float

    @property
    def worst(self) -> float:
        """1 or less is allowed."""
        return max(self.speed, self.acceleration, self.jerk)


def peaks(shot: ShotFrame, unit: float) -> Peaks:
    """Return the peaks of the shot's path; ``unit`` is the source's width in pixels.

    A cubic is known from four of its points, so differences within one piece are exact.
    """
    if len(shot.keys) == 1:
        return Peaks(0.0, 0.0, 0.0)
    moments = np.array([key.at for key in shot.keys])
    fractions = np.linspace(0, 1, _STEPS + 1)
    times = moments[:-1, None] + np.diff(moments)[:, None] * fractions
    places = positions(shot, times.ravel()).reshape(*times.shape, 2) / unit
    step = (np.diff(moments) / _STEPS)[:, None]
    found = [np.linalg.norm(np.diff(places, n, axis=1), axis=2) / step**n for n in (1, 2, 3)]
    limits = (SPEED_MAX, ACCELERATION_MAX, JERK_MAX)
    return Peaks(*(float(one.max()) / most for one, most in zip(found, limits, strict=True)))
