"""Where to cut: the largest part of a picture with the wanted shape that keeps its focus."""

from omnicontent.media.recipes import Focus

Box = tuple[float, float, float, float]


def crop_box(width: int, height: int, target_w: int, target_h: int, focus: Focus) -> Box:
    """Return left, top, right, bottom of the cover-crop, in pixels of the source.

    The box has the target's exact ratio, lies inside the picture, contains the focus, and puts
    it as near to the middle as the edges allow.
    """
    scale = min(width / target_w, height / target_h)
    box_w, box_h = min(target_w * scale, width), min(target_h * scale, height)
    left = _start(width, box_w, focus.x)
    top = _start(height, box_h, focus.y)
    return (left, top, left + box_w, top + box_h)


def even_crop(width: int, height: int, target_w: int, target_h: int, focus: Focus) -> Box:
    """Return the same box on even pixels, as films with 4:2:0 color need it."""
    left, top, right, bottom = crop_box(width, height, target_w, target_h, focus)
    box_w, box_h = _even(right - left, width), _even(bottom - top, height)
    x, y = _floor_even(min(left, width - box_w)), _floor_even(min(top, height - box_h))
    return (x, y, x + box_w, y + box_h)


def _start(length: int, part: float, focus: float) -> float:
    return min(max(focus * length - part / 2, 0.0), length - part)


def _even(value: float, most: int) -> int:
    return max(2, min(2 * round(value / 2), most - most % 2))


def _floor_even(value: float) -> int:
    return int(value) // 2 * 2
