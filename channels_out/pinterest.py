"""Pinterest: a pin with a tall picture or film, for ``POST /v5/pins``.

https://developers.pinterest.com/docs/api/v5/pins-create
The publisher adds ``board_id``; Pinterest fetches the picture itself. A film is registered by
``POST /v5/media`` and uploaded first; its ``media_id`` then takes the place of ``url``. The pin
leads to ``link``, so that its description needs none.
"""

from collections.abc import Sequence
from datetime import date
from typing import override

from omnicontent.channels.common_parts import ALT, alt_part, hashtags_part
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.media_uses import needed_picture
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import picture, vertical_film
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Image, Story, Video
from omnicontent.channels.titled import TitledPostChannel
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED, READ = date(2026, 11, 22), date(2026, 11, 27)
PINS = "https://developers.pinterest.com/docs/api/v5/pins-create"
OPENAPI = Source("https://github.com/pinterest/api-description", CHECKED)
HELP = Source("https://help.pinterest.com/en/business/article/pinterest-product-specs", CHECKED)
FOLDS = Source("https://socialswiss.tech/guides/social-media-character-limits", READ)
COVERED = HELP.safe_zone(top=270, bottom=440, left=65, right=195)
PICTURE = HELP.limit(20_971_520, Unit.BYTES)
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
                fold=FOLDS.advice(50, Unit.CHARACTERS),
            ),
            hashtags_part("description"),
            Part(name="link", label="link", limits=(OPENAPI.limit(2048, Unit.CHARACTERS),)),
            alt_part(OPENAPI.limit(500, Unit.CHARACTERS)),
        ),
        images=(
            picture(1000, 1500, PICTURE),
            picture(1080, 1920, PICTURE, name="cover", source="frame", safe_zone=COVERED),
        ),
        videos=(
            vertical_film(
                900,
                HELP.limit(900, Unit.SECONDS, minimum=4),
                HELP.limit(2_147_483_648, Unit.BYTES),
                required=False,
                captions="drawn",
                safe_zone=COVERED,
            ),
        ),
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
    def lead(self, story: Story) -> Image | Video | None:
        return story.hero_video or story.hero_image

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        uses = super().media(story, parts)
        if story.hero_video:
            return tuple(use for use in uses if use.slot in ("video", "cover"))
        needed_picture(self.spec, "image", story)
        return tuple(use for use in uses if use.slot == "image")

    @override
    def payload(self, content: Content) -> dict[str, object]:
        words = {name: content.parts[name] for name in ("title", "description", "link")}
        first, *others = content.media
        source = {"source_type": "image_url", "url": first.url}
        for cover in others:
            source |= {"source_type": "video_id", "cover_image_url": cover.url}
        return filled(media_source=source, alt_text=content.parts[ALT], **words)


channel = PinterestChannel()
