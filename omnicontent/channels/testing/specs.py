"""What a spec leaves unsaid, and media that are not as it says."""

from collections.abc import Iterator
from datetime import date

from omnicontent.channels.channel import Channel
from omnicontent.channels.spec import ImageSlot, VideoSlot
from omnicontent.channels.spec_faults import spec_faults
from omnicontent.channels.testing.telling import adapted


def check_spec(channel: Channel) -> Iterator[str]:
    """Yield what makes the spec unusable, and what it leaves unsaid: sources and dates."""
    spec = channel.spec
    yield from spec_faults(spec)
    if not spec.docs:
        yield "the spec names no page of the platform (docs)"
    for limit in spec.limits():
        if not limit.source.startswith("https://"):
            yield f"the limit {limit.maximum:g} {limit.unit} has no source, an https:// address"
        if limit.checked > date.today():  # noqa: DTZ011 - a day more or less is no matter
            yield f"the limit {limit.maximum:g} {limit.unit} was checked in the future"


def check_media(channel: Channel) -> Iterator[str]:
    """Yield media outside the spec's slots, or of another size or address than theirs."""
    slots = {slot.name: slot for slot in _slots(channel)}
    for story, content in adapted(channel):
        for use in content.media:
            slot = slots.get(use.slot)
            if slot is None:
                yield f"the spec knows no slot {use.slot}"
                continue
            recipe = use.recipe.image if use.recipe.kind == "frame" else use.recipe
            if (recipe.width_px, recipe.height_px) != (slot.width_px, slot.height_px):
                yield f"{use.slot} is {recipe.width_px}x{recipe.height_px}, not as in its slot"
            if use.url != story.files_url + use.file_name:
                yield f"{use.slot}: {use.url} is not where the rendition is served"


def _slots(channel: Channel) -> list[ImageSlot | VideoSlot]:
    return [*channel.spec.images, *channel.spec.videos]
