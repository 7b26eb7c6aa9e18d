"""Feed: the campaign as one item of RSS 2.0, Atom and JSON Feed 1.1, all three in one payload.

https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287,
https://www.jsonfeed.org/version/1.1/. ``rss`` and ``atom`` are XML documents, ``json_feed`` is an
object; each is a whole feed. The publisher serves them, or merges the items of several campaigns,
and adds the feed's own address (``rel="self"``, ``feed_url``), which only it knows. Pictures and
films are ``media:content`` in RSS: an ``enclosure`` needs their bytes, unknown before encoding.

An item's id stays the same when its page moves. Without any date there is no Atom: it must say
when it was changed. Templates and no feed library: feedgen dates feeds by the clock.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import override
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

from omnicontent.channels.article_markup import article_html
from omnicontent.channels.articles import (
    IMAGES,
    Article,
    article_files,
    article_media,
    article_of,
    check_addresses,
    hero_picture,
    item_id,
    media_type_of,
    size_of,
    split_tags,
    tag_pieces,
)
from omnicontent.channels.common_parts import alt_part
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.families import TextChannel
from omnicontent.channels.page_media import FILM
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.sheets import key_message_pieces, text_direction
from omnicontent.channels.spec import ChannelSpec, Part
from omnicontent.channels.story import Story
from omnicontent.channels.templates import render_template
from omnicontent.channels.wording import headline_piece
from omnicontent.message.facts import FACT_KINDS
from omnicontent.text.fitting import Piece
from omnicontent.text.markup import text_with_links, xml_text

RSS = "https://www.rssboard.org/rss-specification"
ATOM = "https://www.rfc-editor.org/rfc/rfc4287"
JSON_FEED = "https://www.jsonfeed.org/version/1.1/"
CONTENT_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM_CONTENT = "{http://www.w3.org/2005/Atom}content"


class FeedChannel(TextChannel):
    """An item for feed readers."""

    spec = ChannelSpec(
        slug="feed",
        network="feed",
        name="Feed",
        media_type="application/json",
        parts=(
            Part(name="title", label="title", required=True),
            Part(name="summary", label="summary", required=True),
            Part(name="tags", label="tags", help_text="Parted by commas."),
            alt_part(),
        ),
        images=IMAGES,
        videos=(FILM,),
        must=frozenset(FACT_KINDS),
        docs=(RSS, ATOM, JSON_FEED),
    )
    medium = "feed"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "title":
            return [headline_piece(story, must=True)]
        return tag_pieces(story) if part.name == "tags" else key_message_pieces(story)

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        return article_media(self.spec, story)

    @override
    def data(self, story: Story) -> dict[str, object]:
        article = article_of(story, self.link(story), self.spec.network, self.medium)
        return {"article": article.model_dump(), "lead": story.key_message}

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        article = Article.model_validate(content.data["article"])
        issues = [*super().validate(content, story), *check_addresses(self.spec, article, content)]
        if not article.updated:
            issues.append(
                Issue(
                    code="missing_date",
                    message="There is no Atom feed without a date: publish the campaign, "
                    "set published_at, or say when the offer starts.",
                    severity="warning",
                    field="facts.period.start",
                )
            )
        return issues

    @override
    def render(self, content: Content) -> Rendered:
        item = _item(content)
        documents: dict[str, object] = {
            "rss": _xml("rss", item, content.locale),
            "json_feed": _json_feed(content, item),
        }
        if item["updated"]:
            documents["atom"] = _xml("atom", item, content.locale)
        return json_payload(documents)

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Read the three documents as readers do: their markup decoded."""
        payload = json.loads(rendered.body)
        (item,) = payload["json_feed"]["items"]
        markup = [item["content_html"]]
        for name, tag in (("rss", CONTENT_ENCODED), ("atom", ATOM_CONTENT)):
            if name in payload:
                feed = fromstring(payload[name])  # noqa: S314 - our own document
                markup += [found.text or "" for found in feed.iter(tag)]
        words = [item["title"], item["summary"], *item.get("tags", ())]
        return "\n".join([*words, *(text_with_links(html) for html in markup)])


def _item(content: Content) -> dict[str, object]:
    """Return what all three documents say, free of characters that XML can't hold."""
    article = Article.model_validate(content.data["article"])
    html = article_html(content, article, str(content.data["lead"]), with_hero=True)
    if text_direction(content.locale) == "rtl":  # only Atom says the language of an item
        html = f'<div dir="rtl">{html}</div>'
    return {
        **{name: xml_text(text.strip()) for name, text in content.parts.items()},
        **article.model_dump(include={"id", "link", "published", "updated"}),
        "feed_id": item_id("feed", article.id),
        "tags": [xml_text(tag) for tag in split_tags(content.parts["tags"])],
        "site": _site(article.sheet.url or article.link),
        "name": xml_text(article.sheet.brand.name),
        "language": content.locale,
        "rfc_822": {name: _rfc_822(getattr(article, name)) for name in ("published", "updated")},
        "html": xml_text(html),
        "summary_html": escape(xml_text(content.parts["summary"].strip())),
        "image": hero.url if (hero := hero_picture(content)) else "",
        "files": [_file(use) for use in article_files(content)],
    }


def _file(use: MediaUse) -> dict[str, object]:
    width, height = size_of(use)
    media_type = media_type_of(use)
    return {
        "url": use.url,
        "type": media_type,
        "medium": media_type.partition("/")[0],
        "width": width,
        "height": height,
        "title": xml_text(use.alt),
    }


def _xml(name: str, item: dict[str, object], locale: str) -> str:
    return render_template(f"channels_out/feed/{name}.xml", item, locale).strip() + "\n"


def _json_feed(content: Content, item: dict[str, object]) -> dict[str, object]:
    files = [_file(use) for use in article_files(content)]
    entry = {
        "id": item["id"],
        "url": item["link"],
        "title": item["title"],
        "summary": item["summary"],
        "content_html": item["html"],
        "image": item["image"],
        "date_published": item["published"],
        "date_modified": item["updated"],
        "tags": item["tags"],
        "language": item["language"],
        "attachments": [
            {"url": file["url"], "mime_type": file["type"], "title": file["title"]}
            for file in files
        ],
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": item["name"],
        "home_page_url": item["site"],
        "language": item["language"],
        "authors": [{"name": item["name"]}],
    }
    return _present(feed) | {"items": [_present(entry)]}


def _present(fields: dict[str, object]) -> dict[str, object]:
    """Leave out what the story does not say: an empty address or date is no address or date."""
    return {name: value for name, value in fields.items() if value}


def _rfc_822(moment: str) -> str:
    return format_datetime(datetime.fromisoformat(moment)) if moment else ""


def _site(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/" if address else ""


channel = FeedChannel()
