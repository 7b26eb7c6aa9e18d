"""YouTube: wide films and Shorts with title, description and tags, for videos.insert.

https://developers.google.com/youtube/v3/docs/videos
``snippet`` goes out as it stands; ``status`` is the publisher's to choose. The publisher uploads
``video``, then ``thumbnail`` by thumbnails.set and ``captions`` by captions.insert. A film of up
to three minutes that is no wider than high becomes a Short by itself, without a thumbnail.
"""

from collections.abc import Sequence
from datetime import date
from typing import override

from omnicontent.channels.articles import split_tags
from omnicontent.channels.common_parts import tag_parts
from omnicontent.channels.content import Content
from omnicontent.channels.payloads import caption_entries, filled
from omnicontent.channels.slots import still, vertical_film, wide_film
from omnicontent.channels.spec import ChannelSpec, Limit, Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.titled import TitledPostChannel
from omnicontent.channels.wording import HASHTAG
from omnicontent.text.fitting import Piece, reworded
from omnicontent.text.units import Unit

CHECKED, READ = date(2026, 11, 22), date(2026, 11, 27)
API = "https://developers.google.com/youtube/v3/docs"
VIDEOS = Source(f"{API}/videos", CHECKED)
UPLOAD = Source(f"{API}/videos/insert", CHECKED)
CAPTIONING = Source(f"{API}/captions/insert", CHECKED)
THUMBNAILS = Source("https://support.google.com/youtube/answer/72431", CHECKED)
LENGTHS = Source("https://support.google.com/youtube/answer/71673", CHECKED)
TAGGING = Source("https://support.google.com/youtube/answer/6390658", CHECKED)
SHORTS = Source("https://support.google.com/youtube/answer/15424877", CHECKED)

ADS = Source("https://support.google.com/google-ads/answer/13704860", CHECKED)
COVERED = ADS.safe_zone(top=288, bottom=672, left=48, right=192)

TITLE = VIDEOS.limit(100, Unit.CHARACTERS)
DESCRIPTION = VIDEOS.limit(5000, Unit.UTF8_BYTES)
FOLDS = Source("https://socialswiss.tech/guides/social-media-character-limits", READ)
FOLD = FOLDS.advice(157, Unit.CHARACTERS, note="Below the player; about three lines.")
HASHTAGS = TAGGING.advice(60, Unit.ITEMS, note="YouTube ignores all of them where there are more.")
TAGS = VIDEOS.limit(
    500,
    Unit.CHARACTERS,
    note="Commas count; a tag with a space counts two more, for quotes.",
)
THUMBNAIL = THUMBNAILS.limit(
    2_097_152, Unit.BYTES, note="The API takes 50 MB, the mobile app 2 MB."
)
LENGTH = LENGTHS.limit(
    900, Unit.SECONDS, note="Of an account that is not verified; then 12 hours."
)
FILE = UPLOAD.limit(274_877_906_944, Unit.BYTES)
CAPTIONS = CAPTIONING.limit(104_857_600, Unit.UTF8_BYTES)
PLAIN = str.maketrans("<>", "‹›")


def _parts(fold: Limit | None = None) -> tuple[Part, ...]:
    """Return what a film says; ``fold`` is that of its description."""
    return (
        Part(name="title", label="title", required=True, limits=(TITLE,), refuses="<>"),
        Part(
            name="description",
            label="description",
            required=True,
            limits=(DESCRIPTION,),
            refuses="<>",
            fold=fold,
        ),
        *tag_parts("description", HASHTAGS),
        Part(
            name="tags",
            label="tags",
            limits=(TAGS,),
            refuses="<>",
            help_text="Parted by commas.",
        ),
    )


class YouTubeChannel(TitledPostChannel):
    """A film on YouTube."""

    spec = ChannelSpec(
        slug="youtube",
        network="youtube",
        name="YouTube",
        parts=_parts(FOLD),
        images=(still("thumbnail", 1280, 720, THUMBNAIL),),
        videos=(wide_film(900, LENGTH, FILE, captions_limit=CAPTIONS),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        alt_required=False,  # the API takes no description for people who can't see the film
        docs=(VIDEOS.url, UPLOAD.url, THUMBNAILS.url, LENGTHS.url),
    )
    medium = "video"
    with_body = True

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        tags = [Piece(tag, rank=HASHTAG, joint=",") for tag in story.hashtags]
        said = tags if part.name == "tags" else super().pieces(part, story)
        return [reworded(piece, lambda text: text.translate(PLAIN)) for piece in said]

    @override
    def counted(self, part: str, text: str) -> str:
        if part != "tags":
            return text
        return ",".join(f'"{tag}"' if " " in tag else tag for tag in split_tags(text))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        (video,), language = content.media_in("video"), content.locale
        thumbnails = [{"url": use.url} for use in content.media_in("thumbnail")]
        return {
            "snippet": {
                "title": content.parts["title"],
                "description": content.parts["description"],
                "tags": split_tags(content.parts["tags"]),
                "defaultLanguage": language,
                "defaultAudioLanguage": language,
            },
            "video": {"url": video.url},
            "captions": caption_entries(video, language),
        } | filled(thumbnail=next(iter(thumbnails), None))


class YouTubeShortChannel(YouTubeChannel):
    """A Short on YouTube: the vertical film, up to three minutes."""

    spec = ChannelSpec(
        slug="youtube-short",
        network="youtube",
        name="YouTube Short",
        parts=_parts(),
        videos=(
            vertical_film(
                180,
                SHORTS.limit(180, Unit.SECONDS),
                FILE,
                captions_limit=CAPTIONS,
                safe_zone=COVERED,
            ),
        ),
        must=YouTubeChannel.spec.must,
        alt_required=False,
        docs=(VIDEOS.url, UPLOAD.url, SHORTS.url),
    )
    with_body = False


channels = (YouTubeChannel(), YouTubeShortChannel())
