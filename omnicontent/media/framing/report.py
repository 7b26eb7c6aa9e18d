"""What a rendition shows of what was marked: figures that an editor is told."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

from pydantic import BaseModel

from omnicontent.media.framing.frames import Size, outward, own_crop
from omnicontent.media.geometry import FROZEN, Box
from omnicontent.media.marks import Marks
from omnicontent.media.recipes import Frame

_Edges = tuple[float, float, float, float]


class Framing(BaseModel):
    """What a rendition shows of what was marked."""

    model_config = FROZEN
    kept: int
    """How many keep boxes are whole."""
    cut: tuple[int, ...] = ()
    """Which keep boxes are not, by their place in the marks."""
    padded: str = ""
    avoid_shown: float = 0
    """The share of what should stay out that is seen."""
    under_buttons: float = 0
    """The share of the keep boxes, as seen, that the surface hides."""
    enlarged: float = 1
    """How many pixels of the rendition one of the source is stretched over, along a side."""
    smallest_text_px: float | None = None
    """How tall the smallest line of text is in the rendition; None where no text is seen."""
    own: bool = False
    """Whether a person chose this crop."""


def report_framing(
    marks: Marks, source: Size, target: Size, frame: Frame, covered: tuple[Box, ...] = ()
) -> Framing:
    """Return what a rendition of ``target`` pixels shows of a picture when cut by ``frame``.

    ``covered`` are the parts of the rendition, as fractions of it, that its surface hides.
    """
    window = _window(frame, source)
    whole = [_holds(frame, box, source) for box in marks.keep]
    stretch = _stretch(frame, target)
    lines = [keep.line for keep in marks.keep if keep.line and keep.shared(window)]
    return Framing(
        kept=sum(whole),
        cut=tuple(index for index, kept in enumerate(whole) if not kept),
        padded=frame.pad,
        avoid_shown=_share_shown(marks.avoid, window),
        under_buttons=_share_hidden(
            [_placed(box, window, _room(frame, target)) for box in marks.keep], covered
        ),
        enlarged=max(1.0, stretch),
        smallest_text_px=min(lines) * source[1] * stretch if lines else None,
        own=own_crop(marks, target) is not None,
    )


def worst_of(reports: Sequence[Framing]) -> Framing:
    """Return the worst figures of several windows on the same source, such as a film's shots."""
    texts = [report.smallest_text_px for report in reports if report.smallest_text_px is not None]
    return Framing(
        kept=min(report.kept for report in reports),
        cut=tuple(sorted({index for report in reports for index in report.cut})),
        padded=max(report.padded for report in reports),
        avoid_shown=max(report.avoid_shown for report in reports),
        under_buttons=max(report.under_buttons for report in reports),
        enlarged=max(report.enlarged for report in reports),
        smallest_text_px=min(texts, default=None),
        own=any(report.own for report in reports),
    )


def _window(frame: Frame, source: Size) -> Box:
    width, height = source
    return Box(
        left=frame.left / width,
        top=frame.top / height,
        right=frame.right / width,
        bottom=frame.bottom / height,
    )


def _holds(frame: Frame, box: Box, source: Size) -> bool:
    left, right = outward(box.left, box.right, source[0])
    top, bottom = outward(box.top, box.bottom, source[1])
    across = frame.left <= left and right <= frame.right
    return across and frame.top <= top and bottom <= frame.bottom


def _stretch(frame: Frame, target: Size) -> float:
    """Return how many pixels of the rendition one of the source becomes, along a side."""
    wide = target[0] / (frame.right - frame.left)
    tall = target[1] / (frame.bottom - frame.top)
    return min(wide, tall) if frame.pad else max(wide, tall)


def _room(frame: Frame, target: Size) -> tuple[float, float]:
    """Return which shares of the rendition's width and height the frame fills."""
    if not frame.pad:
        return 1.0, 1.0
    stretch = _stretch(frame, target)
    wide, tall = frame.right - frame.left, frame.bottom - frame.top
    return stretch * wide / target[0], stretch * tall / target[1]


def _share_shown(boxes: Sequence[Box], window: Box) -> float:
    area = sum(box.area for box in boxes)
    return min(1.0, sum(box.shared(window) for box in boxes) / area) if area else 0.0


def _placed(box: Box, window: Box, room: tuple[float, float]) -> _Edges:
    """Return where the rendition shows the box: left, top, right, bottom, as fractions of it."""
    left, right = _along((box.left, box.right), (window.left, window.right), room[0])
    top, bottom = _along((box.top, box.bottom), (window.top, window.bottom), room[1])
    return left, top, right, bottom


def _along(
    span: tuple[float, float], window: tuple[float, float], room: float
) -> tuple[float, float]:
    start, end = (min(max(edge, window[0]), window[1]) - window[0] for edge in span)
    scale = room / (window[1] - window[0])
    return (1 - room) / 2 + start * scale, (1 - room) / 2 + end * scale


def _share_hidden(boxes: Sequence[_Edges], covered: Sequence[Box]) -> float:
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)
    return min(1.0, sum(_hidden(box, covered) for box in boxes) / area) if area else 0.0


def _hidden(box: _Edges, covered: Sequence[Box]) -> float:
    """Return the area of the box that is covered; what two boxes cover counts once."""
    left, top, right, bottom = box
    across = _cuts(left, right, (edge for one in covered for edge in (one.left, one.right)))
    down = _cuts(top, bottom, (edge for one in covered for edge in (one.top, one.bottom)))
    return sum(
        (end - start) * (low - high)
        for (start, end), (high, low) in product(pairwise(across), pairwise(down))
        if any(
            one.left <= start and end <= one.right and one.top <= high and low <= one.bottom
            for one in covered
        )
    )


def _cuts(start: float, end: float, edges: Iterable[float]) -> list[float]:
    return sorted({start, end, *(edge for edge in edges if start < edge < end)})
