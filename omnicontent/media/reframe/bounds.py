"""How fast a window may move: what a heavy, well oiled tripod head would do.

All are fractions of the source's width, a second to the power that the name says. A move that
starts or stops suddenly looks like a machine's, so acceleration and jerk are bounded too.
"""

from dataclasses import dataclass

import numpy as np

from omnicontent.media.films.paths import Floats, curve
from omnicontent.media.recipes import ShotFrame

SPEED_MAX = 0.4
"""What crosses the picture in two and a half seconds is followed; quicker things leave the
window, as they would leave an operator's. (AutoFlip's kinematic path allows 18 degrees a second
of a lens that sees 60, which is 0.3.)"""
ACCELERATION_MAX = 0.8
"""Full speed after half a second, a quick but human start."""
JERK_MAX = 2.0
"""Full acceleration after two fifths of a second: longer than a hand needs to react."""
_CUBIC = np.linalg.inv(np.vander(np.linspace(0, 1, 4), increasing=True))
"""Gives a cubic's coefficients from its values at the thirds of a piece."""
_STEPS = np.linspace(0, 1, 9)
"""Where the speed within a piece is looked at: its one peak there is met within 1 %."""


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
    """Return the peaks of the shot's path; ``unit`` is the source's width in pixels."""
    moments = np.array([key.at for key in shot.keys])
    places = np.array([(key.left, key.top) for key in shot.keys])
    return curve_peaks(moments, places / unit)


def curve_peaks(moments: Floats, places: Floats) -> Peaks:
    """Return the peaks of the curve through places, which are shares of the source's width."""
    if len(moments) == 1:
        return Peaks(0.0, 0.0, 0.0)
    step = np.diff(moments)[:, None]
    times = moments[:-1, None] + step * np.linspace(0, 1, 4)
    thirds = curve(moments, places, times.ravel()).reshape(*times.shape, -1)
    _, one, two, three = np.moveaxis(np.einsum("ij,pjk->pik", _CUBIC, thirds), 1, 0)
    at = _STEPS[:, None, None]
    speed = one + 2 * two * at + 3 * three * at**2
    acceleration = 2 * two + 6 * three * _STEPS[[0, -1], None, None]
    return Peaks(
        _largest(speed / step) / SPEED_MAX,
        _largest(acceleration / step**2) / ACCELERATION_MAX,
        _largest(6 * three / step**3) / JERK_MAX,
    )


def _largest(vectors: Floats) -> float:
    return float(np.sqrt((vectors**2).sum(axis=-1)).max())
