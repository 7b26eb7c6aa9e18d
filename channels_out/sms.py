"""SMS: one text of few segments, in GSM 03.38 where the words allow it.

3GPP TS 23.038 counts 160 septets (153 in each of several segments), or 70 (67) UTF-16 units as
soon as one character is outside its alphabet. The payload is the message itself.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import override

from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.families import TextChannel
from omnicontent.channels.spec import ChannelSpec, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import (
    HEADLINE,
    KEY_MESSAGE,
    action_pieces,
    as_sentence,
    fact_pieces,
    link_of,
    sentence_pieces,
)
from omnicontent.text.fitting import Piece
from omnicontent.text.sms import to_gsm
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
GSM = "https://www.3gpp.org/dynareport/23038.htm"
TWILIO = "https://www.twilio.com/docs/api/errors/21617"
OPT_OUT = {"en": "Reply STOP to opt out.", "fr": "STOP pour ne plus recevoir de SMS."}


class SmsChannel(TextChannel):
    """A text message."""

    spec = ChannelSpec(
        slug="sms",
        network="sms",
        name="SMS",
        media_type="text/plain",
        parts=(
            Part(
                name="text",
                label="message",
                required=True,
                limits=(
                    Limit(
                        maximum=3,
                        unit=Unit.SMS_SEGMENTS,
                        source=GSM,
                        checked=CHECKED,
                        note="Our own ceiling, near the 320 characters that Twilio advises: "
                        "every segment is paid. The standard allows 255.",
                    ),
                    Limit(maximum=1600, unit=Unit.CHARACTERS, source=TWILIO, checked=CHECKED),
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(GSM, TWILIO),
    )
    tracked = False  # UTM parameters would cost a segment

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        facts = fact_pieces(self.spec, story, form="short", joints=(" ", ", "))
        link = action_pieces(self.spec, story, link_of(story), joint=". " if facts else " ")
        stop = OPT_OUT.get(story.language, OPT_OUT["en"])
        said = [
            Piece(f"{story.brand.name}:", must=True),
            Piece(as_sentence(story.headline), rank=HEADLINE),
            *sentence_pieces(story.key_message, KEY_MESSAGE, lead=" "),
            *facts,
            *link,
            Piece(stop, must=True, joint=" " if link or not facts else ". "),
        ]
        return [_in_gsm(piece) for piece in said]

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        issues = super().validate(content, story)
        if "STOP" not in content.parts["text"]:
            message = "An SMS must say how to opt out: add STOP to the own words."
            field = f"overrides.{self.spec.slug}.text"
            issues.append(Issue(code="no_opt_out", message=message, part="text", field=field))
        return issues

    @override
    def render(self, content: Content) -> Rendered:
        body = content.parts["text"].encode()
        return Rendered(media_type="text/plain", body=body, file_name="payload.txt")


def _in_gsm(piece: Piece) -> Piece:
    return replace(piece, text=to_gsm(piece.text), shorter=tuple(map(to_gsm, piece.shorter)))


channel = SmsChannel()
