"""Instagram: posts and carousels of the feed, reels, and stories, as the containers of its API.

https://developers.facebook.com/docs/instagram-platform/content-publishing
A payload holds the parameters of ``POST /{ig-user-id}/media``; Instagram fetches the files itself.
The publisher makes a container of each of a carousel's ``children`` and sends their ids in place
of them. ``first_comment`` goes to ``POST /{ig-media-id}/comments`` once the post is out.
``link_sticker`` is no parameter: whoever publishes a story places that sticker in the app. Links
in captions can't be tapped: the caption says the address in words, untracked.
"""

from dataclasses import replace
from datetime import date
from typing import override

from omnicontent.channels.albums import AlbumChannel
from omnicontent.channels.common_parts import (
    FIRST_COMMENT,
    alt_part,
    first_comment_part,
    hashtags_part,
    mentions_part,
)
from omnicontent.channels.containers import container
from omnicontent.channels.content import Content
from omnicontent.channels.drawn import WORDS, StickerChannel
from omnicontent.channels.families import PostChannel
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import album, picture, still, vertical_film
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.text.units import Unit

CHECKED, READ = date(2026, 11, 22), date(2026, 11, 27)
PLATFORM = "https://developers.facebook.com/docs/instagram-platform"
MEDIA = Source(f"{PLATFORM}/instagram-graph-api/reference/ig-user/media", CHECKED)
PUBLISHING = Source(f"{PLATFORM}/content-publishing", CHECKED)
CREATORS = Source("https://www.instagram.com/creators/", CHECKED)
SCHEDULERS = Source("https://docs.upload-post.com/resources/character-limits/", CHECKED)
OLD_API = Source("https://soporte.easypromosapp.com/hc/en-us/articles/207886446", CHECKED)
PRACTICE = "What schedulers send at most; no official page."
OLD_RULE = "A rule of Instagram's first API; the reference of today's names no such number."

# A reading of Meta's template for advertisements; posts have the same names and buttons.
ADS = Source("https://primores.org/wiki/marketing/meta-ad-placement-safe-zones/", CHECKED)
COVERED = ADS.safe_zone(top=269, bottom=672, left=65, right=65)

FOLDS = Source("https://socialswiss.tech/guides/social-media-character-limits", READ)
REEL_FOLDS = Source("https://lettercounter.org/blog/instagram-reels-caption-length", READ)
FOLD = FOLDS.advice(125, Unit.CHARACTERS)
REEL_FOLD = REEL_FOLDS.advice(55, Unit.CHARACTERS)
CAPTION = MEDIA.limit(2200, Unit.CHARACTERS)
TAGS = CREATORS.limit(
    5,
    Unit.ITEMS,
    note="Hashtags; announced 2025-12-19. The API reference still says 30.",
)
NAMES = MEDIA.limit(20, Unit.ITEMS, items="mentions")
COMMENT = (
    SCHEDULERS.limit(2196, Unit.CHARACTERS, note=PRACTICE),
    OLD_API.advice(300, Unit.CHARACTERS, note=OLD_RULE),
    OLD_API.advice(4, Unit.ITEMS, note=OLD_RULE),
    OLD_API.advice(1, Unit.ITEMS, items="links", note=OLD_RULE),
)
WORDS_OF_POST = Part(
    name="caption", label="caption", required=True, limits=(CAPTION, TAGS, NAMES), fold=FOLD
)
BESIDE_CAPTION = (
    hashtags_part("caption", TAGS),
    mentions_part("caption", NAMES),
    first_comment_part(*COMMENT),
)
ALT = SCHEDULERS.limit(1000, Unit.CHARACTERS, note=PRACTICE)
JPEG = MEDIA.limit(8_388_608, Unit.BYTES)
PICTURES = PUBLISHING.limit(
    10, Unit.ITEMS, items="pictures", note="Of a carousel through the API; the app takes 20."
)


class InstagramPostChannel(PostChannel):
    """What posts and reels have in common: the caption and the comment below it."""

    tracked = False
    short_links = True
    hashtags_max = 5
    with_body = True

    @override
    def payload(self, content: Content) -> dict[str, object]:
        comment = filled(message=content.parts[FIRST_COMMENT])
        return {"caption": content.parts["caption"]} | filled(first_comment=comment)


class InstagramFeedChannel(InstagramPostChannel, AlbumChannel):
    """A post in the feed of Instagram: one portrait picture, or a carousel of them."""

    spec = ChannelSpec(
        slug="instagram-feed",
        network="instagram",
        name="Instagram feed",
        parts=(WORDS_OF_POST, *BESIDE_CAPTION, alt_part(ALT)),
        # A carousel is cropped to the shape of its first picture.
        images=album(1080, 1350, JPEG, PICTURES, required=True, alt_limit=ALT),
        must=frozenset({"offer", "period", "promo_code"}),
        forms=("single", "carousel"),
        docs=(PUBLISHING.url, MEDIA.url, CREATORS.url),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        pictures = [{"image_url": use.url, "alt_text": use.alt} for use in content.media]
        return super().payload(content) | container(pictures)


class InstagramReelChannel(InstagramPostChannel):
    """A reel on Instagram: a vertical film with a caption."""

    spec = ChannelSpec(
        slug="instagram-reel",
        network="instagram",
        name="Instagram reel",
        parts=(replace(WORDS_OF_POST, fold=REEL_FOLD), *BESIDE_CAPTION),
        images=(still("cover", 1080, 1920, JPEG, safe_zone=COVERED),),
        videos=(
            vertical_film(
                90,
                MEDIA.limit(900, Unit.SECONDS, minimum=3),
                MEDIA.advice(
                    90, Unit.SECONDS, note="The Reels tab shows films of 5 to 90 seconds."
                ),
                MEDIA.limit(314_572_800, Unit.BYTES, note="Older copies of the page say 1 GB."),
                captions="drawn",
                safe_zone=COVERED,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code"}),
        alt_required=False,  # the API takes no alt text for reels
        docs=(PUBLISHING.url, MEDIA.url, CREATORS.url),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return super().payload(content) | {
            "media_type": "REELS",
            "video_url": content.media_in("video")[0].url,
            "cover_url": content.media_in("cover")[0].url,
            "share_to_feed": True,
        }


class InstagramStoryChannel(StickerChannel):
    """A story on Instagram, 24 hours on view."""

    spec = ChannelSpec(
        slug="instagram-story",
        network="instagram",
        name="Instagram story",
        parts=(WORDS,),
        images=(picture(1080, 1920, JPEG, words=True, safe_zone=COVERED),),
        videos=(
            vertical_film(
                60,
                MEDIA.limit(60, Unit.SECONDS, minimum=3),
                MEDIA.limit(104_857_600, Unit.BYTES),
                required=False,
                captions="drawn",
                safe_zone=COVERED,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        alt_required=False,  # the API takes no alt text for stories
        docs=(PUBLISHING.url, MEDIA.url),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        use = content.media[0]
        key = "video_url" if use.recipe.kind == "video" else "image_url"
        return {"media_type": "STORIES", key: use.url} | content.data


channels = (InstagramFeedChannel(), InstagramReelChannel(), InstagramStoryChannel())
