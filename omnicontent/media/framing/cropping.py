"""Where to cut: the largest part of a picture with the wanted shape that keeps its focus."""

from omnicontent.media.geometry import Focus
from omnicontent.media.recipes import Frame

STEP = 4
"""Edges of large windows are multiples of it: they then stay whole in a picture halved twice."""
_LARGE = 400


def cover(
    width: int, height: int, target_w: int, target_h: int, focus: Focus | None = None
) -> Frame:
    """Return the largest window of the target's shape: inside the picture, around the focus.

    All in pixels of the source; the focus, the middle unless given, stands as near to the
    window's middle as the picture's edges allow.
    """
    return around(width, height, cover_size(width, height, target_w, target_h), focus or Focus())


def cover_size(width: float, height: float, target_w: int, target_h: int) -> tuple[float, float]:
    """Return width and height of the largest part with the target's shape, before rounding."""
    scale = min(width / target_w, height / target_h)
    return min(target_w * scale, width), min(target_h * scale, height)


def around(width: int, height: int, part: tuple[float, float], focus: Focus) -> Frame:
    """Return a window of the part's width and height, rounded, with the focus in its middle.

    The window never leaves the picture.
    """
    left, right = _edges(width, part[0], focus.x)
    top, bottom = _edges(height, part[1], focus.y)
    return Frame(left=left, top=top, right=right, bottom=bottom)


def step_of(part: float) -> int:
    """Return what the edges of a window of this length are multiples of."""
    return STEP if part >= _LARGE else 1


def rounded(length: int, part: float) -> int:
    """Return the part of ``length`` on whole steps, or all of it where less than half is left."""
    step = step_of(part)
    if part >= length - step / 2:
        return length
    return min(max(step, round(part / step) * step), length // step * step)


def even_window(frame: Frame, width: int, height: int) -> Frame:
    """Return the frame on even pixels inside a film of this size, as 4:2:0 color needs it."""
    box_w, box_h = _even(frame.right - frame.left, width), _even(frame.bottom - frame.top, height)
    left = min(frame.left, width - box_w) // 2 * 2
    top = min(frame.top, height - box_h) // 2 * 2
    return frame.model_copy(
        update={"left": left, "top": top, "right": left + box_w, "bottom": top + box_h}
    )


def _edges(length: int, part: float, focus: float) -> tuple[int, int]:
    size = rounded(length, part)
    step = step_of(size)
    last = (length - size) // step * step
    start = min(max(round((focus * length - size / 2) / step) * step, 0), last)
    return start, start + size


def _even(value: float, most: int) -> int:
    return max(2, min(2 * round(value / 2), most - most % 2))
