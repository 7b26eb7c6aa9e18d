"""YouTube: a wide film with title, description, tags and thumbnail, for videos.insert.

https://developers.google.com/youtube/v3/docs/videos
``snippet`` goes out as it stands; ``status`` is the publisher's to choose. The publisher uploads
``video``, then ``thumbnail`` by thumbnails.set and ``captions`` by captions.insert.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import override

from omnicontent.channels.content import Content, Issue
from omnicontent.channels.families import PostChannel
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.channels.wording import HASHTAG, headline_piece
from omnicontent.text.fitting import Piece
from omnicontent.text.plain import sentences
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
VIDEOS = "https://developers.google.com/youtube/v3/docs/videos"
UPLOAD = "https://developers.google.com/youtube/v3/docs/videos/insert"
THUMBNAILS = "https://support.google.com/youtube/answer/72431"
LENGTHS = "https://support.google.com/youtube/answer/71673"
ANGLES = str.maketrans("<>", "‹›")
"""YouTube refuses < and > in titles and descriptions."""


class YouTubeChannel(PostChannel):
    """A film on YouTube."""

    spec = ChannelSpec(
        slug="youtube",
        network="youtube",
        name="YouTube",
        media_type="application/json",
        parts=(
            Part(
                name="title",
                label="title",
                required=True,
                limits=(Limit(maximum=100, unit=Unit.CHARACTERS, source=VIDEOS, checked=CHECKED),),
            ),
            Part(
                name="description",
                label="description",
                required=True,
                limits=(
                    Limit(maximum=5000, unit=Unit.UTF8_BYTES, source=VIDEOS, checked=CHECKED),
                ),
            ),
            Part(
                name="tags",
                label="tags",
                help_text="Parted by commas.",
                limits=(
                    Limit(
                        maximum=500,
                        unit=Unit.CHARACTERS,
                        source=VIDEOS,
                        checked=CHECKED,
                        note="Commas count; a tag with a space counts two more, for quotes.",
                    ),
                ),
            ),
        ),
        images=(
            ImageSlot(
                name="thumbnail",
                width_px=1280,
                height_px=720,
                source="frame",
                limits=(
                    Limit(
                        maximum=2_097_152,
                        unit=Unit.BYTES,
                        source=THUMBNAILS,
                        checked=CHECKED,
                        note="The API takes 50 MB, the mobile app 2 MB.",
                    ),
                ),
            ),
        ),
        videos=(
            VideoSlot(
                name="video",
                width_px=1920,
                height_px=1080,
                seconds_max=900,
                required=True,
                limits=(
                    Limit(
                        maximum=900,
                        unit=Unit.SECONDS,
                        source=LENGTHS,
                        checked=CHECKED,
                        note="Of an account that is not verified; then 12 hours.",
                    ),
                    Limit(
                        maximum=274_877_906_944, unit=Unit.BYTES, source=UPLOAD, checked=CHECKED
                    ),
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        alt_required=False,  # the API takes no description for people who can't see the film
        docs=(VIDEOS, UPLOAD, THUMBNAILS, LENGTHS),
    )
    medium = "video"
    with_body = True

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "tags":
            return [Piece(tag, rank=HASHTAG, joint=",") for tag in story.hashtags]
        if part.name == "description":
            said = super().pieces(part, story)[1:]  # the headline is the title
            return [_without_angles(piece) for piece in said]
        title = headline_piece(story, must=True)
        others = (*title.shorter, *sentences(story.key_message))
        shorter = sorted((text for text in others if len(text) < len(title.text)), key=len)
        return [_without_angles(replace(title, shorter=tuple(reversed(shorter))))]

    @override
    def counted(self, part: str, text: str) -> str:
        if part != "tags":
            return text
        return ",".join(f'"{tag}"' if " " in tag else tag for tag in _tags(text))

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return super().validate(content, story) + [
            Issue(
                code="forbidden_characters",
                message=f"YouTube takes no < or > in the {name}: take them away.",
                part=name,
                field=f"overrides.{self.spec.slug}.{name}",
            )
            for name in ("title", "description")
            if set("<>") & set(content.parts[name])
        ]

    @override
    def payload(self, content: Content) -> dict[str, object]:
        video = content.media_in("video")[0]
        language = content.locale
        captions = [{"language": language, "vtt": video.captions}] if video.captions else []
        return {
            "snippet": {
                "title": content.parts["title"],
                "description": content.parts["description"],
                "tags": _tags(content.parts["tags"]),
                "defaultLanguage": language,
                "defaultAudioLanguage": language,
            },
            "video": {"url": video.url},
            "thumbnail": {"url": content.media_in("thumbnail")[0].url},
            "captions": captions,
        }


def _tags(text: str) -> list[str]:
    return [tag.strip() for tag in text.split(",") if tag.strip()]


def _without_angles(piece: Piece) -> Piece:
    shorter = tuple(text.translate(ANGLES) for text in piece.shorter)
    return replace(piece, text=piece.text.translate(ANGLES), shorter=shorter)


channel = YouTubeChannel()
