"""The moment at which a film looks best: its cover, and the thumbnail people choose it by."""

from bisect import bisect_right
from collections.abc import Sequence

from omnicontent.media.reframe.looks import Look

_CUT_SECONDS = 0.3
"""So near to a cut a picture may be blended or blurred by its encoding."""
_OPENING = 0.1
"""The first tenth is titles and fades."""
_LIGHT = (35.0, 220.0)
"""Darker is a fade or a night, lighter is blown out; mean of 255 levels."""
_FACE = 0.5
_CONTRAST = 0.3
_CONTRAST_ENOUGH = 60.0


def best_cover(
    looks: Sequence[Look], times: Sequence[float], starts: Sequence[float], seconds: float
) -> float:
    """Return the best moment in seconds: sharp for its shot, well lit, with a face, in no cut.

    ``starts`` are the moments at which shots begin. The rules give way one after the other where
    no look keeps all of them, as in a short or dark film.
    """
    edges = [*starts, seconds]
    clear = [
        look
        for look in looks
        if min(abs(times[look.number] - edge) for edge in edges) >= _CUT_SECONDS
    ]
    lit = [look for look in clear or looks if _LIGHT[0] <= look.light <= _LIGHT[1]]
    late = [look for look in lit if times[look.number] >= _OPENING * seconds]
    choice = late or lit or clear or looks
    sharpest = _sharpest(looks, times, starts)
    best = max(choice, key=lambda look: _score(look, sharpest[_shot(look, times, starts)]))
    return round(times[best.number], 3)


def _shot(look: Look, times: Sequence[float], starts: Sequence[float]) -> int:
    return bisect_right(starts, times[look.number]) - 1


def _sharpest(
    looks: Sequence[Look], times: Sequence[float], starts: Sequence[float]
) -> dict[int, float]:
    sharpest: dict[int, float] = {}
    for look in looks:
        shot = _shot(look, times, starts)
        sharpest[shot] = max(sharpest.get(shot, 1e-9), look.sharpness)
    return sharpest


def _score(look: Look, sharpest: float) -> float:
    face = max((face.confidence for face in look.faces), default=0.0)
    contrast = min(1.0, look.contrast / _CONTRAST_ENOUGH)
    return look.sharpness / sharpest + _FACE * face + _CONTRAST * contrast
