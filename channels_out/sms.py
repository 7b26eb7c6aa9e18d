"""SMS: one text of few segments, in GSM 03.38 where the words allow it, for Twilio's Messages.

https://www.twilio.com/docs/messaging/api/message-resource takes ``From`` and ``Body``; ``To`` is
the publisher's. 3GPP TS 23.038 counts 160 septets (153 in each of several segments), or 70 (67)
UTF-16 units as soon as one character is outside its alphabet.

A name as sender can't be answered, so the brand's signs only where the brand has an address to
opt out at. Without ``From`` the publisher sends from a number of its own, and STOP is a reply.
"""

from datetime import date
from typing import override

from omnicontent.channels.content import Content
from omnicontent.channels.payloads import filled
from omnicontent.channels.spec import ChannelSpec, Source
from omnicontent.channels.text_messages import SENDER, TEXT, TextMessageChannel, message_parts
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
GSM = Source("https://www.3gpp.org/dynareport/23038.htm", CHECKED)
TWILIO = Source("https://www.twilio.com/docs/api/errors/21617", CHECKED)
SENDERS = Source("https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id", CHECKED)
SEGMENTS = GSM.limit(
    3,
    Unit.SMS_SEGMENTS,
    note="Our own ceiling, near the 320 characters that Twilio advises: every segment is paid. "
    "The standard allows 255.",
)
BODY = TWILIO.limit(1600, Unit.CHARACTERS)
NAME = SENDERS.limit(
    11, Unit.CHARACTERS, note="Of a name: letters without accents, digits and spaces."
)


class SmsChannel(TextMessageChannel):
    """A text message."""

    spec = ChannelSpec(
        slug="sms",
        network="sms",
        name="SMS",
        parts=message_parts(text=(SEGMENTS, BODY), sender=(NAME,)),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        read_at_once=True,
        docs=(GSM.url, TWILIO.url, SENDERS.url),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return {"Body": content.parts[TEXT]} | filled(From=content.parts[SENDER].strip())


channel = SmsChannel()
