"""The default checks of a content: limits, required parts, alt texts, facts carried."""

from typing import TYPE_CHECKING

from omnicontent.channels.content import Content, Issue
from omnicontent.channels.story import Story

if TYPE_CHECKING:
    from omnicontent.channels.channel import Channel


def check_content(channel: "Channel", content: Content, story: Story) -> list[Issue]:
    """Return every issue of ``content`` against its channel's spec and the story's facts."""
    raise NotImplementedError
