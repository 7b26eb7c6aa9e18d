"""What a release delivers in words, read from the bytes in its rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from omnicontent.releases.models import Release, Variant
from omnicontent.text.plain import sentences


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


def sentence_around(span: str, text: str) -> str:
    """Return the first sentence that holds the span, or the span where it runs over several."""
    return next((one for one in sentences(text) if span in one), span)


def field_of(story: Story, channel: str, span: str) -> str:
    """Return the story's field in which an editor finds the words."""
    for part, words in story.overrides.get(channel, {}).items():
        if span in words:
            return f"overrides.{channel}.{part}"
    fields = ("headline", "key_message", "summary")
    return next((name for name in fields if span in getattr(story, name)), "body")
