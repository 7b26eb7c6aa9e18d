"""A small channel that carries articles, as a third party may write one."""

from dataclasses import replace
from typing import override

from omnicontent.channels.article_channels import ArticleChannel
from omnicontent.channels.articles import IMAGES
from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel
from omnicontent.channels.page_media import FILM
from tests.channels.sound_channel import SPEC


class SoundArticleChannel(ArticleChannel, PostChannel):
    spec = replace(SPEC, images=IMAGES, videos=(FILM,))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return {"html": self.html(content, with_hero=True)}
