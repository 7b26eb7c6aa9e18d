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

from omnicontent.channels.buttons import check_button
from omnicontent.channels.common_parts import BUTTON, alt_part, button_part
from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.payloads import file_entry, filled
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.channels.visible import strings_at
from omnicontent.channels.wording import KEY_MESSAGE, fact_pieces, headline_piece, sentence_pieces
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

MESSAGES = "https://www.braze.com/docs/user_guide/message_building_by_channel/in-app_messages"
SLIDEUP = Source(f"{MESSAGES}/creative_details/slideup", date(2026, 11, 22))
HEADER = SLIDEUP.advice(40, Unit.CHARACTERS, note="About one line on a phone.")
BODY = SLIDEUP.advice(120, Unit.CHARACTERS, note="About three lines on a phone.")
LABEL = SLIDEUP.advice(20, Unit.CHARACTERS, note="About what a button shows.")
FILE = SLIDEUP.advice(500_000, Unit.BYTES, note="5 MB are taken.")


class InAppChannel(PostChannel):
    """A banner inside the brand's own app."""

    spec = ChannelSpec(
        slug="in-app",
        network="app",
        name="In-app banner",
        parts=(
            Part(name="header", label="header", limits=(HEADER,), fit_to_advice=True),
            Part(name="body", label="message", required=True, limits=(BODY,), fit_to_advice=True),
            button_part(LABEL),
            alt_part(),
        ),
        images=(picture(300, 300, FILE),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(SLIDEUP.url,),
    )
    medium = "in-app"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "header":
            return [headline_piece(story)]
        in_header = self.worded(self.spec.part("header"), story).used
        words = [
            *([] if in_header else [headline_piece(story)]),
            *sentence_pieces(story.key_message, KEY_MESSAGE),
        ]
        facts = fact_pieces(self.spec, story)
        return [*facts, *(replace(piece, lead="\n") for piece in words)]

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"campaign": story.id}

    @override
    def payload(self, content: Content) -> dict[str, object]:
        label, files = content.parts[BUTTON], [file_entry(use) for use in content.media]
        buttons = [{"text": label, "url": link} for link in content.links]
        return {
            "type": "banner",
            "id": content.data["campaign"],
            "lang": content.locale,
            "body": content.parts["body"],
        } | filled(
            header=content.parts["header"],
            button=next(iter(buttons), None),
            image=next(iter(files), None),
        )

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [*super().validate(content, story), *check_button(self.spec, content)]

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        seen = json.loads(rendered.body)
        seen.pop("image", None)
        return "\n\n".join(strings_at(seen, "header", "body", "text", "url"))


channel = InAppChannel()
