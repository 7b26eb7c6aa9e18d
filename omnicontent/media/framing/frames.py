"""The crop contract: which part of a picture a rendition shows.

A person's own crop wins. Else a window of the wanted shape holds every keep box; where none can,
the picture is padded. Nothing that must be kept is ever cut without a word.
"""

from collections.abc import Iterable
from functools import lru_cache
from math import ceil, floor

from omnicontent.media.framing.cropping import around, cover_size, rounded, step_of
from omnicontent.media.framing.search import SMALLEST, Axis, Span, best_window
from omnicontent.media.geometry import SAME_SHAPE, Box, Focus, shape_apart
from omnicontent.media.marks import Keep, Marks, OwnCrop
from omnicontent.media.recipes import Frame, Pad

_HAIR = 1e-6
"""Pixels; a fraction that was made of a whole pixel must round to that pixel again."""

Size = tuple[int, int]


@lru_cache(maxsize=2048)  # every keystroke in an editor adapts all channels anew
def frame_picture(
    marks: Marks, source: Size, target: Size, covered: tuple[Box, ...] = (), pad: Pad = "blur"
) -> Frame:
    """Return what a rendition of ``target`` pixels shows of a picture of ``source`` pixels.

    ``covered`` are the parts of the rendition, as fractions of it, that its surface hides under
    buttons and names. ``pad`` fills the rest where no window of the shape holds every keep box;
    where it is empty, the boxes farthest from the focus are cut instead.
    """
    if own := own_crop(marks, target):
        return _fitted(own.box, source, target)
    full = cover_size(*source, *target)
    smallest = min(1.0, max(SMALLEST, target[0] / full[0]))
    keep = sorted(marks.keep, key=lambda box: _distance(box, marks.focus))
    while True:
        across, down = _axes(marks, keep, source, covered)
        if frame := best_window(across, down, full, smallest):
            return frame
        if pad:
            return _padded((across, down), full, pad)
        keep.pop()


def own_crop(marks: Marks, target: Size) -> OwnCrop | None:
    """Return a person's own crop for renditions of this shape, if there is one."""
    ratio = target[0] / target[1]
    fitting = [(shape_apart(crop.ratio, ratio), index) for index, crop in enumerate(marks.crops)]
    away, index = min(fitting, default=(1.0, 0))
    return marks.crops[index] if away <= SAME_SHAPE else None


def outward(start: float, end: float, length: int) -> Span:
    """Return the whole pixels that a box reaches along a side of ``length``."""
    return floor(start * length + _HAIR), ceil(end * length - _HAIR)


def _fitted(box: Box, source: Size, target: Size) -> Frame:
    width, height = (box.right - box.left) * source[0], (box.bottom - box.top) * source[1]
    middle = Focus(x=(box.left + box.right) / 2, y=(box.top + box.bottom) / 2)
    return around(*source, cover_size(width, height, *target), middle)


def _axes(
    marks: Marks, keep: list[Keep], source: Size, covered: tuple[Box, ...]
) -> tuple[Axis, Axis]:
    keep_x, keep_y = _spans(keep, source)
    avoid_x, avoid_y = _spans(marks.avoid, source)
    wide = [(box.left, box.right) for box in covered]
    tall = [(box.top, box.bottom) for box in covered]
    return (
        Axis(source[0], marks.focus.x * source[0], keep_x, avoid_x, wide),
        Axis(source[1], marks.focus.y * source[1], keep_y, avoid_y, tall),
    )


def _spans(boxes: Iterable[Box], source: Size) -> tuple[list[Span], list[Span]]:
    found = list(boxes)
    across = [outward(box.left, box.right, source[0]) for box in found]
    return across, [outward(box.top, box.bottom, source[1]) for box in found]


def _padded(axes: tuple[Axis, Axis], full: tuple[float, float], pad: Pad) -> Frame:
    """Return the least that holds the boxes, grown to the target's shape as far as it goes."""
    (left, right), (top, bottom) = (
        _grown(axis, rounded(axis.length, part)) for axis, part in zip(axes, full, strict=True)
    )
    return Frame(left=left, top=top, right=right, bottom=bottom, pad=pad)


def _grown(axis: Axis, part: int) -> Span:
    if starts := axis.starts(part):
        nearest = min(starts, key=lambda start: abs(start + part / 2 - axis.focus))
        return nearest, nearest + part
    (start, end), step = axis.hold, step_of(part)
    return start // step * step, min(ceil(end / step) * step, axis.length)


def _distance(box: Box, focus: Focus) -> float:
    across = (box.left + box.right) / 2 - focus.x
    return across**2 + ((box.top + box.bottom) / 2 - focus.y) ** 2
