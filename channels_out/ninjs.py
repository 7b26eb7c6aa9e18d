"""ninjs 3.1: the campaign as a news item for newsrooms and content systems.

https://www.iptc.org/std/ninjs/ and https://github.com/iptc/newsinjson. The publisher sends the
object as it stands. ``expires`` is the end of the offer. The legal line says on what terms the
offer holds, not who may print the text: it is in the bodies and in no field of rights.
"""

import json
from collections.abc import Sequence
from typing import override

from omnicontent.channels import news_items
from omnicontent.channels.article_channels import ArticleChannel, article_spec
from omnicontent.channels.articles import all_sizes, item_id, split_tags, tag_pieces
from omnicontent.channels.common_parts import alt_part
from omnicontent.channels.content import Content, MediaUse, Rendered
from omnicontent.channels.payloads import filled
from omnicontent.channels.sheets import key_message_pieces
from omnicontent.channels.spec import Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import headline_piece
from omnicontent.text.fitting import Piece

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}


class NinjsChannel(ArticleChannel):
    """A news item in JSON."""

    spec = article_spec(
        slug="ninjs",
        network="ninjs",
        name="News item (ninjs)",
        parts=(
            Part(name="headline", label="headline", required=True),
            Part(name="description", label="description", required=True),
            Part(name="subjects", label="subjects", help_text="Parted by commas."),
            alt_part(),
        ),
        docs=("https://www.iptc.org/std/ninjs/", "https://github.com/iptc/newsinjson"),
    )
    medium = "news"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "headline":
            return [headline_piece(story, must=True)]
        return tag_pieces(story) if part.name == "subjects" else key_message_pieces(story)

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        return all_sizes(self.spec, story)

    @override
    def data(self, story: Story) -> dict[str, object]:
        place, contact = story.facts.place, story.facts.contact
        return super().data(story) | {
            "place": place and place.model_dump(mode="json"),
            "contact": contact and contact.model_dump(),
        }

    @override
    def payload(self, content: Content) -> dict[str, object]:
        article = self.article(content)
        brand = article.sheet.brand.name
        source: dict[str, object] = {"name": brand, "role": "originator"}
        source |= filled(contactInfo=news_items.contact_info(content.data.get("contact")))
        return filled(
            standard=STANDARD,
            uri=item_id(self.spec.slug, article.id),
            type="text",
            representationType="full",
            pubStatus="usable",
            language=content.locale,
            by=brand,
            infoSources=[source],
            headlines=[news_items.short_text(content.parts["headline"], "main")],
            descriptions=[news_items.short_text(content.parts["description"], "summary")],
            bodies=news_items.bodies(self.html(content)),
            subjects=news_items.subjects(split_tags(content.parts["subjects"])),
            places=news_items.places(content.data["place"]),
            altIds=[{"role": "webpage", "value": article.link}] if article.link else [],
            associations=list(news_items.associations(content)),
            firstCreated=article.published,
            contentCreated=article.published,
            versionCreated=article.updated,
            expires=article.ends,
        )

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return news_items.news_words(json.loads(rendered.body))


channel = NinjsChannel()
