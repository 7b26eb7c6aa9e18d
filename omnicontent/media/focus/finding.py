"""What a picture must keep, proposed without a person: faces, printed text, or its subject.

A proposal is a start for an editor. It says little rather than something wrong, since every box
narrows what a rendition may show. All is found in a small copy of the picture (a proxy), without
a network and without a random number: the same picture gives the same marks.
"""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from omnicontent.media.focus.faces import find_heads
from omnicontent.media.focus.printed_text import TextBlock, find_text
from omnicontent.media.focus.saliency import find_salient
from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, Marks
from omnicontent.media.pictures.opening import opened
from omnicontent.media.pictures.vips import pyvips

PROXY_PX = 512
_WEIGHTS = {"face": 3.0, "subject": 2.0}
_TEXTS_MAX = 6
_AIR = 0.3
"""Of a line's height, left around text."""

# Celery runs a process a core; OpenCV's own threads would only wait for each other there.
cv2.setNumThreads(1)


def find_marks(path: Path) -> Marks:
    """Return the proposed marks of a picture file that ``inspect_image`` has passed.

    :raises MediaError: see the tree in ``errors``.
    """
    return find_marks_in(proxy(path))


def find_marks_in(rgb: NDArray[np.uint8]) -> Marks:
    """Return the proposed marks of an upright RGB picture, about 512 pixels on its longer side."""
    rgb = np.ascontiguousarray(rgb)
    keep = _faces(rgb) + _texts(rgb)
    if any(box.kind == "face" for box in keep):
        return Marks(focus=_middle(keep), keep=tuple(keep))
    focus, subject = find_salient(rgb)
    if subject and not any(subject.shared(box) for box in keep):
        keep.append(Keep(kind="subject", **subject.model_dump()))
    return Marks(focus=_middle(keep) if keep else focus, keep=tuple(keep))


def proxy(path: Path) -> NDArray[np.uint8]:
    """Return a small copy of a picture file: upright, sRGB, on white, 512 pixels or fewer a side.

    libvips reads a JPEG at an eighth of its size; the formats it may not read come by Pillow.

    :raises MediaError: see the tree in ``errors``.
    """
    try:
        image = pyvips.Image.thumbnail(
            str(path), PROXY_PX, height=PROXY_PX, size="down", output_profile="srgb"
        )
        opaque = image.colourspace("srgb")
        if opaque.hasalpha():
            opaque = opaque.flatten(background=255)
        return np.asarray(opaque.numpy()[..., :3], np.uint8)
    except pyvips.Error:
        return _proxy_by_pillow(path)


def _proxy_by_pillow(path: Path) -> NDArray[np.uint8]:
    # Without their color profile pictures look a little pale, but show the same things.
    with opened(path) as file:
        file.thumbnail((PROXY_PX, PROXY_PX), reducing_gap=2)
        small = ImageOps.exif_transpose(file).convert("RGBA")
    white = Image.new("RGBA", small.size, "white")
    return np.asarray(Image.alpha_composite(white, small).convert("RGB"))


def _faces(rgb: NDArray[np.uint8]) -> list[Keep]:
    height, width = rgb.shape[:2]
    boxes = (
        (head.left, head.top, head.right, head.bottom)
        for head in find_heads(rgb)
        if head.left < width - 1 and head.top < height - 1 and min(head.right, head.bottom) > 1
    )
    return [Keep(kind="face", **_fractions(box, rgb).model_dump()) for box in boxes]


def _texts(rgb: NDArray[np.uint8]) -> list[Keep]:
    blocks = find_text(np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8))
    blocks.sort(key=_area, reverse=True)
    return [_text(block, rgb) for block in blocks[:_TEXTS_MAX]]


def _text(block: TextBlock, rgb: NDArray[np.uint8]) -> Keep:
    air = _AIR * block.line
    edges = (block.left - air, block.top - air, block.right + air, block.bottom + air)
    line = round(min(1.0, block.line / rgb.shape[0]), 4)
    return Keep(kind="text", line=line, **_fractions(edges, rgb).model_dump())


def _area(block: TextBlock) -> float:
    return (block.right - block.left) * (block.bottom - block.top)


def _fractions(edges: tuple[float, float, float, float], rgb: NDArray[np.uint8]) -> Box:
    """Return pixels of the picture as fractions, cut at its edges, four decimals."""
    height, width = rgb.shape[:2]
    left, right = (round(min(max(edge / width, 0), 1), 4) for edge in edges[::2])
    top, bottom = (round(min(max(edge / height, 0), 1), 4) for edge in edges[1::2])
    return Box(left=left, top=top, right=right, bottom=bottom)


def _middle(keep: Sequence[Keep]) -> Focus:
    """Return the middle of the boxes; faces count most, and large ones more than small ones."""
    weights = [_WEIGHTS.get(box.kind, 1.0) * box.area**0.5 for box in keep]
    across = [(box.left + box.right) / 2 for box in keep]
    down = [(box.top + box.bottom) / 2 for box in keep]
    return Focus(
        x=round(float(np.average(across, weights=weights)), 4),
        y=round(float(np.average(down, weights=weights)), 4),
    )
