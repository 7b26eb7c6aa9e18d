"""Bluesky: a record of app.bsky.feed.post with facets, and pictures or a film.

https://github.com/bluesky-social/atproto/tree/main/lexicons/app/bsky
The publisher adds ``createdAt`` (a payload knows no clock), uploads each file named by ``url``
(and each ``vtt``) as a blob and puts the blob in its place. Links are shown short and lead, by
their facet, to the whole address.
"""

from collections.abc import Iterator
from datetime import date
from typing import override

from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.families import PostChannel
from omnicontent.channels.media_uses import film_or_pictures
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.channels.wording import display_link, link_of
from omnicontent.text.entities import find_hashtags
from omnicontent.text.lengths import measure
from omnicontent.text.links import find_links, same_target
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
LEXICONS = "https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky"
POST, FACET = f"{LEXICONS}/feed/post.json", f"{LEXICONS}/richtext/facet.json"
IMAGES, VIDEO = f"{LEXICONS}/embed/images.json", f"{LEXICONS}/embed/video.json"
APP = "https://github.com/bluesky-social/social-app/blob/main/src/lib/constants.ts"
TAG_GRAPHEMES = 64


class BlueskyChannel(PostChannel):
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
                    Limit(maximum=300, unit=Unit.GRAPHEMES, source=POST, checked=CHECKED),
                    Limit(maximum=3000, unit=Unit.UTF8_BYTES, source=POST, checked=CHECKED),
                ),
            ),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1600,
                height_px=900,
                required=False,
                limits=(
                    Limit(maximum=2_000_000, unit=Unit.BYTES, source=IMAGES, checked=CHECKED),
                ),
                alt_limit=Limit(
                    maximum=2000,
                    unit=Unit.GRAPHEMES,
                    source=APP,
                    checked=CHECKED,
                    enforced=False,
                ),
            ),
        ),
        videos=(
            VideoSlot(
                name="video",
                width_px=1280,
                height_px=720,
                seconds_max=180,
                limits=(
                    Limit(maximum=600, unit=Unit.SECONDS, source=APP, checked=CHECKED),
                    Limit(maximum=300_000_000, unit=Unit.BYTES, source=VIDEO, checked=CHECKED),
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(POST, FACET, IMAGES, VIDEO),
    )

    @override
    def shown_link(self, story: Story) -> str:
        return display_link(link_of(story))

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        return film_or_pictures(super().media(story, parts))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        text = content.parts["text"]
        record: dict[str, object] = {
            "$type": "app.bsky.feed.post",
            "text": text,
            "langs": [content.locale],
        }
        if facets := list(_facets(text, content.links)):
            record["facets"] = facets
        return record | ({"embed": _embed(content)} if content.media else {})


def _facets(text: str, links: tuple[str, ...]) -> Iterator[dict[str, object]]:
    """Yield links, then hashtags outside them, by their UTF-8 bytes."""
    taken: set[int] = set()
    for link in find_links(text):
        whole = next((url for url in links if same_target(url, link.url)), link.url)
        if whole.startswith(("http://", "https://")):
            taken.update(range(link.start, link.end))
            yield _facet(text, link.start, link.end, "link", uri=whole)
    for tag in find_hashtags(text):
        short = measure(tag.value, Unit.GRAPHEMES).count <= TAG_GRAPHEMES
        if short and taken.isdisjoint(range(tag.start, tag.end)):
            yield _facet(text, tag.start, tag.end, "tag", tag=tag.value)


def _facet(text: str, start: int, end: int, kind: str, **value: str) -> dict[str, object]:
    start_byte = len(text[:start].encode())
    return {
        "index": {"byteStart": start_byte, "byteEnd": start_byte + len(text[start:end].encode())},
        "features": [{"$type": f"app.bsky.richtext.facet#{kind}", **value}],
    }


def _embed(content: Content) -> dict[str, object]:
    if films := content.media_in("video"):
        film = films[0]
        language = content.locale.partition("-")[0]
        captions = [{"lang": language, "file": {"vtt": film.captions}}] if film.captions else []
        return {
            "$type": "app.bsky.embed.video",
            "video": {"url": film.url, "mimeType": "video/mp4"},
            "alt": film.alt,
            "aspectRatio": {"width": 16, "height": 9},
            "captions": captions,
        }
    images = [
        {
            "image": {"url": use.url, "mimeType": "image/jpeg"},
            "alt": use.alt,
            "aspectRatio": {"width": 16, "height": 9},
        }
        for use in content.media
    ]
    return {"$type": "app.bsky.embed.images", "images": images}


channel = BlueskyChannel()
