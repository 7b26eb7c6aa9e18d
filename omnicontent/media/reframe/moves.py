"""Choosing how to show a shot: stand still, pan once, or follow."""

from itertools import combinations

import numpy as np

from omnicontent.media.films.paths import Floats, positions
from omnicontent.media.recipes import ShotFrame
from omnicontent.media.reframe.easing import ease, ease_seconds, eased
from omnicontent.media.reframe.following import follow
from omnicontent.media.reframe.slide import Slide
from omnicontent.media.reframe.wandering import wander
from omnicontent.media.reframe.worth import View, lasting, ranked
from omnicontent.media.seen import SeenShot

SHORT_SECONDS = 1.0
"""In a shorter shot the window stands: a move would end before the eye has arrived."""
_QUIET_SECONDS = 0.2
"""A pan leaves so much of the shot's beginning and end alone."""
_EDGES = 13
"""Moments at which a pan may start or stop."""
_PRICE = 0.03
"""A move must show so much more of what was seen than a calmer window: nobody likes a camera
that moves without a reason."""


def best_move(shot: SeenShot, view: View, slide: Slide) -> ShotFrame:
    """Return the calmest window that shows about as much as the best one."""
    still = _stand(shot, view, slide)
    if len(view.moments) < 2 or shot.end - shot.start < SHORT_SECONDS:
        return still
    needed = _shown(still, view, slide) + _PRICE
    wanted = wander(view, slide)
    if float(_worth(wanted, view, slide)) <= needed:
        return still
    moves = (_pan(shot, view, slide, wanted), follow(shot, view, slide, wanted))
    worth = [(_shown(move, view, slide), move) for move in moves if move is not None]
    most, best = max(worth, key=lambda pair: pair[0])
    return best if most > needed else still


def _stand(shot: SeenShot, view: View, slide: Slide) -> ShotFrame:
    worth = lasting(view.moments) @ view.worth
    # The middle of equally good places: the first one would stand at the picture's edge.
    best = np.flatnonzero(worth >= worth.max() - 1e-9)
    return slide.still(shot.start, shot.end, float(view.places[best].mean()))


def _pan(shot: SeenShot, view: View, slide: Slide, wanted: Floats) -> ShotFrame | None:
    """Return the best slow move from where the shot begins to where it ends, if it has time."""
    third = max(1, len(wanted) // 3)
    begin, end = ranked(wanted[:third], 0.5), ranked(wanted[-third:], 0.5)
    needed = ease_seconds(abs(end - begin) / slide.unit)
    edges = np.linspace(shot.start + _QUIET_SECONDS, shot.end - _QUIET_SECONDS, _EDGES)
    spans = [pair for pair in combinations(edges.tolist(), 2) if pair[1] - pair[0] >= needed > 0]
    if not spans:
        return None
    starts, stops = np.array(spans).T[:, :, None]
    ways = eased((view.moments - starts) / (stops - starts))
    start, stop = spans[int(_worth(begin + ways * (end - begin), view, slide).argmax())]
    return slide.moving(shot.start, shot.end, ease(start, begin, stop, end))


def _shown(frame: ShotFrame, view: View, slide: Slide) -> float:
    return float(_worth(positions(frame, view.moments)[:, slide.axis], view, slide))


def _worth(places: Floats, view: View, slide: Slide) -> Floats:
    """Return the share of all that was seen which windows at these places show.

    The last axis of ``places`` goes through the moments. Of guesses that weigh little it is only
    so much: they are no reason to move.
    """
    nearest = np.rint(places / slide.room * (len(view.places) - 1)).astype(np.intp)
    seconds = lasting(view.moments)
    shown = view.worth[np.arange(len(view.moments)), nearest] @ seconds
    share: Floats = shown / (max(1.0, view.most) * seconds.sum())
    return share
