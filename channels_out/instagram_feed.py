"""Instagram feed: one portrait picture with a caption, as the container the API creates.

https://developers.facebook.com/docs/instagram-platform/content-publishing
The payload holds the parameters of ``POST /{ig-user-id}/media``; Instagram fetches ``image_url``
itself. Links in captions can't be tapped: the caption says the address in words, untracked.
"""

from datetime import date
from typing import override

from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import display_link, link_of
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
PLATFORM = "https://developers.facebook.com/docs/instagram-platform"
MEDIA = f"{PLATFORM}/instagram-graph-api/reference/ig-user/media"
CREATORS = "https://www.instagram.com/creators/"


class InstagramFeedChannel(PostChannel):
    """A post in the feed of Instagram."""

    spec = ChannelSpec(
        slug="instagram-feed",
        network="instagram",
        name="Instagram feed",
        media_type="application/json",
        parts=(
            Part(
                name="caption",
                label="caption",
                required=True,
                limits=(
                    Limit(maximum=2200, unit=Unit.CHARACTERS, source=MEDIA, checked=CHECKED),
                    Limit(
                        maximum=5,
                        unit=Unit.ITEMS,
                        source=CREATORS,
                        checked=CHECKED,
                        note="Hashtags; announced 2025-12-19. The API reference still says 30.",
                    ),
                ),
            ),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1080,
                height_px=1350,
                limits=(Limit(maximum=8_388_608, unit=Unit.BYTES, source=MEDIA, checked=CHECKED),),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code"}),
        docs=(f"{PLATFORM}/content-publishing", MEDIA, CREATORS),
    )
    tracked = False
    hashtags_max = 5
    with_body = True

    @override
    def shown_link(self, story: Story) -> str:
        return display_link(link_of(story))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        image = content.media_in("image")[0]
        return {
            "image_url": image.url,
            "caption": content.parts["caption"],
            "alt_text": image.alt,
        }


channel = InstagramFeedChannel()
