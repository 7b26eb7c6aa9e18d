"""Pinterest: a pin with a tall picture, for ``POST /v5/pins``.

https://developers.pinterest.com/docs/api/v5/pins-create
The publisher adds ``board_id``; Pinterest fetches the picture itself. The pin leads to ``link``,
so that its description needs none.
"""

from collections.abc import Sequence
from datetime import date
from typing import override

from omnicontent.channels.common_parts import ALT, alt_part, hashtags_part
from omnicontent.channels.content import Content
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.titled import TitledPostChannel
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
PINS = "https://developers.pinterest.com/docs/api/v5/pins-create"
OPENAPI = Source("https://github.com/pinterest/api-description", CHECKED)
HELP = Source("https://help.pinterest.com/en/business/article/pinterest-product-specs", CHECKED)
SHOWN = HELP.advice(
    40,
    Unit.CHARACTERS,
    note="About so many are shown; 30 in Chinese, Japanese and Korean.",
)


class PinterestChannel(TitledPostChannel):
    """A pin on Pinterest."""

    spec = ChannelSpec(
        slug="pinterest",
        network="pinterest",
        name="Pinterest",
        parts=(
            Part(name="title", label="title", limits=(OPENAPI.limit(100, Unit.CHARACTERS), SHOWN)),
            Part(
                name="description",
                label="description",
                required=True,
                limits=(OPENAPI.limit(800, Unit.CHARACTERS),),
            ),
            hashtags_part("description"),
            Part(name="link", label="link", limits=(OPENAPI.limit(2048, Unit.CHARACTERS),)),
            alt_part(OPENAPI.limit(500, Unit.CHARACTERS)),
        ),
        images=(picture(1000, 1500, HELP.limit(20_971_520, Unit.BYTES), required=True),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(PINS, OPENAPI.url, HELP.url),
    )
    with_action = False

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "link":
            return [Piece(self.link(story), must=True)]
        return super().pieces(part, story)

    @override
    def payload(self, content: Content) -> dict[str, object]:
        (image,) = content.media
        words = {name: content.parts[name] for name in ("title", "description", "link")}
        source = {"source_type": "image_url", "url": image.url}
        return filled(media_source=source, alt_text=content.parts[ALT], **words)


channel = PinterestChannel()
