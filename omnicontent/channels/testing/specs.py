"""What a spec leaves unsaid, and media that are not as it says."""

import re
from collections.abc import Iterator
from datetime import date

from omnicontent.channels.channel import Channel
from omnicontent.channels.spec import ImageSlot, Limit, VideoSlot
from omnicontent.channels.testing.telling import adapted


def check_spec(channel: Channel) -> Iterator[str]:
    """Yield what the spec leaves unsaid: names, and the source and date of each limit."""
    spec = channel.spec
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", spec.slug):
        yield f'the slug "{spec.slug}" is not lower-case words joined by hyphens'
    if overlap := spec.must & spec.never:
        yield f"these facts are both must and never: {', '.join(sorted(overlap))}"
    names = [part.name for part in spec.parts] + [slot.name for slot in _slots(channel)]
    if len(set(names)) != len(names):
        yield f"two parts or slots share a name: {', '.join(sorted(names))}"
    if not spec.docs:
        yield "the spec names no page of the platform (docs)"
    for limit in _limits(channel):
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


def _limits(channel: Channel) -> Iterator[Limit]:
    for part in channel.spec.parts:
        yield from part.limits
    for image in channel.spec.images:
        yield from image.limits
        yield from [image.alt_limit] if image.alt_limit else []
    for video in channel.spec.videos:
        yield from video.limits
