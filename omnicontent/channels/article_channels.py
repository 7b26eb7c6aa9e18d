"""Surfaces that carry all of a story to readers elsewhere: feeds, news services, the fediverse."""

from functools import partial
from typing import override

from omnicontent.channels.article_markup import article_html
from omnicontent.channels.articles import (
    IMAGES,
    Article,
    article_media,
    article_of,
    check_addresses,
)
from omnicontent.channels.content import Content, Issue, MediaUse
from omnicontent.channels.families import JsonChannel
from omnicontent.channels.page_media import FILM
from omnicontent.channels.spec import ChannelSpec
from omnicontent.channels.story import Story
from omnicontent.message.facts import FACT_KINDS

article_spec = partial(ChannelSpec, images=IMAGES, videos=(FILM,), must=frozenset(FACT_KINDS))
"""A :class:`ChannelSpec` with an article's slots, and every fact: there is room for all."""


class ArticleChannel(JsonChannel):
    """A surface whose payload holds the story as an article; its spec is :data:`article_spec`."""

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        return article_media(self.spec, story)

    @override
    def data(self, story: Story) -> dict[str, object]:
        article = article_of(story, self.link(story), self.spec.network, self.medium)
        return {"article": article.model_dump(), "lead": story.key_message}

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        article = self.article(content)
        return [*super().validate(content, story), *check_addresses(self.spec, article, content)]

    def article(self, content: Content) -> Article:
        """Return the article that :meth:`data` keeps."""
        return Article.model_validate(content.data["article"])

    def html(self, content: Content, *, with_hero: bool = False) -> str:
        """Return the whole article in HTML, without its headline."""
        lead = str(content.data["lead"])
        return article_html(content, self.article(content), lead, with_hero=with_hero)
