"""A small channel that carries articles, as a third party may write one."""

from typing import override

from omnicontent.channels.article_channels import ArticleChannel, article_spec
from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel
from tests.channels.sound_channel import SPEC


class SoundArticleChannel(ArticleChannel, PostChannel):
    spec = article_spec(slug="sound", network="sound", name="Sound", parts=SPEC.parts)

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return {"html": self.html(content, with_hero=True)}
