"""What a window at each place would show, moment by moment, along the line it moves on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from omnicontent.media.films.paths import Floats
from omnicontent.media.marks import Marks
from omnicontent.media.reframe.slide import Slide
from omnicontent.media.seen import SeenShot

PLACES = 64
_AIR = 0.04
"""Air on both sides of a subject, as a share of the window."""
_MIDDLE = 0.15
"""What standing at the window's edge costs a subject: it decides between else equal places."""
_AVOIDED = -0.5
_SURE = 0.8
"""From this weight on, a subject must not be cut, as faces and marks must not."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """All boxes of a shot on the line, one row for each box at each moment."""

    moment: np.ndarray[tuple[int], np.dtype[np.intp]]
    begin: Floats
    end: Floats
    weight: Floats
    must: np.ndarray[tuple[int], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class View:
    """A shot along the line: when it was looked at, what was seen, what each place is worth."""

    moments: Floats
    boxes: Boxes
    places: Floats
    worth: Floats
    """Shape (moments, places): the weight that a window there holds."""
    most: float
    """The weight of all that was seen, a moment."""


def view(shot: SeenShot, slide: Slide, marks: Marks) -> View:
    """Return what the shot shows along the line, the film's marks at every moment."""
    moments = sorted({seen.at for seen in shot.seen}) or [shot.start]
    boxes = _boxes(shot, slide, marks, moments)
    places = np.linspace(0, slide.room, PLACES)
    worth = np.zeros((len(moments), PLACES))
    np.add.at(worth, boxes.moment, boxes.weight[:, None] * _value(boxes, places, slide))
    most = float(boxes.weight.clip(0).sum()) / len(moments)
    return View(np.array(moments), boxes, places, worth, most)


def held(boxes: Boxes, places: Floats, part: float) -> Floats:
    """Return the share of each box that a window at each place holds, shape (boxes, places)."""
    shared = np.minimum(boxes.end[:, None], places + part) - np.maximum(
        boxes.begin[:, None], places
    )
    share: Floats = shared.clip(0) / (boxes.end - boxes.begin)[:, None]
    return share


def _value(boxes: Boxes, places: Floats, slide: Slide) -> Floats:
    air = _AIR * slide.part
    airy = Boxes(
        boxes.moment,
        (boxes.begin - air).clip(0),
        (boxes.end + air).clip(None, slide.source[slide.axis]),
        boxes.weight,
        boxes.must,
    )
    # A box that is longer than the window counts as held when it fills the window.
    fills = np.maximum(1.0, (airy.end - airy.begin) / slide.part)[:, None]
    share = held(airy, places, slide.part) * fills
    middle = (boxes.begin + boxes.end)[:, None] / 2
    aside = np.abs(middle - places - slide.aim * slide.part) / slide.part
    # Cubed, since half a face is worth far less than half of it.
    value: Floats = share**3 - _MIDDLE * aside.clip(0, 1)
    return value


def _boxes(shot: SeenShot, slide: Slide, marks: Marks, moments: Sequence[float]) -> Boxes:
    number = {at: index for index, at in enumerate(moments)}
    rows = [
        (number[seen.at], *slide.extent(seen.box), seen.weight, _is_sure(seen.kind, seen.weight))
        for seen in shot.seen
    ]
    lasting = [(*slide.extent(keep), 1.0, True) for keep in marks.keep]
    lasting += [(*slide.extent(box), _AVOIDED, False) for box in marks.avoid]
    rows += [(index, *row) for index in range(len(moments)) for row in lasting]
    table = np.array(rows, dtype=float).reshape(-1, 5)
    return Boxes(
        table[:, 0].astype(np.intp), table[:, 1], table[:, 2], table[:, 3], table[:, 4] > 0
    )


def _is_sure(kind: str, weight: float) -> bool:
    return kind != "subject" or weight >= _SURE


def lasting(moments: Floats) -> Floats:
    """Return for how many seconds each moment stands."""
    if len(moments) == 1:
        return np.ones(1)
    seconds: Floats = np.gradient(moments)
    return seconds


def ranked(values: Floats, share: float) -> float:
    """Return the value that this share of the values does not exceed; half is the median."""
    # Not numpy's quantile, which loads its masked arrays: 60 ms at the first preview.
    return float(np.sort(values)[round(share * (len(values) - 1))])
