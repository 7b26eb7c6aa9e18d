"""In-app: a banner that an app shows while it is open.

There is no standard, so the payload is our own, and small: ``type`` is ``banner``; ``id`` names
the campaign, so that an app shows it once; ``lang`` is a BCP 47 tag; ``header`` and ``body`` are
plain text; ``button`` has a ``text`` and the ``url`` that a tap opens; ``image`` has ``url``,
``alt``, ``width`` and ``height``. ``header``, ``button`` and ``image`` may be absent.

The numbers are Braze's advice for its slideups, as good as any:
https://www.braze.com/docs/user_guide/message_building_by_channel/in-app_messages/creative_details/slideup
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import override

from omnicontent.channels.common_parts import BUTTON, alt_part, button_part
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.payloads import file_entry
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.visible import strings_at
from omnicontent.channels.wording import (
    KEY_MESSAGE,
    fact_pieces,
    headline_piece,
    sentence_pieces,
)
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
BRAZE = "https://www.braze.com/docs/user_guide/message_building_by_channel/in-app_messages"
SLIDEUP = f"{BRAZE}/creative_details/slideup"


def _advice(maximum: int, unit: Unit, note: str) -> Limit:
    return Limit(
        maximum=maximum, unit=unit, source=SLIDEUP, checked=CHECKED, enforced=False, note=note
    )


class InAppChannel(PostChannel):
    """A banner inside the brand's own app."""

    spec = ChannelSpec(
        slug="in-app",
        network="app",
        name="In-app banner",
        media_type="application/json",
        parts=(
            Part(
                name="header",
                label="header",
                limits=(_advice(40, Unit.CHARACTERS, "About one line on a phone."),),
                fit_to_advice=True,
            ),
            Part(
                name="body",
                label="message",
                required=True,
                limits=(_advice(120, Unit.CHARACTERS, "About three lines on a phone."),),
                fit_to_advice=True,
            ),
            button_part(_advice(20, Unit.CHARACTERS, "About what a button shows.")),
            alt_part(),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=300,
                height_px=300,
                required=False,
                limits=(_advice(500_000, Unit.BYTES, "5 MB are taken."),),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(SLIDEUP,),
    )
    medium = "in-app"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "header":
            return [headline_piece(story)]
        headline = self.worded(self.spec.part("header"), story).used
        sentences = sentence_pieces(story.key_message, KEY_MESSAGE)
        if not headline:
            sentences = [headline_piece(story), *sentences]
        return [
            *fact_pieces(self.spec, story),
            *(replace(piece, lead="\n") for piece in sentences),
        ]

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"campaign": story.id}

    @override
    def payload(self, content: Content) -> dict[str, object]:
        payload: dict[str, object] = {
            "type": "banner",
            "id": content.data["campaign"],
            "lang": content.locale,
            "body": content.parts["body"],
        }
        if header := content.parts["header"]:
            payload["header"] = header
        if content.links:
            payload["button"] = {"text": content.parts[BUTTON], "url": content.links[0]}
        if content.media:
            payload["image"] = file_entry(content.media[0])
        return payload

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        seen = json.loads(rendered.body)
        seen.pop("image", None)
        return "\n".join(strings_at(seen, "header", "body", "text", "url"))


channel = InAppChannel()
