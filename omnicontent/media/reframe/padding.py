"""Showing more than the window holds, and filling the rest: for what must not be cut."""

import numpy as np

from omnicontent.media.films.paths import Floats
from omnicontent.media.recipes import Pad, ShotFrame
from omnicontent.media.reframe.slide import Slide
from omnicontent.media.reframe.worth import View, held, lasting, ranked
from omnicontent.media.seen import SeenShot

_ENOUGH = 0.75
"""A window that holds so much of what must not be cut is good enough at a moment."""
_OFTEN = 0.4
"""The share of a shot in which no window is good enough, and from which on it is padded."""
_AIR = 0.05
_WRONG = 0.03
"""The share of looks that may be wrong on each side: one must not widen a whole shot."""
_NEARLY_ALL = 0.92


def needs_padding(view: View, slide: Slide) -> bool:
    """Tell whether no window holds the faces and marks for a good part of the shot."""
    boxes = view.boxes
    must = boxes.weight * boxes.must
    weight = np.zeros((len(view.moments), len(view.places)))
    np.add.at(weight, boxes.moment, must[:, None] * held(boxes, view.places, slide.part))
    most = np.bincount(boxes.moment, weights=must, minlength=len(view.moments))
    lost = weight.max(axis=1) < _ENOUGH * most - 1e-9
    seconds = lasting(view.moments)
    return float(seconds[lost].sum()) > _OFTEN * float(seconds.sum())


def padded(shot: SeenShot, view: View, slide: Slide, pad: Pad) -> ShotFrame:
    """Return the still window that holds all faces and marks of the shot, and no more."""
    must = view.boxes.must & (view.boxes.weight > 0)
    begin, end = _reach(view.boxes.begin[must], view.boxes.end[must])
    length = slide.source[slide.axis]
    part = max((end - begin) * (1 + 2 * _AIR), slide.part)
    if part >= _NEARLY_ALL * length:
        return whole(shot, slide, pad)
    even = 2 * int(part / 2)
    place = min(max((begin + end - even) / 2, 0.0), length - even)
    size = (even, slide.size[1]) if slide.axis == 0 else (slide.size[0], even)
    wider = Slide(slide.source, size, slide.axis, slide.across, slide.rest)
    return wider.still(shot.start, shot.end, place).model_copy(update={"pad": pad})


def whole(shot: SeenShot, slide: Slide, pad: Pad) -> ShotFrame:
    """Return the whole picture, with its rest filled."""
    width, height = (length - length % 2 for length in slide.source)
    everything = Slide(slide.source, (width, height), slide.axis, 0, 0)
    return everything.still(shot.start, shot.end, 0).model_copy(update={"pad": pad})


def _reach(begins: Floats, ends: Floats) -> tuple[float, float]:
    return ranked(begins, _WRONG), ranked(ends, 1 - _WRONG)
