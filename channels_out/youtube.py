"""YouTube: wide films and Shorts with title, description and tags, for videos.insert.

https://developers.google.com/youtube/v3/docs/videos
``snippet`` goes out as it stands; ``status`` is the publisher's to choose. The publisher uploads
``video``, then ``thumbnail`` by thumbnails.set and ``captions`` by captions.insert. A film of up
to three minutes that is no wider than high becomes a Short by itself, without a thumbnail.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.common_parts import hashtags_part, mentions_part
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.families import PostChannel
from omnicontent.channels.slots import vertical_film, wide_film
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import HASHTAG, title_piece
from omnicontent.text.fitting import Piece
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
VIDEOS = "https://developers.google.com/youtube/v3/docs/videos"
UPLOAD = "https://developers.google.com/youtube/v3/docs/videos/insert"
CAPTIONING = "https://developers.google.com/youtube/v3/docs/captions/insert"
THUMBNAILS = "https://support.google.com/youtube/answer/72431"
LENGTHS = "https://support.google.com/youtube/answer/71673"
TAGGING = "https://support.google.com/youtube/answer/6390658"
SHORTS = "https://support.google.com/youtube/answer/15424877"
ANGLES = str.maketrans("<>", "‹›")
"""YouTube refuses < and > in titles and descriptions."""

limit = partial(Limit, source=VIDEOS, checked=CHECKED)
PARTS = (
    Part(
        name="title",
        label="title",
        required=True,
        limits=(limit(maximum=100, unit=Unit.CHARACTERS),),
    ),
    Part(
        name="description",
        label="description",
        required=True,
        limits=(limit(maximum=5000, unit=Unit.UTF8_BYTES),),
    ),
    hashtags_part(
        "description",
        limit(
            maximum=60,
            unit=Unit.ITEMS,
            source=TAGGING,
            enforced=False,
            note="YouTube ignores all of them where there are more.",
        ),
    ),
    mentions_part("description"),
    Part(
        name="tags",
        label="tags",
        help_text="Parted by commas.",
        limits=(
            limit(
                maximum=500,
                unit=Unit.CHARACTERS,
                note="Commas count; a tag with a space counts two more, for quotes.",
            ),
        ),
    ),
)
FILE = limit(maximum=274_877_906_944, unit=Unit.BYTES, source=UPLOAD)
CAPTIONS = limit(maximum=104_857_600, unit=Unit.UTF8_BYTES, source=CAPTIONING)


class YouTubeChannel(PostChannel):
    """A film on YouTube."""

    spec = ChannelSpec(
        slug="youtube",
        network="youtube",
        name="YouTube",
        media_type="application/json",
        parts=PARTS,
        images=(
            ImageSlot(
                name="thumbnail",
                width_px=1280,
                height_px=720,
                source="frame",
                limits=(
                    limit(
                        maximum=2_097_152,
                        unit=Unit.BYTES,
                        source=THUMBNAILS,
                        note="The API takes 50 MB, the mobile app 2 MB.",
                    ),
                ),
            ),
        ),
        videos=(
            wide_film(
                900,
                limit(
                    maximum=900,
                    unit=Unit.SECONDS,
                    source=LENGTHS,
                    note="Of an account that is not verified; then 12 hours.",
                ),
                FILE,
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
        if part.name == "title":
            return [_without_angles(title_piece(story, must=True))]
        said = super().pieces(part, story)[1:]  # the headline is the title
        return [_without_angles(piece) for piece in said]

    @override
    def counted(self, part: str, text: str) -> str:
        if part != "tags":
            return text
        return ",".join(f'"{tag}"' if " " in tag else tag for tag in _tags(text))

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        issues = super().validate(content, story)
        issues += [
            Issue(
                code="forbidden_characters",
                message=f"YouTube takes no < or > in the {name}: take them away.",
                part=name,
                field=f"overrides.{self.spec.slug}.{name}",
            )
            for name in ("title", "description")
            if set("<>") & set(content.parts[name])
        ]
        captions = content.media_in("video")[0].captions
        if measure(captions, CAPTIONS.unit).count > CAPTIONS.maximum:
            message = "YouTube takes captions of 100 MB at most: choose a shorter file."
            field = "hero_video.captions"
            issues.append(Issue(code="too_long", message=message, part="video", field=field))
        return issues

    @override
    def payload(self, content: Content) -> dict[str, object]:
        video = content.media_in("video")[0]
        language = content.locale
        captions = [{"language": language, "vtt": video.captions}] if video.captions else []
        thumbnails = [{"url": use.url} for use in content.media_in("thumbnail")]
        payload: dict[str, object] = {
            "snippet": {
                "title": content.parts["title"],
                "description": content.parts["description"],
                "tags": _tags(content.parts["tags"]),
                "defaultLanguage": language,
                "defaultAudioLanguage": language,
            },
            "video": {"url": video.url},
            "captions": captions,
        }
        return payload | ({"thumbnail": thumbnails[0]} if thumbnails else {})


class YouTubeShortChannel(YouTubeChannel):
    """A Short on YouTube: the vertical film, up to three minutes."""

    spec = ChannelSpec(
        slug="youtube-short",
        network="youtube",
        name="YouTube Short",
        media_type="application/json",
        parts=PARTS,
        videos=(vertical_film(180, limit(maximum=180, unit=Unit.SECONDS, source=SHORTS), FILE),),
        must=YouTubeChannel.spec.must,
        alt_required=False,
        docs=(VIDEOS, UPLOAD, SHORTS),
    )
    with_body = False


def _tags(text: str) -> list[str]:
    return [tag.strip() for tag in text.split(",") if tag.strip()]


def _without_angles(piece: Piece) -> Piece:
    shorter = tuple(text.translate(ANGLES) for text in piece.shorter)
    return replace(piece, text=piece.text.translate(ANGLES), shorter=shorter)


channels = (YouTubeChannel(), YouTubeShortChannel())
