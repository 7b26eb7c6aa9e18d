"""What a release delivers in words, read from the bytes in its rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from omnicontent.releases.models import Release, Variant


@dataclass(frozen=True, slots=True)
class Delivered:
    """One variant with its channel and story, and what a reader gets to see of it."""

    variant: Variant
    channel: Channel
    story: Story
    content: Content

    @property
    def text(self) -> str:
        """The words of the delivered bytes, links included."""
        variant = self.variant
        rendered = Rendered(
            media_type=variant.media_type,
            body=bytes(variant.body or b""),
            file_name=variant.file_name,
        )
        return self.channel.visible_text(self.content, rendered)


def delivered_words(release: Release) -> Iterator[Delivered]:
    """Yield the variants that were built; a channel uninstalled since then reads nothing."""
    stories = {row.locale: Story.model_validate(row.story) for row in release.stories.all()}
    channels = all_channels()
    for variant in release.variants.filter(state=Variant.State.READY):
        if variant.channel in channels:
            content = Content.model_validate(variant.content)
            yield Delivered(variant, channels[variant.channel], stories[variant.locale], content)
