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
from omnicontent.channels.families import PostChannel
from omnicontent.channels.payloads import file_entry
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.wording import title_piece
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
NOTICES = Source("https://bulletin.example/docs/notices", CHECKED)


class BulletinChannel(PostChannel):
    """A notice on Bulletin."""

    spec = ChannelSpec(
        slug="bulletin",
        network="bulletin",
        name="Bulletin",
        media_type="application/json",
        parts=(
            Part(name="title", label="title", limits=(NOTICES.limit(60, Unit.GRAPHEMES),)),
            Part(
                name="text",
                label="post",
                required=True,
                limits=(NOTICES.limit(500, Unit.GRAPHEMES),),
            ),
            hashtags_part("text", NOTICES.limit(5, Unit.ITEMS)),
            alt_part(NOTICES.limit(300, Unit.CHARACTERS)),
        ),
        images=(ImageSlot(name="image", width_px=1080, height_px=1080, required=False),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(NOTICES.url,),
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
