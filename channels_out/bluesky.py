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
from typing import override

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.atproto_accounts import read_handles
from omnicontent.channels.common_parts import alt_part, tag_parts
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.issues import words_issue
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import film, picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.wording import hashtag_pieces
from omnicontent.phrases import phrase as _
from omnicontent.text.atproto import TAG_BYTES, TAG_GRAPHEMES, find_entities, is_tag
from omnicontent.text.atproto_facets import find_facets
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
LEXICONS = "https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky"
POST = Source(f"{LEXICONS}/feed/post.json", CHECKED)
FACET = f"{LEXICONS}/richtext/facet.json"
IMAGES = Source(f"{LEXICONS}/embed/images.json", CHECKED)
VIDEO = Source(f"{LEXICONS}/embed/video.json", CHECKED)
APP = Source(
    "https://github.com/bluesky-social/social-app/blob/main/src/lib/constants.ts", CHECKED
)
TEXT = (POST.limit(300, Unit.GRAPHEMES), POST.limit(3000, Unit.UTF8_BYTES))
TAGS_MAX = 8
TAGS = POST.limit(
    TAGS_MAX,
    Unit.ITEMS,
    note=f"Each of {TAG_GRAPHEMES} graphemes and {TAG_BYTES} bytes at most.",
)
ALT = APP.advice(2000, Unit.GRAPHEMES)
FILM = (APP.limit(600, Unit.SECONDS), VIDEO.limit(300_000_000, Unit.BYTES))
CAPTIONS = VIDEO.limit(20_000, Unit.UTF8_BYTES)
HANDLES = read_handles("bluesky")


class BlueskyChannel(FilmFirstChannel):
    """A post on Bluesky."""

    spec = ChannelSpec(
        slug="bluesky",
        network="bluesky",
        name="Bluesky",
        parts=(
            Part(name="text", label="post", required=True, limits=TEXT),
            *tag_parts("text"),
            Part(
                name="tags",
                label="tags beside the post",
                limits=(TAGS,),
                help_text="Readers find the post by them and don't see them. Parted by spaces.",
            ),
            alt_part(ALT),
        ),
        images=(picture(1600, 900, IMAGES.limit(2_000_000, Unit.BYTES), alt_limit=ALT),),
        videos=(film(1280, 720, 180, *FILM, required=False, captions_limit=CAPTIONS),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(POST.url, FACET, IMAGES.url, VIDEO.url),
    )
    short_links = True

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
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [*super().validate(content, story), *self._doubts(content)]

    def _doubts(self, content: Content) -> Iterator[Issue]:
        for entity in find_entities(content.parts["text"]):
            if entity.kind == "mention" and entity.value.lower() not in HANDLES:
                message = _(
                    "@%(name)s stays plain text on Bluesky, as its DID is not known. "
                    'Add it to bluesky.json under "handles".',
                    name=entity.value,
                )
                yield words_issue(self.spec, "mentions", "unknown_handle", message, "warning")
        for word in content.parts["tags"].split():
            if not is_tag(_name(word)):
                message = _(
                    "The tag %(tag)s is longer than the %(graphemes)s characters or %(bytes)s "
                    "bytes that Bluesky takes. Choose a shorter one.",
                    tag=word,
                    graphemes=TAG_GRAPHEMES,
                    bytes=TAG_BYTES,
                )
                yield words_issue(self.spec, "tags", "too_long", message)

    @override
    def payload(self, content: Content) -> dict[str, object]:
        text = content.parts["text"]
        return {
            "$type": "app.bsky.feed.post",
            "text": text,
            "langs": [content.locale],
        } | filled(
            facets=find_facets(text, content.links, HANDLES),
            tags=_tags(content.parts["tags"])[:TAGS_MAX],
            embed=_embed(content),
        )


def _name(word: str) -> str:
    return word.lstrip("#\uff03")


def _tags(words: str) -> list[str]:
    """Return the tags in a text, without their signs, that are short enough."""
    names = dict.fromkeys(map(_name, words.split()))
    return [name for name in names if name and is_tag(name)]


def _embed(content: Content) -> dict[str, object]:
    shape = {"width": 16, "height": 9}
    for use in content.media_in("video"):
        language = content.locale.partition("-")[0]
        captions = [{"lang": language, "file": {"vtt": use.captions}}] if use.captions else []
        return {
            "$type": "app.bsky.embed.video",
            "video": {"url": use.url, "mimeType": "video/mp4"},
            "alt": use.alt,
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
    return {"$type": "app.bsky.embed.images", "images": images} if images else {}


channel = BlueskyChannel()
