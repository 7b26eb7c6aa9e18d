"""Windows that a person chose win over all rules, their speed included."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from omnicontent.media.films.paths import positions
from omnicontent.media.geometry import SAME_SHAPE, shape_apart
from omnicontent.media.recipes import ShotFrame
from omnicontent.media.reframe.easing import ease
from omnicontent.media.reframe.slide import Slide
from omnicontent.media.seen import OwnShot, SeenShot

_SAME_MOMENT = 1e-3


def own_shot(own: Sequence[OwnShot], shot: SeenShot, ratio: float) -> OwnShot | None:
    """Return the person's window for the shot in renditions of the shape, or nothing."""
    fitting = [
        one
        for one in own
        if shot.start <= one.start < shot.end
        and shape_apart(one.ratio, ratio) <= SAME_SHAPE
        and (one.whole or one.keys)
    ]
    return min(fitting, key=lambda one: shape_apart(one.ratio, ratio), default=None)


def own_frame(one: OwnShot, shot: SeenShot, slide: Slide) -> ShotFrame:
    """Return the window that passes the person's keys and stays in the picture.

    Two keys are one eased move. Through more of them goes one curve; where it would leave the
    picture, the window rests at each key instead.
    """
    wished = _wished(one, slide)
    if len(wished) == 1:
        return slide.still(shot.start, shot.end, wished[0][1])
    if len(wished) > 2:
        curve = slide.moving(shot.start, shot.end, wished)
        if _stays_inside(curve, slide):
            return curve
    legs = [ease(*before, *after) for before, after in pairwise(wished)]
    eased = [legs[0][0], *(key for leg in legs for key in leg[1:])]
    return slide.moving(shot.start, shot.end, eased)


def _wished(one: OwnShot, slide: Slide) -> list[tuple[float, float]]:
    """Return moments and places, in order; of two keys at one moment the later one counts."""
    wished: list[tuple[float, float]] = []
    for key in sorted(one.keys, key=lambda key: key.at):
        middle = (key.middle.x, key.middle.y)[slide.axis] * slide.source[slide.axis]
        if wished and key.at - wished[-1][0] < _SAME_MOMENT:
            wished.pop()
        wished.append((key.at, min(max(middle - slide.part / 2, 0.0), float(slide.room))))
    return wished


def _stays_inside(curve: ShotFrame, slide: Slide) -> bool:
    times = np.linspace(curve.keys[0].at, curve.keys[-1].at, 16 * len(curve.keys))
    places = positions(curve, times)[:, slide.axis]
    return bool(places.min() >= -0.5 and places.max() <= slide.room + 0.5)
