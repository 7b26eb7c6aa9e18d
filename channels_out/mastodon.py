"""Mastodon: a post with pictures or a film, behind a content warning where the editor writes one.

https://docs.joinmastodon.org/methods/statuses/#create
The payload holds the parameters of ``POST /api/v1/statuses``. The publisher uploads each of
``media`` by ``POST /api/v2/media``, whose parameters they are, and sends ``media_ids`` in place of
them. Every server sets limits of its own: put what ``GET /api/v2/instance`` answers into
``mastodon.json`` (see :mod:`omnicontent.channels.settings`). Without it Mastodon's defaults hold.
"""

from datetime import date
from functools import partial
from typing import override

from pydantic import BaseModel, PositiveInt

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.common_parts import alt_part, hashtags_part, mentions_part
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.settings import read_platform
from omnicontent.channels.slots import wide_film
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.text.fediverse import URL_LENGTH, countable
from omnicontent.text.fitting import Fitted
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
CODE = "https://github.com/mastodon/mastodon/blob/main/app"
STATUSES = "https://docs.joinmastodon.org/methods/statuses/"
INSTANCE = "https://docs.joinmastodon.org/entities/Instance/"
LENGTHS = f"{CODE}/validators/status_length_validator.rb"
ATTACHMENTS = f"{CODE}/models/media_attachment.rb"
WARNING = "spoiler_text"
FRAMES_MAX = 36_000


class Statuses(BaseModel):
    """What a server says about posts."""

    max_characters: PositiveInt = 500
    max_media_attachments: PositiveInt = 4
    characters_reserved_per_url: PositiveInt = URL_LENGTH


class MediaAttachments(BaseModel):
    """What a server says about files; older ones than 4.6 name no ``description_limit``."""

    description_limit: PositiveInt = 1_500
    image_size_limit: PositiveInt = 16_777_216
    image_matrix_limit: PositiveInt = 33_177_600
    video_size_limit: PositiveInt = 103_809_024
    video_matrix_limit: PositiveInt = 8_294_400
    video_frame_rate_limit: PositiveInt = 120


class Configuration(BaseModel):
    """What a server sets anew, with the defaults of Mastodon 4.7."""

    statuses: Statuses = Statuses()
    media_attachments: MediaAttachments = MediaAttachments(description_limit=10_000)


class Instance(BaseModel):
    """A server's answer."""

    configuration: Configuration = Configuration()


SERVER = Instance.model_validate(read_platform("mastodon")).configuration
FILES = SERVER.media_attachments
NOTE = "Mastodon's default; each server may set its own."

post = partial(
    Limit,
    maximum=SERVER.statuses.max_characters,
    unit=Unit.GRAPHEMES,
    source=LENGTHS,
    checked=CHECKED,
)
file = partial(Limit, source=ATTACHMENTS, checked=CHECKED, note=NOTE)
ALT = file(maximum=FILES.description_limit, unit=Unit.CODE_POINTS)
PICTURE = partial(
    ImageSlot,
    width_px=1600,
    height_px=900,
    required=False,
    limits=(
        file(maximum=FILES.image_size_limit - 1, unit=Unit.BYTES),
        file(maximum=FILES.image_matrix_limit, unit=Unit.PIXELS),
    ),
    alt_limit=ALT,
)


class MastodonChannel(FilmFirstChannel):
    """A post on Mastodon."""

    spec = ChannelSpec(
        slug="mastodon",
        network="mastodon",
        name="Mastodon",
        media_type="application/json",
        parts=(
            Part(
                name="text",
                label="post",
                required=True,
                limits=(
                    post(
                        together=(WARNING, "text"),
                        note=f"With the content warning. A link counts "
                        f"{SERVER.statuses.characters_reserved_per_url}, a mention without its "
                        "host. Each server may set its own numbers.",
                    ),
                ),
            ),
            Part(
                name=WARNING,
                label="content warning",
                limits=(post(note="Counts with the post."),),
                help_text="Readers see only this until they ask for the post.",
            ),
            hashtags_part("text"),
            mentions_part("text"),
            alt_part(ALT),
        ),
        images=(PICTURE(name="image"), PICTURE(name="pictures", source="body")),
        videos=(
            wide_film(
                FRAMES_MAX / 30,
                file(maximum=FRAMES_MAX / 30, unit=Unit.SECONDS),
                file(maximum=FILES.video_size_limit - 1, unit=Unit.BYTES),
                file(maximum=FILES.video_matrix_limit, unit=Unit.PIXELS),
                file(maximum=FILES.video_frame_rate_limit, unit=Unit.FRAMES_PER_SECOND),
                required=False,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(STATUSES, INSTANCE, LENGTHS, ATTACHMENTS),
    )

    @override
    def counted(self, part: str, text: str) -> str:
        reserved = SERVER.statuses.characters_reserved_per_url
        return countable(text, reserved) if part == "text" else text

    @override
    def fitted(self, part: Part, story: Story) -> Fitted:
        return Fitted("", (), ()) if part.name == WARNING else super().fitted(part, story)

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        return super().media(story, parts)[: SERVER.statuses.max_media_attachments]

    @override
    def payload(self, content: Content) -> dict[str, object]:
        payload: dict[str, object] = {
            "status": content.parts["text"],
            "language": content.locale.partition("-")[0],
            "visibility": "public",
        }
        if warning := content.parts[WARNING]:
            payload[WARNING] = warning
        files = [{"file": use.url, "description": use.alt} for use in content.media]
        return payload | ({"media": files} if files else {})


channel = MastodonChannel()
