"""Bluesky: a record of app.bsky.feed.post with facets, and pictures or a film.

https://github.com/bluesky-social/atproto/tree/main/lexicons/app/bsky
The publisher adds ``createdAt`` (a payload knows no clock), uploads each file named by ``url``
(and each ``vtt``) as a blob and puts the blob in its place. Links are shown short and lead, by
their facet, to the whole address. A mention needs the DID of its account: put those that you
mention into ``bluesky.json`` as ``{"handles": {"alice.example.com": "did:plc:..."}}`` (see
:mod:`omnicontent.channels.settings`). All other handles stay plain text.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import override

from pydantic import TypeAdapter

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.common_parts import alt_part, tag_parts
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.settings import read_platform
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.channels.wording import display_link, hashtag_pieces, link_of
from omnicontent.text.atproto import TAG_BYTES, TAG_GRAPHEMES, find_entities, is_tag
from omnicontent.text.entities import Entity, without_overlaps
from omnicontent.text.fitting import Piece
from omnicontent.text.links import find_links, same_target
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
LEXICONS = "https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky"
POST, FACET = f"{LEXICONS}/feed/post.json", f"{LEXICONS}/richtext/facet.json"
IMAGES, VIDEO = f"{LEXICONS}/embed/images.json", f"{LEXICONS}/embed/video.json"
APP = "https://github.com/bluesky-social/social-app/blob/main/src/lib/constants.ts"
TAGS_MAX = 8
CAPTIONS_BYTES = 20_000
KINDS = ("mention", "link", "hashtag", "cashtag")
HANDLES = TypeAdapter(dict[str, str]).validate_python(read_platform("bluesky").get("handles", {}))

limit = partial(Limit, source=POST, checked=CHECKED)
ALT = limit(maximum=2000, unit=Unit.GRAPHEMES, source=APP, enforced=False)


class BlueskyChannel(FilmFirstChannel):
    """A post on Bluesky."""

    spec = ChannelSpec(
        slug="bluesky",
        network="bluesky",
        name="Bluesky",
        media_type="application/json",
        parts=(
            Part(
                name="text",
                label="post",
                required=True,
                limits=(
                    limit(maximum=300, unit=Unit.GRAPHEMES),
                    limit(maximum=3000, unit=Unit.UTF8_BYTES),
                ),
            ),
            *tag_parts("text"),
            Part(
                name="tags",
                label="tags beside the post",
                limits=(
                    limit(
                        maximum=TAGS_MAX,
                        unit=Unit.ITEMS,
                        note=f"Each of {TAG_GRAPHEMES} graphemes and {TAG_BYTES} bytes at most.",
                    ),
                ),
                help_text="Readers find the post by them and don't see them. Parted by spaces.",
            ),
            alt_part(ALT),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1600,
                height_px=900,
                required=False,
                limits=(limit(maximum=2_000_000, unit=Unit.BYTES, source=IMAGES),),
                alt_limit=ALT,
            ),
        ),
        videos=(
            VideoSlot(
                name="video",
                width_px=1280,
                height_px=720,
                seconds_max=180,
                limits=(
                    limit(maximum=600, unit=Unit.SECONDS, source=APP),
                    limit(maximum=300_000_000, unit=Unit.BYTES, source=VIDEO),
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(POST, FACET, IMAGES, VIDEO),
    )

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name != "tags":
            return super().pieces(part, story)
        said = self.worded(self.spec.part("text"), story).text.split()
        others = hashtag_pieces(story, len(story.hashtags))
        return [piece for piece in others if piece.text not in said and _tags(piece.text)]

    @override
    def counted(self, part: str, text: str) -> str:
        return " ".join("#tag" for _word in text.split()) if part == "tags" else text

    @override
    def shown_link(self, story: Story) -> str:
        return display_link(link_of(story))

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [
            *super().validate(content, story),
            *_unknown_handles(content),
            *_long_tags(content),
            *_long_captions(content),
        ]

    @override
    def payload(self, content: Content) -> dict[str, object]:
        text = content.parts["text"]
        record: dict[str, object] = {
            "$type": "app.bsky.feed.post",
            "text": text,
            "langs": [content.locale],
        }
        if facets := [_facet(text, entity) for entity in _entities(text, content.links)]:
            record["facets"] = facets
        if tags := _tags(content.parts["tags"]):
            record["tags"] = tags[:TAGS_MAX]
        return record | ({"embed": _embed(content)} if content.media else {})


def _entities(text: str, links: tuple[str, ...]) -> list[Entity]:
    """Return the story's link, shown short, and what Bluesky itself finds around it.

    In Bluesky's own order: mentions, links, tags, cashtags.
    """
    own = [
        Entity("link", link.start, link.end, whole)
        for link in find_links(text)
        for whole in links
        if same_target(whole, link.url)
    ]
    found = [e for e in find_entities(text) if e.kind != "mention" or _did(e.value)]
    return sorted(without_overlaps([*own, *found]), key=lambda e: KINDS.index(e.kind))


def _facet(text: str, entity: Entity) -> dict[str, object]:
    before, covered = text[: entity.start].encode(), text[entity.start : entity.end].encode()
    kind, key, value = {
        "link": ("link", "uri", entity.value),
        "mention": ("mention", "did", _did(entity.value)),
        "hashtag": ("tag", "tag", entity.value),
        "cashtag": ("tag", "tag", entity.value),
    }[entity.kind]
    return {
        "index": {"byteStart": len(before), "byteEnd": len(before) + len(covered)},
        "features": [{"$type": f"app.bsky.richtext.facet#{kind}", key: value}],
    }


def _did(handle: str) -> str:
    return HANDLES.get(handle.lower(), "")


def _tags(words: str) -> list[str]:
    """Return the tags in a text, without their signs, that are short enough."""
    names = (word.lstrip("#\uff03") for word in words.split())
    return [name for name in dict.fromkeys(names) if name and is_tag(name)]


def _unknown_handles(content: Content) -> Iterator[Issue]:
    for entity in find_entities(content.parts["text"]):
        if entity.kind == "mention" and not _did(entity.value):
            yield Issue(
                code="unknown_handle",
                message=f"@{entity.value} stays plain text on Bluesky, as its DID is not known. "
                'Add it to bluesky.json under "handles".',
                severity="warning",
                part="text",
                field="overrides.bluesky.mentions",
            )


def _long_tags(content: Content) -> Iterator[Issue]:
    for word in content.parts["tags"].split():
        if not is_tag(word.lstrip("#\uff03")):
            yield Issue(
                code="too_long",
                message=f"The tag {word} is longer than the {TAG_GRAPHEMES} graphemes or "
                f"{TAG_BYTES} bytes that Bluesky takes. Choose a shorter one.",
                part="tags",
                field="overrides.bluesky.tags",
            )


def _long_captions(content: Content) -> Iterator[Issue]:
    if any(len(use.captions.encode()) > CAPTIONS_BYTES for use in content.media):
        yield Issue(
            code="too_long",
            message=f"Bluesky takes {CAPTIONS_BYTES:,} bytes of captions, and the film has more. "
            "Shorten its captions file.",
            part="video",
            field="hero_video.captions",
        )


def _embed(content: Content) -> dict[str, object]:
    shape = {"width": 16, "height": 9}
    if films := content.media_in("video"):
        film = films[0]
        language = content.locale.partition("-")[0]
        captions = [{"lang": language, "file": {"vtt": film.captions}}] if film.captions else []
        return {
            "$type": "app.bsky.embed.video",
            "video": {"url": film.url, "mimeType": "video/mp4"},
            "alt": film.alt,
            "aspectRatio": shape,
            "captions": captions,
        }
    images = [
        {
            "image": {"url": use.url, "mimeType": "image/jpeg"},
            "alt": use.alt,
            "aspectRatio": shape,
        }
        for use in content.media
    ]
    return {"$type": "app.bsky.embed.images", "images": images}


channel = BlueskyChannel()
