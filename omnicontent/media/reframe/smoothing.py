"""Following a subject without its restlessness: regularized least squares.

The path minimizes its squared jerk plus the squared distance by which the subject leaves a dead
zone around the window's middle. Inside the zone nothing pulls, so small motion moves nothing
(Grundmann et al., Auto-Directed Video Stabilization with Robust L1 Optimal Camera Paths, 2011,
for the aim; squares instead of their linear program need numpy only).
"""

import numpy as np

from omnicontent.media.films.paths import Floats

STIFFNESS = 0.005
"""Weight of the squared jerk at first: what goes to and fro in five seconds is followed by more
than half its way, quicker motion by less."""
_CALM = 0.02
"""Weight of the squared speed: decides where no subject is seen, and little elsewhere."""
_ROUNDS = 25
"""Each round pulls a path nearer to the dead zone; later ones move it less than a pixel."""


def smooth(
    keys: Floats, moments: Floats, low: Floats, high: Floats, weights: Floats, stiffness: float
) -> Floats:
    """Return the path's places at the moments ``keys``, which have equal steps.

    Between ``low`` and ``high``, the edges of the dead zone at ``moments``, a place costs
    nothing; ``weights`` say how much being outside costs, in seconds.
    """
    step = float(keys[1] - keys[0])
    reading = _reading(keys, moments)
    weighed = reading.T * weights
    speed = np.diff(np.eye(len(keys)), axis=0) / step
    jerk = _jerk(len(keys)) / step**3
    system = weighed @ reading + step * (stiffness * jerk.T @ jerk + _CALM * speed.T @ speed)
    answer = np.linalg.solve(system + 1e-9 * np.eye(len(keys)), weighed)
    path = answer @ ((low + high) / 2)
    for _ in range(_ROUNDS):
        path = answer @ np.clip(reading @ path, low, high)
    return path


def _reading(keys: Floats, moments: Floats) -> Floats:
    """Return the matrix that reads a path between its keys at each moment."""
    spot = np.clip((moments - keys[0]) / (keys[1] - keys[0]), 0, len(keys) - 1)
    before = np.minimum(spot.astype(np.intp), len(keys) - 2)
    rows, after = np.arange(len(moments)), spot - before
    reading = np.zeros((len(moments), len(keys)))
    reading[rows, before] = 1 - after
    reading[rows, before + 1] += after
    return reading


def _jerk(count: int) -> Floats:
    """Return third differences of a path that goes on mirrored at its ends, where it rests."""
    mirrored = np.pad(np.eye(count), ((2, 2), (0, 0)), mode="reflect")
    third: Floats = np.diff(mirrored, 3, axis=0)
    return third
