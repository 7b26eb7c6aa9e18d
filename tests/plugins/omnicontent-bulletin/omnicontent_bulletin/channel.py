"""Bulletin: a notice with a title, a text and one picture.

https://bulletin.example/docs/notices
It takes ``title``, ``text`` and ``image``. The publisher uploads the file at ``image.url`` first
and sends the number that it gets for it in place of ``image``.
"""

from collections.abc import Sequence
from datetime import date
from typing import override

from omnicontent.channels.common_parts import alt_part, hashtags_part
from omnicontent.channels.content import Content
from omnicontent.channels.families import PostChannel, file_entry
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import title_piece
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
NOTICES = "https://bulletin.example/docs/notices"


class BulletinChannel(PostChannel):
    """A notice on Bulletin."""

    spec = ChannelSpec(
        slug="bulletin",
        network="bulletin",
        name="Bulletin",
        media_type="application/json",
        parts=(
            Part(
                name="title",
                label="title",
                limits=(Limit(maximum=60, unit=Unit.GRAPHEMES, source=NOTICES, checked=CHECKED),),
            ),
            Part(
                name="text",
                label="post",
                required=True,
                limits=(Limit(maximum=500, unit=Unit.GRAPHEMES, source=NOTICES, checked=CHECKED),),
            ),
            hashtags_part(
                "text", Limit(maximum=5, unit=Unit.ITEMS, source=NOTICES, checked=CHECKED)
            ),
            alt_part(Limit(maximum=300, unit=Unit.CHARACTERS, source=NOTICES, checked=CHECKED)),
        ),
        images=(ImageSlot(name="image", width_px=1080, height_px=1080, required=False),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(NOTICES,),
    )

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "title":
            return [title_piece(story)]
        return super().pieces(part, story)[1:]  # the headline is the title

    @override
    def payload(self, content: Content) -> dict[str, object]:
        payload: dict[str, object] = {name: content.parts[name] for name in ("title", "text")}
        for use in content.media:
            payload["image"] = file_entry(use)
        return payload


channel = BulletinChannel()
