"""Notice boards that the message lock reads."""

from dataclasses import replace
from typing import override

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.story import Story
from tests.releases.channels import NoticeChannel


class Board(NoticeChannel):
    """A notice board with all default checks."""

    def __init__(self, slug: str, **rules: object) -> None:
        self.spec = replace(NoticeChannel.spec, slug=slug, name=slug.title(), **rules)

    @override
    def adapt(self, story: Story) -> Content:
        return super().adapt(story).model_copy(update={"channel": self.spec.slug})

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return Channel.validate(self, content, story)
