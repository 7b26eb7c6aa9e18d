"""Surfaces that carry all of a story to readers elsewhere: feeds, news services, the fediverse."""

from typing import override

from omnicontent.channels.article_markup import article_html
from omnicontent.channels.articles import Article, article_media, article_of, check_addresses
from omnicontent.channels.content import Content, Issue, MediaUse
from omnicontent.channels.families import JsonChannel
from omnicontent.channels.story import Story


class ArticleChannel(JsonChannel):
    """A surface whose payload holds the story as an article.

    Its slots are :data:`omnicontent.channels.articles.IMAGES` and the film of a page.
    """

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
