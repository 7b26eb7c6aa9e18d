"""How long a part of a variant is, in the unit and the form its surface counts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from omnicontent.channels.content import Content
from omnicontent.channels.spec import Items, Limit, Part
from omnicontent.text.lengths import Length, measure
from omnicontent.text.links import find_links
from omnicontent.text.units import TEXT_UNITS, Unit

if TYPE_CHECKING:
    from omnicontent.channels.channel import Channel

HASHTAG = regex.compile(r"(?<![\w&/#\uFF03])[#\uFF03](\w*\p{L}\w*)")
"""A number sign and a word with at least one letter."""
MENTION = regex.compile(r"(?<![\w@\uFF20.+-])[@\uFF20](\w[\w.-]*(?:@[\w.-]+\w)?)")
"""An at sign and a name, as typed; ``name@host`` names an account elsewhere."""
CASHTAG = regex.compile(r"(?<![\w$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?!\w)")
"""A dollar sign and the letters of a share."""
PAYLOAD = Part(name="payload", label="payload", overridable=False)
"""Stands for the whole rendered payload where a spec limits that."""


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

    @property
    def left(self) -> float:
        """Return how many units are left, below zero where there are too many."""
        return self.limit.maximum - self.length.count


def count_parts(channel: "Channel", content: Content) -> list[Count]:
    """Return one count for every text limit of every part that the content has, payload last."""
    counts = [
        Count(part, limit, measure_part(channel, part.name, content.parts[part.name], limit))
        for part in channel.spec.parts
        if part.name in content.parts
        for limit in part.limits
        if is_countable(limit.unit)
    ]
    if channel.spec.payload_limits:
        body = channel.render(content).body.decode()
        for limit in channel.spec.payload_limits:
            counts.append(Count(PAYLOAD, limit, measure(body, limit.unit)))
    return counts


def is_countable(unit: Unit) -> bool:
    """Tell whether the unit counts something in a text."""
    return unit in TEXT_UNITS or unit is Unit.ITEMS


def measure_part(channel: "Channel", part: str, text: str, limit: Limit) -> Length:
    """Return the length of ``text`` as the channel's platform counts it in that part.

    :raises ValueError: the limit's unit does not measure text.
    """
    counted = channel.counted(part, text)
    if limit.unit is Unit.ITEMS:
        return Length(count=_count_items(limit.items, counted), unit=limit.unit)
    return measure(counted, limit.unit)


def fits_part(channel: "Channel", part: Part, text: str, *, advice: bool = False) -> bool:
    """Tell whether ``text`` keeps every limit that the platform enforces on the part.

    With ``advice`` it must keep those that are only advice, too.
    """
    return all(
        measure_part(channel, part.name, text, limit).count <= limit.maximum
        for limit in part.limits
        if (limit.enforced or advice) and is_countable(limit.unit)
    )


def _count_items(items: Items, text: str) -> int:
    if items == "links":
        return len({link.url for link in find_links(text)})
    pattern = {"hashtags": HASHTAG, "mentions": MENTION, "cashtags": CASHTAG}[items]
    return len(pattern.findall(text))
