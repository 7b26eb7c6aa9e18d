"""Boxes in whole pixels, and the shapes that surfaces ask for."""

from math import ceil, floor

from omnicontent.media.geometry import Box
from omnicontent.media.recipes import Frame

RATIOS = (
    *((1080, 1920), (1000, 1500), (1080, 1350), (1080, 1080), (1200, 900), (1200, 628)),
    *((1920, 1080), (1600, 400), (1200, 1200), (600, 300), (1280, 720), (900, 1600)),
    *((1200, 1500), (1024, 512), (800, 800)),
)


def pixels(box: Box, source: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = source
    return (
        floor(box.left * width + 1e-6),
        floor(box.top * height + 1e-6),
        ceil(box.right * width - 1e-6),
        ceil(box.bottom * height - 1e-6),
    )


def inside(box: Box, frame: Frame, source: tuple[int, int]) -> bool:
    left, top, right, bottom = pixels(box, source)
    across = frame.left <= left and right <= frame.right
    return across and frame.top <= top and bottom <= frame.bottom
