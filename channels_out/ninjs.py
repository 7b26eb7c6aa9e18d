"""ninjs 3.1: the campaign as a news item for newsrooms and content systems.

https://www.iptc.org/std/ninjs/ and https://github.com/iptc/newsinjson. The publisher sends the
object as it stands. ``expires`` is the end of the offer. The legal line says on what terms the
offer holds, not who may print the text: it is in the bodies and in no field of rights.
"""

import json
from collections.abc import Iterator, Sequence
from typing import override

from omnicontent.channels.article_markup import article_html
from omnicontent.channels.articles import (
    IMAGES,
    Article,
    all_sizes,
    article_of,
    check_addresses,
    item_id,
    media_type_of,
    on_the_web,
    size_of,
    split_tags,
    tag_pieces,
)
from omnicontent.channels.common_parts import alt_part
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.families import TextChannel
from omnicontent.channels.page_media import FILM
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.sheets import key_message_pieces
from omnicontent.channels.spec import ChannelSpec, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import headline_piece
from omnicontent.message.facts import FACT_KINDS
from omnicontent.text.fitting import Piece
from omnicontent.text.lengths import measure
from omnicontent.text.markup import text_with_links
from omnicontent.text.units import Unit

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"


class NinjsChannel(TextChannel):
    """A news item in JSON."""

    spec = ChannelSpec(
        slug="ninjs",
        network="ninjs",
        name="News item (ninjs)",
        media_type="application/json",
        parts=(
            Part(name="headline", label="headline", required=True),
            Part(name="description", label="description", required=True),
            Part(name="subjects", label="subjects", help_text="Parted by commas."),
            alt_part(),
        ),
        images=IMAGES,
        videos=(FILM,),
        must=frozenset(FACT_KINDS),
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
        article = article_of(story, self.link(story), self.spec.network, self.medium)
        place = story.facts.place
        return {
            "article": article.model_dump(),
            "lead": story.key_message,
            "place": place and place.model_dump(),
        }

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        article = Article.model_validate(content.data["article"])
        return [*super().validate(content, story), *check_addresses(self.spec, article, content)]

    @override
    def render(self, content: Content) -> Rendered:
        article = Article.model_validate(content.data["article"])
        html = article_html(content, article, str(content.data["lead"]), with_hero=False)
        moments = {
            "firstCreated": article.published,
            "versionCreated": article.updated,
            "contentCreated": article.published,
            "expires": article.ends,
        }
        item: dict[str, object] = {
            "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
            "uri": item_id(self.spec.slug, article.id),
            "type": "text",
            "representationType": "full",
            "pubStatus": "usable",
            "language": content.locale,
            "by": article.sheet.brand.name,
            "infoSources": [{"name": article.sheet.brand.name, "role": "originator"}],
            "headlines": [_words(content.parts["headline"], "main")],
            "descriptions": [_words(content.parts["description"], "summary")],
            "bodies": [_body(text_with_links(html), "text/plain"), _body(html, "text/html")],
            "subjects": [
                {"name": name, "rel": "about"} for name in split_tags(content.parts["subjects"])
            ],
            "places": _places(content.data["place"]),
            "altIds": [{"role": "webpage", "value": article.link}] if article.link else [],
            "associations": list(_associations(content)),
            **moments,
        }
        return json_payload({name: value for name, value in item.items() if value})

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Read headline, description and both bodies, markup decoded."""
        item = json.loads(rendered.body)
        plain, html = item["bodies"]
        words = [*item["headlines"], *item["descriptions"], plain]
        return "\n".join([*(one["value"] for one in words), text_with_links(html["value"])])


def _words(text: str, role: str) -> dict[str, object]:
    return {"role": role, "contentType": "text/plain", "value": text}


def _body(text: str, media_type: str) -> dict[str, object]:
    """Return a body with its counts, which leave markup out."""
    words = text_with_links(text) if media_type == "text/html" else text
    return {
        "role": "main",
        "contentType": media_type,
        "charCount": measure(words, Unit.CODE_POINTS).count,
        "wordCount": measure(words, Unit.WORDS).count,
        "value": text,
    }


def _places(place: object) -> list[dict[str, object]]:
    if not isinstance(place, dict):
        return []
    lines = [line for line in [place["address"]] if line]
    contact = [{"address": {"lines": lines}}] if lines else []
    found = {"name": place["name"], "rel": "mentions", "contactInfo": contact}
    return [{name: value for name, value in found.items() if value}]


def _associations(content: Content) -> Iterator[dict[str, object]]:
    """Yield each picture and film once, with a rendition for each of its sizes."""
    sources: dict[tuple[str, str], list[MediaUse]] = {}
    for use in on_the_web(content.media):
        kind = "video" if use.slot == FILM.name else "picture"
        sources.setdefault((kind, use.source_digest), []).append(use)
    for number, ((kind, digest), uses) in enumerate(sources.items()):
        alt = uses[0].alt
        yield {
            "name": f"{kind}-{number + 1}",
            "rel": "illustrates",
            "uri": item_id(kind, digest),
            "type": kind,
            "language": content.locale,
            **({"descriptions": [_words(alt, "altText")]} if alt else {}),
            "renditions": [_rendition(use) for use in sorted(uses, key=size_of, reverse=True)],
        }


def _rendition(use: MediaUse) -> dict[str, object]:
    width, height = size_of(use)
    return {
        "name": f"{width}x{height}",
        "href": use.url,
        "contentType": media_type_of(use),
        "width": width,
        "height": height,
    }


channel = NinjsChannel()
