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
    focus = focus or Focus()
    scale = min(width / target_w, height / target_h)
    box_w, box_h = min(target_w * scale, width), min(target_h * scale, height)
    left, right = _edges(width, box_w, focus.x)
    top, bottom = _edges(height, box_h, focus.y)
    return Frame(left=left, top=top, right=right, bottom=bottom)


def even_window(frame: Frame, width: int, height: int) -> Frame:
    """Return the frame on even pixels inside a film of this size, as 4:2:0 color needs it."""
    box_w, box_h = _even(frame.right - frame.left, width), _even(frame.bottom - frame.top, height)
    left = min(frame.left, width - box_w) // 2 * 2
    top = min(frame.top, height - box_h) // 2 * 2
    return frame.model_copy(
        update={"left": left, "top": top, "right": left + box_w, "bottom": top + box_h}
    )


def _edges(length: int, part: float, focus: float) -> tuple[int, int]:
    """Return both edges of a part of ``length``: the part is at least as long as asked for."""
    step = STEP if part >= _LARGE else 1
    whole = length // step * step
    size = min(max(step, round(part / step) * step), whole)
    start = min(max(focus * length - size / 2, 0.0), whole - size)
    start = round(start / step) * step
    return start, length if size == whole else start + size


def _even(value: float, most: int) -> int:
    return max(2, min(2 * round(value / 2), most - most % 2))
