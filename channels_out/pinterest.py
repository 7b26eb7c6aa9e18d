"""Pinterest: a pin with a tall picture, for ``POST /v5/pins``.

https://developers.pinterest.com/docs/api/v5/pins-create
The publisher adds ``board_id``; Pinterest fetches the picture itself. The pin leads to ``link``,
so that its description needs none.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.common_parts import ALT, alt_part, hashtags_part
from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import title_piece
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
OPENAPI = "https://github.com/pinterest/api-description"
PINS = "https://developers.pinterest.com/docs/api/v5/pins-create"
HELP = "https://help.pinterest.com/en/business/article/pinterest-product-specs"

limit = partial(Limit, source=OPENAPI, checked=CHECKED)
characters = partial(limit, unit=Unit.CHARACTERS)


class PinterestChannel(PostChannel):
    """A pin on Pinterest."""

    spec = ChannelSpec(
        slug="pinterest",
        network="pinterest",
        name="Pinterest",
        media_type="application/json",
        parts=(
            Part(
                name="title",
                label="title",
                limits=(
                    characters(maximum=100),
                    characters(
                        maximum=40,
                        source=HELP,
                        enforced=False,
                        note="About so many are shown; 30 in Chinese, Japanese and Korean.",
                    ),
                ),
            ),
            Part(
                name="description",
                label="description",
                required=True,
                limits=(characters(maximum=800),),
            ),
            hashtags_part("description"),
            Part(name="link", label="link", limits=(characters(maximum=2048),)),
            alt_part(characters(maximum=500)),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1000,
                height_px=1500,
                limits=(limit(maximum=20_971_520, unit=Unit.BYTES, source=HELP),),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(PINS, OPENAPI, HELP),
    )
    with_action = False

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "title":
            return [title_piece(story)]
        if part.name == "link":
            return [Piece(self.link(story), must=True)]
        return super().pieces(part, story)[1:]  # the headline is the title

    @override
    def payload(self, content: Content) -> dict[str, object]:
        (image,) = content.media
        words = {
            "title": content.parts["title"],
            "description": content.parts["description"],
            "link": content.parts["link"],
            "alt_text": content.parts[ALT],
        }
        source = {"source_type": "image_url", "url": image.url}
        return {"media_source": source} | {name: text for name, text in words.items() if text}


channel = PinterestChannel()
