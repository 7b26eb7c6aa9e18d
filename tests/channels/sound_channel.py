"""A small channel that keeps the contract, for tests to break."""

from datetime import date
from typing import override

from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel
from omnicontent.channels.payloads import file_entry
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.text.units import Unit

SOURCE = "https://example.org/limits"
CHECKED = date(2026, 11, 22)


def limit(maximum: float, unit: Unit, *, enforced: bool = True, minimum: float = 0) -> Limit:
    return Limit(
        maximum=maximum,
        unit=unit,
        source=SOURCE,
        checked=CHECKED,
        enforced=enforced,
        minimum=minimum,
    )


def counted(pictures: int) -> Limit:
    return Limit(
        maximum=pictures, unit=Unit.ITEMS, items="pictures", source=SOURCE, checked=CHECKED
    )


SPEC = ChannelSpec(
    slug="sound",
    network="sound",
    name="Sound",
    media_type="application/json",
    parts=(
        Part(
            name="text",
            label="post",
            required=True,
            limits=(limit(400, Unit.CHARACTERS), limit(5, Unit.ITEMS)),
        ),
    ),
    images=(ImageSlot(name="image", width_px=1200, height_px=630, required=False),),
    must=frozenset({"offer", "promo_code", "call_to_action"}),
    docs=(SOURCE,),
)


class SoundChannel(PostChannel):
    spec = SPEC

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return {
            "text": content.parts["text"],
            "files": [file_entry(use) for use in content.media],
        }
