"""The search for the best window of a shape, over the few places that can be the best.

What a window cuts or hides grows and shrinks evenly as it moves, so the best place is one where
its edge, or the edge of a covered part, meets the edge of a box. Those are tried, all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, floor, sumprod

from omnicontent.media.framing.cropping import STEP, rounded, step_of
from omnicontent.media.recipes import Frame

SMALLEST = 0.6
"""No window is cut smaller than this share of the largest one to leave something out."""

Span = tuple[int, int]
_Place = tuple[int, list[int], list[float], float]
_Score = tuple[int, int, float, float, int, int]


@dataclass(frozen=True, slots=True)
class Axis:
    """The width or the height of a picture and what lies along it, in pixels of the source."""

    length: int
    focus: float
    keep: Sequence[Span]
    avoid: Sequence[Span]
    covered: Sequence[tuple[float, float]]
    """Parts of the rendition that its surface hides, as fractions."""

    @property
    def hold(self) -> Span:
        """What every window must contain; nothing is a span that ends before it starts."""
        if not self.keep:
            return self.length, 0
        return min(start for start, _ in self.keep), max(end for _, end in self.keep)

    def starts(self, size: int) -> list[int]:
        """Return where a window of this length may start; nowhere if it can't hold the boxes."""
        hold = self.hold
        low, high = max(0, hold[1] - size), min(self.length - size, hold[0])
        step = step_of(size)
        if _up(low, step) > _down(high, step):
            step = 1
        low, high = _up(low, step), _down(high, step)
        if low >= high:
            return [low] if low == high else []
        found = {low, high, round((self.focus - size / 2) / step) * step}
        found |= {_up(start, step) for start in self._earliest(size)}
        found |= {_down(start, step) for start in self._latest(size)}
        return sorted({min(max(start, low), high) for start in found})

    def places(self, size: int) -> list[_Place]:
        """Return each start with what it shows of ``avoid``, hides of ``keep``, and its distance.

        The distance is that of the focus from the window's middle.
        """
        return [self._place(start, size) for start in self.starts(size)]

    def rooms(self) -> Iterator[float]:
        """Yield lengths of windows that just leave a box out, or keep the boxes uncovered."""
        walls = [(0, 0), *self.avoid, (self.length, self.length)]
        for (_, end), (start, _) in product(walls, walls):
            yield _down(start, STEP) - _up(end, STEP)
        first, last = self.hold
        for above, below in self.covered if self.keep else ():
            yield (first - 2 * STEP) / below
            if above < 1:
                yield (self.length - last - 2 * STEP) / (1 - above)

    def _earliest(self, size: int) -> Iterator[float]:
        yield from (end for _, end in self.avoid)
        yield from (end - start * size for _, end in self.keep for start, _ in self.covered)

    def _latest(self, size: int) -> Iterator[float]:
        yield from (start - size for start, _ in self.avoid)
        yield from (start - end * size for start, _ in self.keep for _, end in self.covered)

    def _place(self, start: int, size: int) -> _Place:
        end = start + size
        shown = [max(0, min(end, high) - max(start, low)) for low, high in self.avoid]
        bands = [(start + low * size, start + high * size) for low, high in self.covered]
        hidden = [
            max(0.0, min(last, high) - max(first, low))
            for low, high in bands
            for first, last in self.keep
        ]
        return start, shown, hidden, (((start + end) / 2 - self.focus) / self.length) ** 2


def best_window(
    across: Axis, down: Axis, full: tuple[float, float], smallest: float
) -> Frame | None:
    """Return the window that holds all keep boxes and is best otherwise, None if there is none.

    ``full`` is the largest size of the shape; the window is no smaller than ``smallest`` (a share
    of it). First of all ``avoid`` is out, then ``keep`` clear of what is covered, then the window
    large, then its middle near to the focus.
    """
    best: tuple[_Score, tuple[int, int]] | None = None
    for scale in _scales(across, down, full, smallest):
        size = rounded(across.length, full[0] * scale), rounded(down.length, full[1] * scale)
        pairs = product(across.places(size[0]), down.places(size[1]))
        found = min((_score(scale, *pair) for pair in pairs), default=None)
        if found and (best is None or found < best[0]):
            best = found, size
        if best and best[0][:2] == (0, 0):
            break
    if best is None:
        return None
    (*_, left, top), (width, height) = best
    return Frame(left=left, top=top, right=left + width, bottom=top + height)


def _scales(
    across: Axis, down: Axis, full: tuple[float, float], smallest: float
) -> Iterator[float]:
    """Yield the shares of the full size that are worth a try, the largest first."""
    yield 1.0
    found = {room / full[0] for room in across.rooms()} | {room / full[1] for room in down.rooms()}
    yield from sorted((scale for scale in found if smallest <= scale < 1), reverse=True)


def _score(scale: float, one: _Place, other: _Place) -> _Score:
    left, shown_x, hidden_x, away_x = one
    top, shown_y, hidden_y, away_y = other
    shown, hidden = sumprod(shown_x, shown_y), sumprod(hidden_x, hidden_y)
    return round(shown), round(hidden), -scale, away_x + away_y, left, top


def _up(value: float, step: int) -> int:
    return ceil(value / step) * step


def _down(value: float, step: int) -> int:
    return floor(value / step) * step
