"""The window of a shape in a source, and the line on which it can move."""

from collections.abc import Sequence
from dataclasses import dataclass

from omnicontent.media.framing.cropping import cover, even_window
from omnicontent.media.geometry import Box, Focus
from omnicontent.media.recipes import Key, ShotFrame

_AIM_UPRIGHT = 0.42


@dataclass(frozen=True, slots=True)
class Slide:
    """A window of one size that moves along the side on which the source is longer.

    Places are where the window begins on that line, in pixels of the source.
    """

    source: tuple[int, int]
    size: tuple[int, int]
    axis: int
    """0 moves from left to right, 1 from top to bottom."""
    across: int
    """Where the window begins on the other side, in pixels; it stays there."""
    rest: int
    """The place of a window that nothing but the focus holds."""

    @property
    def part(self) -> int:
        """The window's length on the line."""
        return self.size[self.axis]

    @property
    def room(self) -> int:
        """The last place: the first one is 0."""
        return self.source[self.axis] - self.part

    @property
    def aim(self) -> float:
        """Where in the window a subject's middle belongs: with little air above a head."""
        return 0.5 if self.axis == 0 else _AIM_UPRIGHT

    @property
    def unit(self) -> int:
        """The pixels that speeds are fractions of: never more than the source's width."""
        return min(self.source[0], self.source[self.axis])

    def extent(self, box: Box) -> tuple[float, float]:
        """Return where the box begins and ends on the line, in pixels."""
        length = self.source[self.axis]
        if self.axis == 0:
            return box.left * length, box.right * length
        return box.top * length, box.bottom * length

    def still(self, start: float, end: float, place: float) -> ShotFrame:
        """Return a window that stands at the even pixel next to the place."""
        room = self.room - self.room % 2
        even = min(max(2 * round(place / 2), 0), room)
        return self.moving(start, end, [(start, even)])

    def moving(self, start: float, end: float, places: Sequence[tuple[float, float]]) -> ShotFrame:
        """Return a window that passes each (moment, place)."""
        keys = tuple(self._key(at, place) for at, place in places)
        return ShotFrame(start=start, end=end, width=self.size[0], height=self.size[1], keys=keys)

    def _key(self, at: float, place: float) -> Key:
        # A hundredth of a pixel: finer digits would only make recipes longer.
        place = round(min(max(place, 0.0), self.room), 2)
        left, top = (place, self.across) if self.axis == 0 else (self.across, place)
        return Key(at=round(at, 4), left=left, top=top)


def slide_of(source: tuple[int, int], target: tuple[int, int], focus: Focus) -> Slide:
    """Return the largest window of the target's shape, on even pixels as 4:2:0 color needs it."""
    frame = even_window(cover(*source, *target, focus), *source)
    size = (frame.right - frame.left, frame.bottom - frame.top)
    axis = 0 if source[0] - size[0] >= source[1] - size[1] else 1
    places = (frame.left, frame.top)
    return Slide(source, size, axis, across=places[1 - axis], rest=places[axis])
