"""Random pictures of marked subjects on calm ground, each with a shape to cut it to."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, Marks

SOURCES = ((480, 320), (400, 300), (320, 480), (360, 360), (512, 288))
TARGETS = ((135, 240), (135, 135), (108, 135), (240, 135), (191, 100), (100, 150))
BUTTONS = (
    Box(left=0, top=0, right=1, bottom=0.07),
    Box(left=0.86, top=0.4, right=1, bottom=0.85),
    Box(left=0, top=0.8, right=0.86, bottom=1),
)
"""What an app of tall films covers: a bar above, buttons on the right, words below."""


@dataclass(frozen=True)
class Layout:
    source: tuple[int, int]
    target: tuple[int, int]
    marks: Marks
    covered: tuple[Box, ...]
    seed: int

    @property
    def pixels(self) -> NDArray[np.uint8]:
        rng = np.random.default_rng(self.seed)
        width, height = self.source
        picture = np.empty((height, width, 3), np.uint8)
        picture[:] = rng.integers(90, 160, 3)
        for box in self.marks.keep:
            top, bottom = round(box.top * height), round(box.bottom * height)
            left, right = round(box.left * width), round(box.right * width)
            grain = rng.integers(-60, 60, (bottom - top, right - left, 1))
            picture[top:bottom, left:right] = np.clip(rng.integers(60, 200, 3) + grain, 0, 255)
        return picture


def layouts(count: int) -> Iterator[Layout]:
    random = Random(20)
    for seed in range(count):
        source, target = random.choice(SOURCES), random.choice(TARGETS)
        keep = tuple(_subject(random, source) for _ in range(random.randint(1, 3)))
        avoid = tuple(_edge_box(random) for _ in range(random.randint(0, 1)))
        focus = Focus(
            x=_middle(keep[0].left, keep[0].right), y=_middle(keep[0].top, keep[0].bottom)
        )
        marks = Marks(focus=focus, keep=keep, avoid=avoid)
        yield Layout(source, target, marks, BUTTONS if target == TARGETS[0] else (), seed)


def _subject(random: Random, source: tuple[int, int]) -> Keep:
    left, right = _span(random, source[0], 0.08, 0.3)
    top, bottom = _span(random, source[1], 0.08, 0.3)
    return Keep(left=left, top=top, right=right, bottom=bottom)


def _span(random: Random, length: int, least: float, most: float) -> tuple[float, float]:
    part = round(random.uniform(least, most) * length)
    start = random.randint(0, length - part)
    return start / length, (start + part) / length


def _edge_box(random: Random) -> Box:
    """A mark in a corner of the picture, as of a photo agency."""
    left, top = random.choice(((0.0, 0.0), (0.88, 0.0), (0.0, 0.92), (0.88, 0.92)))
    return Box(left=left, top=top, right=left + 0.12, bottom=top + 0.08)


def _middle(start: float, end: float) -> float:
    return (start + end) / 2
