"""Shots as a watcher would have seen them, without a film."""

from collections.abc import Callable

import numpy as np

from omnicontent.media.films.paths import Floats, positions
from omnicontent.media.geometry import Box
from omnicontent.media.marks import KeepKind
from omnicontent.media.recipes import ShotFrame
from omnicontent.media.reframe.bounds import ACCELERATION_MAX, JERK_MAX, SPEED_MAX
from omnicontent.media.seen import Seen, SeenShot

SOURCE = (1920, 1080)
Way = Callable[[float], float]


def box(middle: float, width: float = 0.1) -> Box:
    middle = min(max(middle, width / 2), 1 - width / 2)
    return Box(
        left=max(0.0, middle - width / 2), top=0.3, right=min(1.0, middle + width / 2), bottom=0.6
    )


def seen_shot(
    start: float,
    end: float,
    *ways: Way,
    kind: KeepKind = "face",
    weight: float = 1,
    width: float = 0.1,
    noise: float = 0,
    seed: int = 0,
) -> SeenShot:
    """Return a shot in which a thing goes each way: its middle, by seconds of the shot."""
    rng = np.random.default_rng(seed)
    seen = [
        Seen(
            at=round(at, 3),
            box=box(way(at - start) + float(rng.normal(0, noise)), width),
            kind=kind,
            weight=weight,
        )
        for at in np.arange(start + 0.1, end, 0.25).tolist()
        for way in ways
    ]
    return SeenShot(start=start, end=end, seen=tuple(seen))


def dense(frame: ShotFrame, fps: float = 120) -> Floats:
    """Return left and top of the window at many moments of its shot."""
    return positions(frame, np.arange(frame.start, frame.end, 1 / fps))


def held(frames: tuple[ShotFrame, ...], shot: SeenShot, source: tuple[int, int] = SOURCE) -> float:
    """Return the share of the shot's boxes that the windows hold, from left to right."""
    inside = []
    for seen in shot.seen:
        frame = next(frame for frame in frames if frame.start <= seen.at < frame.end)
        left = positions(frame, (seen.at,))[0, 0]
        first, last = seen.box.left * source[0], seen.box.right * source[0]
        inside.append(left - 1 <= first and last <= left + frame.width + 1)
    return sum(inside) / len(inside)


def check_smooth(path: np.ndarray, fps: float = 120) -> None:
    """Hold a path, in widths of the picture, against the bounds of speed and its changes."""
    if len(path) < 4:
        return
    for power, most in ((1, SPEED_MAX), (2, ACCELERATION_MAX), (3, JERK_MAX)):
        # Keys are rounded to a hundredth of a pixel, and a window of a shot may begin between.
        largest = np.abs(np.diff(path, power, axis=0)).max() * fps**power
        assert largest <= most * 1.02 + 1e-3, power
