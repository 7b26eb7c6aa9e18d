"""How much of a drawn subject its windows hold, against a crop of the middle."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from omnicontent.media.films.paths import Floats, positions
from omnicontent.media.marks import Marks
from omnicontent.media.recipes import ShotFrame
from omnicontent.media.reframe.bounds import peaks
from omnicontent.media.reframe.planning import plan_shots
from omnicontent.media.reframe.watching import watch_film
from tests.media.reframe.drawn_films import (
    FPS,
    HEIGHT,
    WIDTH,
    checkered,
    face,
    shot,
    write_film,
)

Way = Callable[[float], float]
SECONDS = 5
BOX_HALF, FACE_HALF = 35 / WIDTH, 45 / WIDTH
WAYS: dict[str, Way] = {
    "still": lambda t: 0.8,
    "restless": lambda t: 0.6 + 0.02 * float(np.sin(7 * t)),
    "slow": lambda t: 0.15 + 0.12 * t,
    "stops and goes": lambda t: 0.25 if t < 2 else min(0.75, 0.25 + 0.2 * (t - 2)),
    "to and fro": lambda t: 0.5 + 0.3 * float(np.sin(2 * np.pi * 0.15 * t)),
}


@dataclass(frozen=True)
class Held:
    """Shares of a film's pictures, and the peak of its paths against the bounds."""

    in_windows: float
    in_middle: float
    peak: float
    frames: tuple[ShotFrame, ...]


def held(of: str, way: Way, folder: Path) -> Held:
    """Draw, watch and plan a film in which a thing or a face goes its way."""
    thing, half = (checkered(70), BOX_HALF) if of == "thing" else (face(200), FACE_HALF)
    film = write_film(folder / "film.mp4", shot(1, SECONDS, thing, way))
    seen = watch_film(film)
    frames = plan_shots(seen.shots, (WIDTH, HEIGHT), (1080, 1920), Marks(), (), SECONDS)
    times = np.arange(SECONDS * FPS) / FPS
    middles = np.array([way(t) for t in times.tolist()])
    left, right = _windows(frames, times).T
    part = frames[0].width / 2 / WIDTH
    return Held(
        _inside(middles, half, left, right),
        _inside(middles, half, 0.5 - part, 0.5 + part),
        max(peaks(frame, WIDTH).worst for frame in frames),
        frames,
    )


def _windows(frames: tuple[ShotFrame, ...], times: Floats) -> Floats:
    """Return the window's left and right edge at each moment, as shares of the width."""
    edges = np.zeros((len(times), 2))
    for frame in frames:
        here = (times >= frame.start - 1e-6) & (times < frame.end - 1e-6)
        left = positions(frame, times[here])[:, 0]
        edges[here] = np.stack([left, left + frame.width], axis=1) / WIDTH
    return edges


def _inside(middles: Floats, half: float, left: Floats | float, right: Floats | float) -> float:
    return float(((middles - half >= left) & (middles + half <= right)).mean())
