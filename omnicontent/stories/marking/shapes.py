"""The shapes that installed channels give to pictures and films."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import log

from omnicontent.channels.spec import ImageSlot, VideoSlot
from omnicontent.media.framing import OWN_TOLERANCE
from omnicontent.stories.choices import installed_channels
from omnicontent.stories.wording import channel_label

SMALL_NUMBERS = 21
"""People say 16:9 and 21:9; beyond that they say 1.91:1."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape, its largest size in pixels, and the channels that use it, by name."""

    ratio: float
    width_px: int
    height_px: int
    channels: tuple[str, ...]

    @property
    def label(self) -> str:
        """Return the shape as people say it, such as ``4:5`` or ``1.91:1``."""
        exact = Fraction(self.width_px, self.height_px)
        if max(exact.numerator, exact.denominator) <= SMALL_NUMBERS:
            return f"{exact.numerator}:{exact.denominator}"
        return f"{self.ratio:.2f}:1"


def picture_shapes() -> list[Shape]:
    """Return the shapes of all channels' pictures, the tallest first."""
    channels = installed_channels()
    return _grouped((slot, channel_label(x.spec)) for x in channels for slot in x.spec.images)


def film_shapes() -> list[Shape]:
    """Return the shapes of all channels' films, the tallest first."""
    channels = installed_channels()
    return _grouped((slot, channel_label(x.spec)) for x in channels for slot in x.spec.videos)


def _grouped(uses: Iterable[tuple[ImageSlot | VideoSlot, str]]) -> list[Shape]:
    """Put together what one own crop serves: 1200x627 and 1200x630 are one shape to people."""
    groups: list[list[tuple[ImageSlot | VideoSlot, str]]] = []
    for use in sorted(uses, key=lambda use: _ratio(use[0])):
        if groups and log(_ratio(use[0]) / _ratio(groups[-1][0][0])) <= OWN_TOLERANCE / 2:
            groups[-1].append(use)
        else:
            groups.append([use])
    return [_shape(group) for group in groups]


def _shape(uses: list[tuple[ImageSlot | VideoSlot, str]]) -> Shape:
    ratio = _ratio(uses[len(uses) // 2][0])
    alike = [slot for slot, _name in uses if _ratio(slot) == ratio]
    largest = max(alike, key=lambda slot: slot.width_px)
    names = sorted({name for _slot, name in uses}, key=str.casefold)
    return Shape(ratio, largest.width_px, largest.height_px, tuple(names))


def _ratio(slot: ImageSlot | VideoSlot) -> float:
    return slot.width_px / slot.height_px
