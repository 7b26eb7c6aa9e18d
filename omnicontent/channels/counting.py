"""How long a part of a variant is, in the unit and the form its surface counts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from omnicontent.channels.content import Content
from omnicontent.channels.spec import Limit, Part
from omnicontent.text.lengths import Length, measure
from omnicontent.text.units import TEXT_UNITS, Unit

if TYPE_CHECKING:
    from omnicontent.channels.channel import Channel

HASHTAG = regex.compile(r"(?<![\w&/#\uFF03])[#\uFF03](\w*\p{L}\w*)")
"""A number sign and a word with at least one letter. ``ITEMS`` of a text part are its hashtags."""


@dataclass(frozen=True, slots=True)
class Count:
    """One part of a content against one of its limits."""

    part: Part
    limit: Limit
    length: Length

    @property
    def fits(self) -> bool:
        """Tell whether the part keeps the limit."""
        return self.length.count <= self.limit.maximum


def count_parts(channel: "Channel", content: Content) -> list[Count]:
    """Return one count for every text limit of every part that the content has."""
    return [
        Count(part, limit, measure_part(channel, part.name, content.parts[part.name], limit.unit))
        for part in channel.spec.parts
        if part.name in content.parts
        for limit in part.limits
        if is_countable(limit.unit)
    ]


def is_countable(unit: Unit) -> bool:
    """Tell whether the unit counts something in a text."""
    return unit in TEXT_UNITS or unit is Unit.ITEMS


def measure_part(channel: "Channel", part: str, text: str, unit: Unit) -> Length:
    """Return the length of ``text`` as the channel's platform counts it in that part.

    :raises ValueError: ``unit`` does not measure text.
    """
    counted = channel.counted(part, text)
    if unit is Unit.ITEMS:
        return Length(count=len(HASHTAG.findall(counted)), unit=unit)
    return measure(counted, unit)


def fits_part(channel: "Channel", part: Part, text: str) -> bool:
    """Tell whether ``text`` keeps every limit that the platform enforces on the part."""
    return all(
        measure_part(channel, part.name, text, limit.unit).count <= limit.maximum
        for limit in part.limits
        if limit.enforced and is_countable(limit.unit)
    )
