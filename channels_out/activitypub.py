"""ActivityPub: an Article for the fediverse, with a Note as its preview, in ActivityStreams 2.0.

https://www.w3.org/TR/activitystreams-vocabulary/, https://www.w3.org/TR/activitypub/,
https://docs.joinmastodon.org/spec/activitypub/. Readers of long texts show the Article; a
publisher whose followers read short posts sends its ``preview``, the Note, as the object instead
(https://codeberg.org/fediverse/fep, FEP-b2b8). Both are valid as they stand. The publisher puts
its own addresses in place of both ``id``, its actor in place of ``attributedTo``, and adds ``to``.

Hashtags lead to the server that ``mastodon.json`` among the platforms' files names, or else to
the campaign's page. ``summary`` is a content warning and there only where an editor wrote one.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import override
from urllib.parse import quote

from omnicontent.channels.article_markup import article_html
from omnicontent.channels.articles import (
    IMAGES,
    Article,
    article_files,
    article_media,
    article_of,
    check_addresses,
    item_id,
    media_type_of,
    size_of,
)
from omnicontent.channels.common_parts import alt_part, hashtags_part, mentions_part
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.page_media import FILM
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.settings import read_platform
from omnicontent.channels.spec import ChannelSpec, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import headline_piece
from omnicontent.message.facts import FACT_KINDS
from omnicontent.text.fediverse import countable
from omnicontent.text.fediverse_html import find_post_hashtags, post_html
from omnicontent.text.fitting import Piece
from omnicontent.text.markup import safe_markup, text_with_links
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
MASTODON = "https://docs.joinmastodon.org/spec/activitypub/"
POSTS = "https://github.com/mastodon/mastodon/blob/main/app/validators/status_length_validator.rb"
ALTS = "https://docs.joinmastodon.org/spec/activitypub/#properties-used"
CONTEXT = [
    "https://www.w3.org/ns/activitystreams",
    {"Hashtag": "as:Hashtag", "sensitive": "as:sensitive"},
]


class ActivityPubChannel(PostChannel):
    """An Article and a Note."""

    spec = ChannelSpec(
        slug="activitypub",
        network="fediverse",
        name="ActivityPub",
        media_type="application/activity+json",
        parts=(
            Part(name="headline", label="headline", required=True),
            Part(
                name="note",
                label="note",
                required=True,
                fit_to_advice=True,
                limits=(
                    Limit(
                        maximum=500,
                        unit=Unit.GRAPHEMES,
                        source=POSTS,
                        checked=CHECKED,
                        enforced=False,
                        note="What Mastodon lets its own people write; it shows longer ones too.",
                    ),
                ),
            ),
            hashtags_part("note"),
            mentions_part("note"),
            Part(
                name="content_warning",
                label="content warning",
                help_text="Hides the text behind these words; leave it empty for none.",
            ),
            alt_part(
                Limit(
                    maximum=10_000,
                    unit=Unit.CODE_POINTS,
                    source=ALTS,
                    checked=CHECKED,
                    enforced=False,
                    note="Mastodon cuts what is longer; older servers at 1,500.",
                )
            ),
        ),
        images=IMAGES,
        videos=(FILM,),
        must=frozenset(FACT_KINDS),
        docs=(
            "https://www.w3.org/TR/activitystreams-vocabulary/",
            "https://www.w3.org/TR/activitypub/",
            MASTODON,
        ),
    )

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "headline":
            return [headline_piece(story, must=True)]
        return super().pieces(part, story) if part.name == "note" else []

    @override
    def counted(self, part: str, text: str) -> str:
        """Count links and mentions as Mastodon does."""
        return countable(text) if part == "note" else text

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
        return [*super().validate(content, story), *check_addresses(self.spec, article, content)]

    @override
    def render(self, content: Content) -> Rendered:
        return json_payload(self.payload(content), self.spec.media_type)

    @override
    def payload(self, content: Content) -> dict[str, object]:
        article = Article.model_validate(content.data["article"])
        html = article_html(content, article, str(content.data["lead"]), with_hero=False)
        note = post_html(content.parts["note"], lambda tag: _tag_address(tag, article))
        shared = _shared(content, article)
        files = [_attachment(use) for use in article_files(content)]
        pictures = [file for file in files if file["type"] == "Image"]
        name = content.parts["headline"]
        return {
            "@context": CONTEXT,
            "type": "Article",
            "id": item_id("Article", article.id),
            "name": name,
            "nameMap": {content.locale: name},
            **_told(safe_markup(html), content.locale),
            **shared,
            **({"image": pictures[0]} if pictures else {}),
            "attachment": files,
            "preview": {
                "type": "Note",
                "id": item_id("Note", article.id),
                **_told(note, content.locale),
                **shared,
                "attachment": files,
            },
        }

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Read the words of both objects, markup decoded."""
        article = json.loads(rendered.body)
        note = article["preview"]
        words = [article["name"], article.get("summary", "")]
        return "\n".join([*words, *(text_with_links(one["content"]) for one in (article, note))])


def _told(html: str, locale: str) -> dict[str, object]:
    return {"mediaType": "text/html", "content": html, "contentMap": {locale: html}}


def _shared(content: Content, article: Article) -> dict[str, object]:
    """Return what Article and Note say alike."""
    warning = content.parts["content_warning"].strip()
    brand = article.sheet.brand
    maker = {"type": "Organization", "name": brand.name}
    tags = [_hashtag(tag, article) for tag in find_post_hashtags(content.parts["note"])]
    said = {
        "attributedTo": maker,
        "url": article.sheet.url or article.link,
        "published": article.published,
        "updated": article.updated if article.updated != article.published else "",
        "endTime": article.ends,
        "summary": warning,
        "tag": tags,
    }
    return {name: value for name, value in said.items() if value} | {"sensitive": bool(warning)}


def _hashtag(tag: str, article: Article) -> dict[str, object]:
    address = _tag_address(tag, article)
    named: dict[str, object] = {"type": "Hashtag", "name": f"#{tag}"}
    return named | ({"href": address} if address else {})


def _tag_address(tag: str, article: Article) -> str:
    """Return where a hashtag leads, "" where no server is known and the campaign has no page."""
    if server := read_platform("mastodon").get("domain"):
        return f"https://{server}/tags/{quote(tag)}"
    return article.sheet.url


def _attachment(use: MediaUse) -> dict[str, object]:
    width, height = size_of(use)
    media_type = media_type_of(use)
    file: dict[str, object] = {
        "type": "Video" if media_type.startswith("video/") else "Image",
        "mediaType": media_type,
        "url": use.url,
        "width": width,
        "height": height,
    }
    return file | ({"name": use.alt} if use.alt else {})


channel = ActivityPubChannel()
