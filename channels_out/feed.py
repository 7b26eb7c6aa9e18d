"""Feed: the campaign as one item of RSS 2.0, Atom and JSON Feed 1.1, all three in one payload.

https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287,
https://www.jsonfeed.org/version/1.1/. ``rss`` and ``atom`` are XML documents, ``json_feed`` is an
object; each is a whole feed. The publisher serves them, or merges the items of several campaigns,
and adds the feed's own address (``rel="self"``, ``feed_url``), which only it knows.

An item's id stays the same when its page moves. Without any date there is no Atom: it must say
when it was changed.
"""

import json
from collections.abc import Sequence
from typing import override

from omnicontent.channels.article_channels import ArticleChannel, article_spec
from omnicontent.channels.articles import split_tags, tag_pieces
from omnicontent.channels.common_parts import alt_part
from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.sheets import key_message_pieces
from omnicontent.channels.spec import Part
from omnicontent.channels.story import Story
from omnicontent.channels.syndication import check_date, feed_documents, feed_item, feed_words
from omnicontent.channels.wording import headline_piece
from omnicontent.text.fitting import Piece

RSS = "https://www.rssboard.org/rss-specification"
ATOM = "https://www.rfc-editor.org/rfc/rfc4287"
JSON_FEED = "https://www.jsonfeed.org/version/1.1/"


class FeedChannel(ArticleChannel):
    """An item for feed readers."""

    spec = article_spec(
        slug="feed",
        network="feed",
        name="Feed",
        parts=(
            Part(name="title", label="title", required=True),
            Part(name="summary", label="summary", required=True),
            Part(name="tags", label="tags", help_text="Parted by commas."),
            alt_part(),
        ),
        docs=(RSS, ATOM, JSON_FEED),
    )
    medium = "feed"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "title":
            return [headline_piece(story, must=True)]
        return tag_pieces(story) if part.name == "tags" else key_message_pieces(story)

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [*super().validate(content, story), *check_date(self.article(content))]

    @override
    def payload(self, content: Content) -> dict[str, object]:
        item = feed_item(
            content,
            self.article(content),
            self.html(content, with_hero=True),
            title=content.parts["title"],
            summary=content.parts["summary"],
            tags=split_tags(content.parts["tags"]),
        )
        return feed_documents(item)

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return feed_words(json.loads(rendered.body))


channel = FeedChannel()
