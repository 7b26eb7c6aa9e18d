"""Facebook: posts, stories and reels of a Page, as the Graph API takes them.

https://developers.facebook.com/docs/pages-api/posts
Pictures and films of ``feed`` and ``videos`` are fetched by Facebook; for stories and reels the
publisher starts an upload session first. It uploads each of ``attached_media`` unpublished and
sends ``media_fbid`` in its place, as ``photo_id`` for a story. ``edge`` names where the payload
goes. ``captions`` go to ``/{video-id}/captions`` as SubRip, ``first_comment`` to
``/{post-id}/comments``. Nothing places a ``link_sticker`` but a person in the app.
"""

from datetime import date
from typing import override

from omnicontent.channels.albums import AlbumChannel
from omnicontent.channels.common_parts import (
    FIRST_COMMENT,
    alt_part,
    first_comment_part,
    tag_parts,
)
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.drawn import WORDS, StickerChannel
from omnicontent.channels.payloads import caption_entries, filled
from omnicontent.channels.slots import album, picture, vertical_film, wide_film
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.titled import TitledPostChannel
from omnicontent.text.units import Unit

CHECKED, READ = date(2026, 11, 22), date(2026, 11, 27)
POSTS = "https://developers.facebook.com/docs/pages-api/posts"
PHOTOS = Source("https://developers.facebook.com/docs/graph-api/reference/page/photos", CHECKED)
VIDEOS = Source("https://developers.facebook.com/docs/video-api/guides/publishing", CHECKED)
REELS = Source("https://developers.facebook.com/docs/video-api/guides/reels-publishing", CHECKED)
STORIES = Source("https://developers.facebook.com/docs/page-stories-api", CHECKED)
SCHEDULERS = Source("https://docs.upload-post.com/resources/character-limits/", CHECKED)
MIXPOST = Source("https://github.com/inovector/mixpost", CHECKED)
COMMENTS = Source("https://help.blotato.com/web-app-features/first-comment", CHECKED)
FOLDS = Source("https://socialswiss.tech/guides/social-media-character-limits", READ)
REEL_FOLDS = Source("https://captionsnap.io/glossary/primary-text", READ)
# Readings of Meta's templates for advertisements; posts have the same names and buttons.
REEL_ADS = Source("https://primores.org/wiki/marketing/meta-ad-placement-safe-zones/", CHECKED)
STORY_ADS = Source("https://adsuploader.com/blog/meta-ads-safe-zones", CHECKED)
REEL_COVERED = REEL_ADS.safe_zone(top=269, bottom=672, left=65, right=65)
STORY_COVERED = STORY_ADS.safe_zone(top=250, bottom=340, left=0, right=0)
PRACTICE = "What schedulers send at most; no official page."

LENGTHS = (
    SCHEDULERS.limit(63_206, Unit.CHARACTERS, note=PRACTICE),
    MIXPOST.advice(5000, Unit.CHARACTERS, note="What Mixpost sends at most."),
)
FOLD = FOLDS.advice(477, Unit.CHARACTERS, note="In the feed on a desktop; phones show fewer.")
REEL_FOLD = REEL_FOLDS.advice(72, Unit.CHARACTERS, note="Read on a page about advertisements.")
COMMENT = first_comment_part(COMMENTS.limit(8000, Unit.CHARACTERS, note=PRACTICE))
PHOTO = PHOTOS.limit(10_485_760, Unit.BYTES)
PICTURES = MIXPOST.limit(10, Unit.ITEMS, items="pictures", note=PRACTICE)


def _commented(content: Content, payload: dict[str, object]) -> dict[str, object]:
    return payload | filled(first_comment=filled(message=content.parts[FIRST_COMMENT]))


class FacebookPostChannel(AlbumChannel):
    """A post on a Facebook Page: one film, one picture, or an album of pictures."""

    spec = ChannelSpec(
        slug="facebook-post",
        network="facebook",
        name="Facebook post",
        parts=(
            Part(
                name="message",
                label="post",
                required=True,
                limits=LENGTHS,
                fit_to_advice=True,
                fold=FOLD,
            ),
            *tag_parts("message"),
            alt_part(),
            COMMENT,
        ),
        images=album(1080, 1350, PHOTO, PICTURES),
        videos=(
            wide_film(
                900,
                VIDEOS.limit(14_400, Unit.SECONDS),
                VIDEOS.limit(10_737_418_240, Unit.BYTES),
                required=False,
                takes_alt=False,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        forms=("single", "album"),
        docs=(POSTS, PHOTOS.url, VIDEOS.url),
    )
    with_body = True

    @override
    def payload(self, content: Content) -> dict[str, object]:
        message = content.parts["message"]
        if films := content.media_in("video"):
            return _commented(content, _film(films[0], content.locale, description=message))
        pictures = [
            {"url": use.url, "alt_text_custom": use.alt, "published": False}
            for use in content.media
        ]
        link = "" if pictures else "".join(content.links)
        shown = filled(attached_media=pictures, link=link)
        return _commented(content, {"edge": "feed", "message": message} | shown)


class FacebookReelChannel(TitledPostChannel):
    """A reel of a Facebook Page: a vertical film with a description."""

    spec = ChannelSpec(
        slug="facebook-reel",
        network="facebook",
        name="Facebook reel",
        parts=(
            Part(
                name="title",
                label="title",
                limits=(SCHEDULERS.limit(255, Unit.CHARACTERS, note=PRACTICE),),
            ),
            Part(
                name="description",
                label="description",
                required=True,
                limits=LENGTHS,
                fit_to_advice=True,
                fold=REEL_FOLD,
            ),
            *tag_parts("description"),
            COMMENT,
        ),
        videos=(
            vertical_film(
                90,
                REELS.limit(90, Unit.SECONDS, minimum=3),
                captions="drawn",
                safe_zone=REEL_COVERED,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        alt_required=False,  # the API takes no description of the film
        docs=(REELS.url,),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        words = {name: content.parts[name] for name in ("title", "description")}
        film = _film(content.media_in("video")[0], content.locale, **words)
        return _commented(content, film | {"edge": "video_reels"})


class FacebookStoryChannel(StickerChannel):
    """A story of a Facebook Page, 24 hours on view."""

    spec = ChannelSpec(
        slug="facebook-story",
        network="facebook",
        name="Facebook story",
        parts=(WORDS,),
        images=(
            picture(
                1080,
                1920,
                STORIES.limit(10_485_760, Unit.BYTES),
                words=True,
                safe_zone=STORY_COVERED,
            ),
        ),
        videos=(
            vertical_film(
                60,
                STORIES.limit(60, Unit.SECONDS, minimum=3),
                required=False,
                captions="drawn",
                safe_zone=STORY_COVERED,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        alt_required=False,  # the API takes no alt text for stories
        docs=(STORIES.url,),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        use = content.media[0]
        if use.recipe.kind == "video":
            shown: dict[str, object] = {"edge": "video_stories", "file_url": use.url}
        else:
            shown = {"edge": "photo_stories", "url": use.url, "published": False}
        return shown | content.data


def _film(use: MediaUse, locale: str, **words: str) -> dict[str, object]:
    captions = caption_entries(use, locale)
    return {"edge": "videos", "file_url": use.url, "captions": captions, **words}


channels = (FacebookPostChannel(), FacebookReelChannel(), FacebookStoryChannel())
