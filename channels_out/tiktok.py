"""TikTok: a vertical film with a caption, as a direct post of the Content Posting API.

https://developers.tiktok.com/doc/content-posting-api-reference-direct-post
The publisher adds ``post_info.privacy_level`` and the interaction settings that creator_info
allows; TikTok fetches ``video_url`` from a verified domain. Captions have no links to tap.
"""

from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.common_parts import hashtags_part, mentions_part
from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel
from omnicontent.channels.slots import vertical_film
from omnicontent.channels.spec import ChannelSpec, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import display_link, link_of
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
POST = "https://developers.tiktok.com/doc/content-posting-api-reference-direct-post"
TRANSFER = "https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide"

limit = partial(Limit, source=POST, checked=CHECKED)
TAGS = limit(
    maximum=5,
    unit=Unit.ITEMS,
    enforced=False,
    note="Hashtags; reported by publishers since 2025-08, no official page.",
)


class TikTokChannel(PostChannel):
    """A film on TikTok."""

    spec = ChannelSpec(
        slug="tiktok",
        network="tiktok",
        name="TikTok",
        media_type="application/json",
        parts=(
            Part(
                name="caption",
                label="caption",
                required=True,
                limits=(limit(maximum=2200, unit=Unit.UTF16_UNITS), TAGS),
            ),
            hashtags_part("caption", TAGS),
            mentions_part("caption"),
        ),
        videos=(
            vertical_film(
                180,  # creator_info grants 180, 300 or 600: this fits every account
                limit(minimum=3, maximum=600, unit=Unit.SECONDS),
                limit(maximum=4_294_967_296, unit=Unit.BYTES, source=TRANSFER),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code"}),
        alt_required=False,  # the API takes no description of the film
        docs=(POST, TRANSFER),
    )
    tracked = False
    hashtags_max = 5

    @override
    def shown_link(self, story: Story) -> str:
        return display_link(link_of(story))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return {
            "post_info": {"title": content.parts["caption"]},
            "source_info": {
                "source": "PULL_FROM_URL",
                "video_url": content.media_in("video")[0].url,
            },
        }


channel = TikTokChannel()
