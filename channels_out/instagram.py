"""Instagram: posts and carousels of the feed, reels, and stories, as the containers of its API.

https://developers.facebook.com/docs/instagram-platform/content-publishing
A payload holds the parameters of ``POST /{ig-user-id}/media``; Instagram fetches the files itself.
The publisher makes a container of each of a carousel's ``children`` and sends their ids in place
of them. ``first_comment`` goes to ``POST /{ig-media-id}/comments`` once the post is out.
``link_sticker`` is no parameter: whoever publishes a story places that sticker in the app. Links
in captions can't be tapped: the caption says the address in words, untracked.
"""

from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.common_parts import (
    FIRST_COMMENT,
    alt_part,
    first_comment_part,
    hashtags_part,
    mentions_part,
)
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.drawn import WORDS, DrawnChannel
from omnicontent.channels.families import PostChannel
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.slots import vertical_film
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import display_link, link_of
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
PLATFORM = "https://developers.facebook.com/docs/instagram-platform"
MEDIA = f"{PLATFORM}/instagram-graph-api/reference/ig-user/media"
PUBLISHING = f"{PLATFORM}/content-publishing"
CREATORS = "https://www.instagram.com/creators/"
SCHEDULERS = "https://docs.upload-post.com/resources/character-limits/"
OLD_API = "https://soporte.easypromosapp.com/hc/en-us/articles/207886446"
CAROUSEL_MAX = 10
"""Pictures of a carousel through the API; the app takes 20."""

limit = partial(Limit, source=MEDIA, checked=CHECKED)
practice = partial(
    limit,
    unit=Unit.CHARACTERS,
    source=SCHEDULERS,
    note="What schedulers send at most; no official page.",
)
old_rule = partial(
    limit,
    source=OLD_API,
    enforced=False,
    note="A rule of Instagram's first API; the reference of today's names no such number.",
)

TAGS = limit(
    maximum=5,
    unit=Unit.ITEMS,
    source=CREATORS,
    note="Hashtags; announced 2025-12-19. The API reference still says 30.",
)
NAMES = limit(maximum=20, unit=Unit.ITEMS, items="mentions")
CAPTION_PARTS = (
    Part(
        name="caption",
        label="caption",
        required=True,
        limits=(limit(maximum=2200, unit=Unit.CHARACTERS), TAGS, NAMES),
    ),
    hashtags_part("caption", TAGS),
    mentions_part("caption", NAMES),
    first_comment_part(
        practice(maximum=2196),
        old_rule(maximum=300, unit=Unit.CHARACTERS),
        old_rule(maximum=4, unit=Unit.ITEMS),
        old_rule(maximum=1, unit=Unit.ITEMS, items="links"),
    ),
)
ALT = practice(maximum=1000)
JPEG = limit(maximum=8_388_608, unit=Unit.BYTES)


class InstagramPostChannel(PostChannel):
    """What posts and reels have in common: the caption and the comment below it."""

    tracked = False
    hashtags_max = 5
    with_body = True

    @override
    def shown_link(self, story: Story) -> str:
        return display_link(link_of(story))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        post: dict[str, object] = {"caption": content.parts["caption"]}
        comment = content.parts[FIRST_COMMENT]
        return post | ({"first_comment": {"message": comment}} if comment else {})


class InstagramFeedChannel(InstagramPostChannel):
    """A post in the feed of Instagram: one portrait picture, or a carousel of them."""

    spec = ChannelSpec(
        slug="instagram-feed",
        network="instagram",
        name="Instagram feed",
        media_type="application/json",
        parts=(*CAPTION_PARTS, alt_part(ALT)),
        images=(
            ImageSlot(name="image", width_px=1080, height_px=1350, limits=(JPEG,)),
            ImageSlot(
                name="pictures",
                width_px=1080,
                height_px=1350,  # a carousel is cropped to the shape of its first picture
                source="body",
                required=False,
                limits=(JPEG,),
                alt_limit=ALT,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code"}),
        forms=("single", "carousel"),
        docs=(PUBLISHING, MEDIA, CREATORS),
    )

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        most = CAROUSEL_MAX if self.form(story) == "carousel" else 1
        return media_uses(self.spec, story)[:most]

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        issues = super().validate(content, story)
        if self.form(story) == "carousel" and len(content.media) < 2:
            message = (
                "A carousel on Instagram needs two pictures, so a single one goes out. "
                "Put pictures into the body."
            )
            issues.append(
                Issue(code="too_few_pictures", message=message, severity="warning", field="body")
            )
        return issues

    @override
    def payload(self, content: Content) -> dict[str, object]:
        pictures = [{"image_url": use.url, "alt_text": use.alt} for use in content.media]
        post = super().payload(content)
        if len(pictures) == 1:
            return post | pictures[0]
        children = [{"is_carousel_item": True} | picture for picture in pictures]
        return post | {"media_type": "CAROUSEL", "children": children}


class InstagramReelChannel(InstagramPostChannel):
    """A reel on Instagram: a vertical film with a caption."""

    spec = ChannelSpec(
        slug="instagram-reel",
        network="instagram",
        name="Instagram reel",
        media_type="application/json",
        parts=CAPTION_PARTS,
        images=(
            ImageSlot(name="cover", width_px=1080, height_px=1920, source="frame", limits=(JPEG,)),
        ),
        videos=(
            vertical_film(
                90,
                limit(minimum=3, maximum=900, unit=Unit.SECONDS),
                limit(
                    maximum=90,
                    unit=Unit.SECONDS,
                    enforced=False,
                    note="The Reels tab shows films of 5 to 90 seconds.",
                ),
                limit(
                    maximum=314_572_800,
                    unit=Unit.BYTES,
                    note="Older copies of the page say 1 GB.",
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code"}),
        alt_required=False,  # the API takes no alt text for reels
        docs=(PUBLISHING, MEDIA, CREATORS),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return super().payload(content) | {
            "media_type": "REELS",
            "video_url": content.media_in("video")[0].url,
            "cover_url": content.media_in("cover")[0].url,
            "share_to_feed": True,
        }


class InstagramStoryChannel(DrawnChannel):
    """A story on Instagram, 24 hours on view."""

    spec = ChannelSpec(
        slug="instagram-story",
        network="instagram",
        name="Instagram story",
        media_type="application/json",
        parts=(WORDS,),
        images=(
            ImageSlot(
                name="image",
                width_px=1080,
                height_px=1920,
                words=True,
                required=False,
                limits=(JPEG,),
            ),
        ),
        videos=(
            vertical_film(
                60,
                limit(minimum=3, maximum=60, unit=Unit.SECONDS),
                limit(maximum=104_857_600, unit=Unit.BYTES),
                required=False,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        alt_required=False,  # the API takes no alt text for stories
        docs=(PUBLISHING, MEDIA),
    )

    @override
    def render(self, content: Content) -> Rendered:
        use = content.media[0]
        key = "video_url" if use.recipe.kind == "video" else "image_url"
        return json_payload({"media_type": "STORIES", key: use.url} | content.data)


channels = (InstagramFeedChannel(), InstagramReelChannel(), InstagramStoryChannel())
