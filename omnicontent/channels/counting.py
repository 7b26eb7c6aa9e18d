"""How long a part of a variant is, in the unit and the form its surface counts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.spec import Items, Limit, Part
from omnicontent.text.entities import find_cashtags, find_hashtags, find_mentions
from omnicontent.text.lengths import Length, measure
from omnicontent.text.links import find_links
from omnicontent.text.units import TEXT_UNITS, Unit

if TYPE_CHECKING:
    from omnicontent.channels.channel import Channel

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
        """Tell whether the part keeps the limit; one that says nothing is not too short."""
        count = self.length.count
        return count <= self.limit.maximum and (not count or count >= self.limit.minimum)

    @property
    def left(self) -> float:
        """Return how many units are left, below zero where there are too many."""
        return self.limit.maximum - self.length.count


def count_parts(
    channel: "Channel", content: Content, rendered: Rendered | None = None
) -> list[Count]:
    """Return one count for every text limit of every part that the content has, payload last.

    Who has the payload already can give it as ``rendered``.
    """
    counts = count_texts(channel, content)
    if channel.spec.payload_limits:
        body = (rendered or channel.render(content)).body.decode()
        for limit in channel.spec.payload_limits:
            counts.append(Count(PAYLOAD, limit, measure(body, limit.unit)))
    return counts


def count_texts(channel: "Channel", content: Content) -> list[Count]:
    """Return the counts of all parts; the payload is not made for it."""
    return [
        Count(part, limit, _measure_parts(channel, part, content, limit))
        for part in channel.spec.parts
        if part.name in content.parts
        for limit in part.limits
        if is_countable(limit.unit) and holds(limit, beside_media=bool(content.media))
    ]


def holds(limit: Limit, *, beside_media: bool) -> bool:
    """Tell whether the limit is one of a content with, or without, pictures and films."""
    return limit.beside_media is None or limit.beside_media is beside_media


def is_countable(unit: Unit) -> bool:
    """Tell whether the unit counts something in a text."""
    return unit in TEXT_UNITS or unit is Unit.ITEMS


def measure_part(channel: "Channel", part: str, text: str, limit: Limit) -> Length:
    """Return the length of ``text`` as the channel's platform counts it in that part.

    :raises ValueError: the limit's unit does not measure text.
    """
    return _measure(channel.counted(part, text), limit)


def _measure_parts(channel: "Channel", part: Part, content: Content, limit: Limit) -> Length:
    names = limit.together or (part.name,)
    texts = [channel.counted(name, content.parts.get(name, "")) for name in names]
    return _measure("".join(texts), limit)


def _measure(counted: str, limit: Limit) -> Length:
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
    find = {"hashtags": find_hashtags, "mentions": find_mentions, "cashtags": find_cashtags}[items]
    return sum(1 for _ in find(text))
