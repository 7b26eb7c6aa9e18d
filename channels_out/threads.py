"""Threads: a post with a picture, a carousel or a film, and one topic.

https://developers.facebook.com/documentation/threads/posts
The payload holds the parameters of ``POST /{threads-user-id}/threads``; Threads fetches the files
itself. The publisher makes containers of a carousel's ``children`` and sends their ids instead.
The topic is a parameter, so the text has no hashtags. A card counts among a post's links.
"""

from collections.abc import Sequence
from datetime import date
from typing import override

from omnicontent.channels.albums import AlbumChannel
from omnicontent.channels.common_parts import alt_part, mentions_part
from omnicontent.channels.containers import container
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.counting import fits_part, measure_part
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import album, vertical_film
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.text.emojis import weigh_emojis
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
DOCS = "https://developers.facebook.com/documentation/threads"
POSTS = Source(f"{DOCS}/posts", CHECKED)
PUBLISHING = Source(f"{DOCS}/reference/publishing", CHECKED)
CHANGES = Source(f"{DOCS}/changelog", CHECKED)
EMOJI = "An emoji counts its UTF-8 bytes, all else one. How sequences count is not documented."
LENGTH = POSTS.limit(500, Unit.CODE_POINTS, note=EMOJI)
LINKS = CHANGES.limit(5, Unit.ITEMS, items="links", note="Different addresses, since 2025-12-22.")
TAGS = POSTS.advice(1, Unit.ITEMS, note="A post has one topic; more hashtags stay plain words.")
TOPIC = POSTS.limit(
    50, Unit.CHARACTERS, note="Without periods and ampersands; read in a scheduler's reference."
)
NOT_IN_TOPICS = ".&"
ALT = PUBLISHING.limit(1000, Unit.CHARACTERS)
PICTURES = POSTS.limit(20, Unit.ITEMS, items="pictures")
SECONDS, BYTES = POSTS.limit(300, Unit.SECONDS), POSTS.limit(1_073_741_824, Unit.BYTES)
FRAMES = POSTS.limit(60, Unit.FRAMES_PER_SECOND, minimum=23)


class ThreadsChannel(AlbumChannel):
    """A post on Threads."""

    spec = ChannelSpec(
        slug="threads",
        network="threads",
        name="Threads",
        parts=(
            Part(name="text", label="post", required=True, limits=(LENGTH, LINKS, TAGS)),
            Part(
                name="topic_tag",
                label="topic",
                limits=(TOPIC,),
                refuses=NOT_IN_TOPICS,
                help_text="One topic, without periods and ampersands.",
            ),
            mentions_part("text"),
            alt_part(ALT),
        ),
        images=album(1080, 1350, POSTS.limit(8_388_608, Unit.BYTES), PICTURES, alt_limit=ALT),
        videos=(vertical_film(300, SECONDS, BYTES, FRAMES, required=False, captions="drawn"),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        forms=("single", "carousel"),
        docs=(POSTS.url, PUBLISHING.url, CHANGES.url),
    )
    hashtags_max = 0

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name != "topic_tag":
            return super().pieces(part, story)
        tags = [tag for tag in story.hashtags if not set(NOT_IN_TOPICS) & set(tag)]
        return [Piece(tag) for tag in tags if fits_part(self, part, tag)][:1]

    @override
    def counted(self, part: str, text: str) -> str:
        return weigh_emojis(text) if part == "text" else text

    @override
    def payload(self, content: Content) -> dict[str, object]:
        files = [_file(use) for use in content.media]
        text, topic = content.parts["text"], content.parts["topic_tag"].strip().lstrip("#\uff03")
        links = measure_part(self, "text", " ".join([text, *content.links]), LINKS)
        shown = "".join(content.links) if links.count <= LINKS.maximum else ""
        card = {"media_type": "TEXT"} | filled(link_attachment=shown)
        return {"text": text} | filled(topic_tag=topic) | (container(files) or card)


def _file(use: MediaUse) -> dict[str, object]:
    kind = "VIDEO" if use.recipe.kind == "video" else "IMAGE"
    return {"media_type": kind, f"{kind.lower()}_url": use.url, "alt_text": use.alt}


channel = ThreadsChannel()
