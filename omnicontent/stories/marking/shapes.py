"""The shapes that installed channels give to pictures and films."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from omnicontent.channels.framing import Slot, covered_by
from omnicontent.media.geometry import SAME_SHAPE, Box, shape_apart
from omnicontent.stories.choices import installed_channels
from omnicontent.stories.wording import channel_label

SMALL_NUMBERS = 21
"""People say 16:9 and 21:9; beyond that they say 1.91:1."""
Use = tuple[Slot, str]
"""A slot, and the name of its channel."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape, its largest size in pixels, and the channels that use it, by name."""

    ratio: float
    label: str
    """As people say it, such as ``4:5`` or ``1.91:1``."""
    width_px: int
    height_px: int
    channels: tuple[str, ...]
    covered: tuple[Box, ...] = ()
    """What these channels hide under their names and buttons, as shares of the frame."""

    @property
    def covered_json(self) -> str:
        """Return what is hidden, for a script."""
        return json.dumps([box.model_dump() for box in self.covered])


def picture_shapes() -> list[Shape]:
    """Return the shapes of all channels' pictures, the tallest first."""
    channels = installed_channels()
    return _shapes([(slot, channel_label(x.spec)) for x in channels for slot in x.spec.images])


def film_shapes() -> list[Shape]:
    """Return the shapes of all channels' films, the tallest first."""
    channels = installed_channels()
    return _shapes([(slot, channel_label(x.spec)) for x in channels for slot in x.spec.videos])


def one_of_each(shapes: Iterable[Shape]) -> list[Shape]:
    """Return one shape of each ratio, with all channels of that ratio."""
    found: dict[float, Shape] = {}
    for shape in shapes:
        known = found.get(shape.ratio, replace(shape, channels=(), covered=()))
        names = sorted({*known.channels, *shape.channels}, key=str.casefold)
        found[shape.ratio] = replace(known, channels=tuple(names))
    return list(found.values())


def _shapes(uses: list[Use]) -> list[Shape]:
    return [shape for alike in _alike(uses) for shape in _by_what_is_covered(alike)]


def _alike(uses: list[Use]) -> list[list[Use]]:
    """Put together what one own crop serves: 1200x627 and 1200x630 are one shape to people."""
    groups: list[list[Use]] = []
    for use in sorted(uses, key=lambda use: _ratio(use[0])):
        if groups and shape_apart(_ratio(use[0]), _ratio(groups[-1][0][0])) <= SAME_SHAPE / 2:
            groups[-1].append(use)
        else:
            groups.append([use])
    return groups


def _by_what_is_covered(uses: list[Use]) -> list[Shape]:
    """Return a shape for each way in which surfaces cover it; the free ones come first."""
    middle = uses[len(uses) // 2][0]
    groups: dict[tuple[Box, ...], list[Use]] = {}
    for use in uses:
        groups.setdefault(covered_by(use[0]), []).append(use)
    return [_shape(groups[covered], middle) for covered in sorted(groups, key=len)]


def _shape(uses: list[Use], middle: Slot) -> Shape:
    largest = max((slot for slot, _name in uses), key=lambda slot: slot.width_px)
    names = sorted({name for _slot, name in uses}, key=str.casefold)
    return Shape(
        ratio=_ratio(middle),
        label=_label(middle),
        width_px=largest.width_px,
        height_px=largest.height_px,
        channels=tuple(names),
        covered=covered_by(largest),
    )


def _label(slot: Slot) -> str:
    exact = Fraction(slot.width_px, slot.height_px)
    if max(exact.numerator, exact.denominator) <= SMALL_NUMBERS:
        return f"{exact.numerator}:{exact.denominator}"
    return f"{_ratio(slot):.2f}:1"


def _ratio(slot: Slot) -> float:
    return slot.width_px / slot.height_px
