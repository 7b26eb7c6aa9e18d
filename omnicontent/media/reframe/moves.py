"""Choosing how to show a shot: stand still, pan once, or follow."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from omnicontent.media.paths import Floats, positions
from omnicontent.media.recipes import ShotFrame
from omnicontent.media.reframe.easing import ease, ease_seconds
from omnicontent.media.reframe.following import follow
from omnicontent.media.reframe.slide import Slide
from omnicontent.media.reframe.wandering import wander
from omnicontent.media.reframe.worth import View, lasting
from omnicontent.media.seen import SeenShot

SHORT_SECONDS = 1.0
"""In a shorter shot the window stands: a move would end before the eye has arrived."""
_QUIET_SECONDS = 0.2
"""A pan leaves so much of the shot's beginning and end alone."""
_PAN_PRICE = 0.03
_FOLLOW_PRICE = 0.05
"""A move must show so much more of what was seen than a calmer window: nobody likes a camera
that moves without a reason."""


@dataclass(frozen=True, slots=True)
class _Move:
    frame: ShotFrame
    worth: float
    """What it shows of all that was seen, less its price."""


def best_move(shot: SeenShot, view: View, slide: Slide) -> ShotFrame:
    """Return the calmest window that shows about as much as the best one."""
    still = _Move(*_stand(shot, view, slide))
    if len(view.moments) < 2 or shot.end - shot.start < SHORT_SECONDS:
        return still.frame
    wanted = wander(view, slide)
    if _worth(wanted, view, slide) - _PAN_PRICE <= still.worth:
        return still.frame
    followed = follow(shot, view, slide, wanted)
    moves = [still, *_pans(shot, view, slide, wanted)]
    moves.append(_Move(followed, _shown(followed, view, slide) - _FOLLOW_PRICE))
    return max(moves, key=lambda move: move.worth).frame


def _stand(shot: SeenShot, view: View, slide: Slide) -> tuple[ShotFrame, float]:
    worth = lasting(view.moments) @ view.worth
    # The middle of equally good places: the first one would stand at the picture's edge.
    best = np.flatnonzero(worth >= worth.max() - 1e-9)
    frame = slide.still(shot.start, shot.end, float(view.places[best].mean()))
    return frame, _shown(frame, view, slide)


def _pans(shot: SeenShot, view: View, slide: Slide, wanted: Floats) -> list[_Move]:
    """Return the slow moves between where the shot begins and where it ends."""
    third = max(1, len(wanted) // 3)
    begin, end = float(np.median(wanted[:third])), float(np.median(wanted[-third:]))
    needed = ease_seconds(abs(end - begin) / slide.unit)
    edges = np.linspace(shot.start + _QUIET_SECONDS, shot.end - _QUIET_SECONDS, 5).tolist()
    frames = [
        slide.moving(shot.start, shot.end, ease(start, begin, stop, end))
        for start, stop in product(edges[:3], edges[2:])
        if stop - start >= needed > 0
    ]
    return [_Move(frame, _shown(frame, view, slide) - _PAN_PRICE) for frame in frames]


def _shown(frame: ShotFrame, view: View, slide: Slide) -> float:
    return _worth(positions(frame, view.moments)[:, slide.axis], view, slide)


def _worth(places: Floats, view: View, slide: Slide) -> float:
    """Return the share of all that was seen which windows at these places show.

    Of guesses that weigh little only so much: they are no reason to move.
    """
    nearest = np.rint(places / slide.room * (len(view.places) - 1)).astype(np.intp)
    shown = view.worth[np.arange(len(nearest)), nearest] @ lasting(view.moments)
    return float(shown) / (max(1.0, view.most) * float(lasting(view.moments).sum()))
