"""Mastodon: a post with pictures or a film, behind a content warning where the editor writes one.

https://docs.joinmastodon.org/methods/statuses/#create
The payload holds the parameters of ``POST /api/v1/statuses``. The publisher uploads each of
``media`` by ``POST /api/v2/media``, whose parameters they are, and sends ``media_ids`` in place of
them. Every server sets limits of its own: put what ``GET /api/v2/instance`` answers into
``mastodon.json`` (see :mod:`omnicontent.channels.settings`). Without it Mastodon's defaults hold.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import override

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.common_parts import alt_part, tag_parts
from omnicontent.channels.content import Content
from omnicontent.channels.fediverse_servers import read_server
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import album, wide_film
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.text.fediverse import countable
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
CODE = "https://github.com/mastodon/mastodon/blob/main/app"
STATUSES = "https://docs.joinmastodon.org/methods/statuses/"
INSTANCE = "https://docs.joinmastodon.org/entities/Instance/"
LENGTHS = Source(f"{CODE}/validators/status_length_validator.rb", CHECKED)
ATTACHMENTS = Source(f"{CODE}/models/media_attachment.rb", CHECKED)
SERVER = read_server("mastodon").configuration
POSTS, FILES = SERVER.statuses, SERVER.media_attachments
NOTE = "Mastodon's default; each server may set its own."
WARNING = "spoiler_text"
POST = LENGTHS.limit(
    POSTS.max_characters,
    Unit.GRAPHEMES,
    together=(WARNING, "text"),
    note=f"With the content warning. A link counts {POSTS.characters_reserved_per_url}, a mention "
    "without its host. Each server may set its own numbers.",
)
ALT = ATTACHMENTS.limit(FILES.description_limit, Unit.CODE_POINTS, note=NOTE)
PICTURE = (
    ATTACHMENTS.limit(FILES.image_size_limit - 1, Unit.BYTES, note=NOTE),
    ATTACHMENTS.limit(FILES.image_matrix_limit, Unit.PIXELS, note=NOTE),
    ATTACHMENTS.limit(POSTS.max_media_attachments, Unit.ITEMS, items="pictures", note=NOTE),
)
FILM = (
    ATTACHMENTS.limit(1200, Unit.SECONDS, note=NOTE),  # 36,000 frames at 30 a second
    ATTACHMENTS.limit(FILES.video_size_limit - 1, Unit.BYTES, note=NOTE),
    ATTACHMENTS.limit(FILES.video_matrix_limit, Unit.PIXELS, note=NOTE),
    ATTACHMENTS.limit(FILES.video_frame_rate_limit, Unit.FRAMES_PER_SECOND, note=NOTE),
)


class MastodonChannel(FilmFirstChannel):
    """A post on Mastodon."""

    spec = ChannelSpec(
        slug="mastodon",
        network="mastodon",
        name="Mastodon",
        parts=(
            Part(name="text", label="post", required=True, limits=(POST,)),
            Part(
                name=WARNING,
                label="content warning",
                limits=(replace(POST, together=(), note="Counts with the post."),),
                help_text="Readers see only this until they ask for the post.",
            ),
            *tag_parts("text"),
            alt_part(ALT),
        ),
        images=album(1600, 900, *PICTURE, alt_limit=ALT),
        videos=(wide_film(1200, *FILM, required=False, captions="drawn"),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(STATUSES, INSTANCE, LENGTHS.url, ATTACHMENTS.url),
    )

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        return [] if part.name == WARNING else super().pieces(part, story)

    @override
    def counted(self, part: str, text: str) -> str:
        return countable(text, POSTS.characters_reserved_per_url) if part == "text" else text

    @override
    def payload(self, content: Content) -> dict[str, object]:
        files = [{"file": use.url, "description": use.alt} for use in content.media]
        return {
            "status": content.parts["text"],
            "language": content.locale.partition("-")[0],
            "visibility": "public",
        } | filled(spoiler_text=content.parts[WARNING], media=files)


channel = MastodonChannel()
