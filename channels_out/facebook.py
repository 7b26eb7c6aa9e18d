"""Facebook: posts, stories and reels of a Page, as the Graph API takes them.

https://developers.facebook.com/docs/pages-api/posts
Pictures and films of ``feed`` and ``videos`` are fetched by Facebook; for stories and reels the
publisher starts an upload session first. It uploads each of ``attached_media`` unpublished and
sends ``media_fbid`` in its place, as ``photo_id`` for a story. ``edge`` names where the payload
goes. ``captions`` go to ``/{video-id}/captions`` as SubRip, ``first_comment`` to
``/{post-id}/comments``. Nothing places a ``link_sticker`` but a person in the app.
"""

from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.common_parts import (
    ALT,
    FIRST_COMMENT,
    alt_part,
    first_comment_part,
    hashtags_part,
    mentions_part,
)
from omnicontent.channels.content import Content, MediaUse, Rendered
from omnicontent.channels.drawn import WORDS, DrawnChannel
from omnicontent.channels.families import PostChannel
from omnicontent.channels.media_uses import film_or_pictures, media_uses
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.slots import vertical_film, wide_film
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import title_piece
from omnicontent.text.fitting import Fitted, Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
POSTS = "https://developers.facebook.com/docs/pages-api/posts"
PHOTOS = "https://developers.facebook.com/docs/graph-api/reference/page/photos"
VIDEOS = "https://developers.facebook.com/docs/video-api/guides/publishing"
REELS = "https://developers.facebook.com/docs/video-api/guides/reels-publishing"
STORIES = "https://developers.facebook.com/docs/page-stories-api"
SCHEDULERS = "https://docs.upload-post.com/resources/character-limits/"
MIXPOST = "https://github.com/inovector/mixpost"
COMMENTS = "https://help.blotato.com/web-app-features/first-comment"
ALBUM_MAX = 10
"""Pictures of one post; what schedulers send at most (Mixpost), no official page."""

limit = partial(Limit, source=PHOTOS, checked=CHECKED)
practice = partial(
    limit,
    unit=Unit.CHARACTERS,
    source=SCHEDULERS,
    note="What schedulers send at most; no official page.",
)
LENGTHS = (
    practice(maximum=63_206),
    practice(maximum=5000, source=MIXPOST, enforced=False, note="What Mixpost sends at most."),
)
COMMENT = first_comment_part(practice(maximum=8000, source=COMMENTS))
PHOTO = limit(maximum=10_485_760, unit=Unit.BYTES)


def _commented(content: Content, payload: dict[str, object]) -> dict[str, object]:
    comment = content.parts[FIRST_COMMENT]
    return payload | ({"first_comment": {"message": comment}} if comment else {})


class FacebookPostChannel(PostChannel):
    """A post on a Facebook Page: one film, one picture, or an album of pictures."""

    spec = ChannelSpec(
        slug="facebook-post",
        network="facebook",
        name="Facebook post",
        media_type="application/json",
        parts=(
            Part(name="message", label="post", required=True, limits=LENGTHS, fit_to_advice=True),
            hashtags_part("message"),
            mentions_part("message"),
            alt_part(),
            COMMENT,
        ),
        images=(
            ImageSlot(
                name="image", width_px=1080, height_px=1350, required=False, limits=(PHOTO,)
            ),
            ImageSlot(
                name="pictures",
                width_px=1080,
                height_px=1350,
                source="body",
                required=False,
                limits=(PHOTO,),
            ),
        ),
        videos=(
            wide_film(
                900,
                limit(maximum=14_400, unit=Unit.SECONDS, source=VIDEOS),
                limit(maximum=10_737_418_240, unit=Unit.BYTES, source=VIDEOS),
                required=False,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        forms=("single", "album"),
        docs=(POSTS, PHOTOS, VIDEOS),
    )
    with_body = True

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        uses = media_uses(self.spec, story)
        if self.form(story) == "album":
            return tuple(use for use in uses if use.recipe.kind == "image")[:ALBUM_MAX]
        return film_or_pictures(uses)[:1]

    @override
    def fitted(self, part: Part, story: Story) -> Fitted:
        if part.name == ALT and story.hero_video and self.form(story) != "album":
            return Fitted("", (), ())  # the film goes out, which takes no alt text
        return super().fitted(part, story)

    @override
    def payload(self, content: Content) -> dict[str, object]:
        message = content.parts["message"]
        if films := content.media_in("video"):
            return _commented(content, _film(films[0], content.locale, description=message))
        pictures = [
            {"url": use.url, "alt_text_custom": use.alt, "published": False}
            for use in content.media
        ]
        shown: dict[str, object] = {"attached_media": pictures} if pictures else {}
        if not pictures and content.links:
            shown = {"link": content.links[0]}
        return _commented(content, {"edge": "feed", "message": message} | shown)


class FacebookReelChannel(PostChannel):
    """A reel of a Facebook Page: a vertical film with a description."""

    spec = ChannelSpec(
        slug="facebook-reel",
        network="facebook",
        name="Facebook reel",
        media_type="application/json",
        parts=(
            Part(name="title", label="title", limits=(practice(maximum=255),)),
            Part(
                name="description",
                label="description",
                required=True,
                limits=LENGTHS,
                fit_to_advice=True,
            ),
            hashtags_part("description"),
            mentions_part("description"),
            COMMENT,
        ),
        videos=(vertical_film(90, limit(minimum=3, maximum=90, unit=Unit.SECONDS, source=REELS)),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        alt_required=False,  # the API takes no description of the film
        docs=(REELS,),
    )

    @override
    def pieces(self, part: Part, story: Story) -> list[Piece]:
        if part.name == "title":
            return [title_piece(story)]
        return list(super().pieces(part, story)[1:])  # the headline is the title

    @override
    def payload(self, content: Content) -> dict[str, object]:
        words = {name: content.parts[name] for name in ("title", "description")}
        film = _film(content.media_in("video")[0], content.locale, **words)
        return _commented(content, film | {"edge": "video_reels"})


class FacebookStoryChannel(DrawnChannel):
    """A story of a Facebook Page, 24 hours on view."""

    spec = ChannelSpec(
        slug="facebook-story",
        network="facebook",
        name="Facebook story",
        media_type="application/json",
        parts=(WORDS,),
        images=(
            ImageSlot(
                name="image",
                width_px=1080,
                height_px=1920,
                words=True,
                required=False,
                limits=(limit(maximum=10_485_760, unit=Unit.BYTES, source=STORIES),),
            ),
        ),
        videos=(
            vertical_film(
                60,
                limit(minimum=3, maximum=60, unit=Unit.SECONDS, source=STORIES),
                required=False,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        alt_required=False,  # the API takes no alt text for stories
        docs=(STORIES,),
    )

    @override
    def render(self, content: Content) -> Rendered:
        use = content.media[0]
        if use.recipe.kind == "video":
            shown: dict[str, object] = {"edge": "video_stories", "file_url": use.url}
        else:
            shown = {"edge": "photo_stories", "url": use.url, "published": False}
        return json_payload(shown | content.data)


def _film(use: MediaUse, locale: str, **words: str) -> dict[str, object]:
    captions = [{"language": locale, "vtt": use.captions}] if use.captions else []
    return {"edge": "videos", "file_url": use.url, "captions": captions, **words}


channels = (FacebookPostChannel(), FacebookReelChannel(), FacebookStoryChannel())
