"""TikTok: a vertical film with a caption, as a direct post of the Content Posting API.

https://developers.tiktok.com/doc/content-posting-api-reference-direct-post
The publisher adds ``post_info.privacy_level`` and the interaction settings that creator_info
allows; TikTok fetches ``video_url`` from a verified domain. Captions have no links to tap.
"""

from datetime import date
from typing import override

from omnicontent.channels.common_parts import tag_parts
from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel
from omnicontent.channels.slots import vertical_film
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.media.geometry import Box
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
POST = Source(
    "https://developers.tiktok.com/doc/content-posting-api-reference-direct-post", CHECKED
)
TRANSFER = Source(
    "https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide", CHECKED
)
TEMPLATE = Source("https://ads.tiktok.com/help/article?aid=10002742", CHECKED)
# The last box is the rail of buttons beside the film's lower part.
COVERED = TEMPLATE.safe_zone(
    top=240,
    bottom=660,
    left=120,
    right=120,
    rails=(Box(left=1 - 180 / 1080, top=840 / 1920, right=1, bottom=1),),
)
FOLD = Source(
    "https://1kreach.com/blog/caption-first-lines-2026-125-character-preview-decides-anyone-reads",
    date(2026, 11, 27),
).advice(100, Unit.CHARACTERS)
LENGTH = POST.limit(2200, Unit.UTF16_UNITS)
TAGS = POST.advice(
    5, Unit.ITEMS, note="Hashtags; reported by publishers since 2025-08, no official page."
)


class TikTokChannel(PostChannel):
    """A film on TikTok."""

    spec = ChannelSpec(
        slug="tiktok",
        network="tiktok",
        name="TikTok",
        parts=(
            Part(name="caption", label="caption", required=True, limits=(LENGTH, TAGS), fold=FOLD),
            *tag_parts("caption", TAGS),
        ),
        videos=(
            vertical_film(
                180,  # creator_info grants 180, 300 or 600: this fits every account
                POST.limit(600, Unit.SECONDS, minimum=3),
                TRANSFER.limit(4_294_967_296, Unit.BYTES),
                captions="drawn",  # the API takes no file of them
                safe_zone=COVERED,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code"}),
        alt_required=False,  # the API takes no description of the film
        docs=(POST.url, TRANSFER.url),
    )
    tracked = False
    hashtags_max = 5
    short_links = True

    @override
    def payload(self, content: Content) -> dict[str, object]:
        (film,) = content.media
        return {
            "post_info": {"title": content.parts["caption"]},
            "source_info": {"source": "PULL_FROM_URL", "video_url": film.url},
        }


channel = TikTokChannel()
