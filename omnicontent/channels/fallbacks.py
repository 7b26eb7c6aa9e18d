"""What reaches the people who can't receive a message."""

from collections.abc import Iterator

from omnicontent.channels.content import Issue
from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Story
from omnicontent.phrases import phrase as _


def check_fallback(spec: ChannelSpec, story: Story) -> Iterator[Issue]:
    """Yield a warning where a story goes to a channel, but not to what it falls back to."""
    # The registry loads channels, which load this module: at its top the import would be a circle.
    from omnicontent.channels.registry import all_channels

    if spec.slug not in story.channels or spec.fallback in story.channels:
        return
    if fallback := all_channels().get(spec.fallback):
        yield Issue.of(
            "no_fallback",
            _(
                "%(channel)s can't be received by everybody; tick %(other)s, which says the same.",
                channel=spec.spoken,
                other=fallback.spec.spoken,
            ),
            severity="warning",
            field="channels",
        )
