"""SMS: one text of few segments, in GSM 03.38 where the words allow it, for Twilio's Messages.

https://www.twilio.com/docs/messaging/api/message-resource takes ``From`` and ``Body``; ``To`` is
the publisher's. 3GPP TS 23.038 counts 160 septets (153 in each of several segments), or 70 (67)
UTF-16 units as soon as one character is outside its alphabet.

A name as sender can't be answered, so the brand's signs only where the brand has an address to
opt out at. Without ``From`` the publisher sends from a number of its own, and STOP is a reply.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import override

from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.families import TextChannel, own_words
from omnicontent.channels.payloads import json_payload
from omnicontent.channels.spec import ChannelSpec, Limit, Part
from omnicontent.channels.stock_words import stock_words
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
from omnicontent.text.fitting import Fitted, Piece
from omnicontent.text.links import find_links, same_target
from omnicontent.text.senders import is_name, is_number, sender_names
from omnicontent.text.sms import offer_gsm, say_offer, to_gsm
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
GSM = "https://www.3gpp.org/dynareport/23038.htm"
TWILIO = "https://www.twilio.com/docs/api/errors/21617"
SENDERS = "https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id"
STOP_TO = re.compile(r"\b(?:STOP|ARRET|UNSUBSCRIBE)\b\D{0,30}\+?\d{4,15}\b")


class SmsChannel(TextChannel):
    """A text message."""

    spec = ChannelSpec(
        slug="sms",
        network="sms",
        name="SMS",
        media_type="application/json",
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
            Part(
                name="sender",
                label="sender",
                limits=(
                    Limit(
                        maximum=11,
                        unit=Unit.CHARACTERS,
                        source=SENDERS,
                        checked=CHECKED,
                        note="Of a name: letters without accents, digits and spaces.",
                    ),
                ),
                help_text="A name, a number such as +33123456789, or a short code.",
            ),
            Part(
                name="opt_out",
                label="opt-out line",
                inside="text",
                help_text="Says how to get no more messages: an address, or whom to text STOP.",
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        docs=(GSM, TWILIO, SENDERS),
    )
    tracked = False  # UTM parameters would cost a segment

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "sender":
            names = sender_names(story.brand.name) if story.brand.unsubscribe_url else []
            return [Piece(names[0], shorter=tuple(names[1:]))] if names else []
        facts = fact_pieces(self.spec, story, form="short", joints=(" ", ", "))
        link = action_pieces(self.spec, story, link_of(story), joint=". " if facts else " ")
        said = [
            Piece(f"{story.brand.name}:", must=True),
            Piece(as_sentence(story.headline), rank=HEADLINE),
            *sentence_pieces(story.key_message, KEY_MESSAGE, lead=" "),
            *facts,
            *link,
        ]
        stop = Piece(self._opt_out(story), must=True, joint=" " if link or not facts else ". ")
        return [*map(_in_gsm, said), stop]

    @override
    def found_inside(self, part: Part, carrier: Fitted, story: Story) -> Fitted:
        words = self._opt_out(story)
        is_said = words in carrier.text or own_words(self, part, story) is not None
        return Fitted(words if is_said else "", (), ())

    def _opt_out(self, story: Story) -> str:
        """Return the words of the opt-out line: own ones, or what is true of the sender."""
        own = own_words(self, self.spec.part("opt_out"), story)
        if own is not None:
            return own
        words, url = stock_words(story.language), story.brand.unsubscribe_url
        if not _is_silent(self.worded(self.spec.part("sender"), story).text):
            return to_gsm(words.reply_stop)
        return to_gsm(words.visit).format(url=url) if url else ""

    @override
    def counted(self, part: str, text: str) -> str:
        """Return a sender only where it is a name: numbers have a length of their own."""
        return "" if part == "sender" and not _is_silent(text) else text

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [
            *super().validate(content, story),
            *self._check_sender(content, story),
            *self._check_opt_out(content, story),
            *self._check_cost(story),
        ]

    def _check_sender(self, content: Content, story: Story) -> Iterator[Issue]:
        sender = content.parts["sender"].strip()
        if _is_silent(sender) and not is_name(sender):
            message = (
                f'"{sender}" can send no SMS. Take a name of letters without accents, digits and '
                "spaces, with at least one letter, or a number such as +33123456789."
            )
            yield _issue("bad_sender", message, "sender")
        if not sender and story.brand.unsubscribe_url:
            message = (
                f'No first word of "{story.brand.name}" makes a name of 11 letters, digits and '
                "spaces, so the SMS comes from a number. Word the sender for a name."
            )
            yield _issue("no_sender", message, "sender", "warning")

    def _check_opt_out(self, content: Content, story: Story) -> Iterator[Issue]:
        text, line, sender = (content.parts[part] for part in ("text", "opt_out", "sender"))
        line = line.strip() if line.strip() in text else ""
        url = story.brand.unsubscribe_url
        visits = url and any(same_target(link.url, url) for link in find_links(text))
        if visits or STOP_TO.search(text) or any(find_links(line)):
            return
        if not _is_silent(sender):
            if not line and not re.search(r"\b(?:STOP|ARRET|UNSUBSCRIBE)\b", text):
                message = "An SMS must say how to opt out: add STOP to the own words."
                yield _issue("no_opt_out", message, "text")
            return
        message = (
            f'An SMS must say how to opt out, and nobody can answer a name such as "{sender}". '
            "Add the brand's address to unsubscribe or a number to text STOP to, "
            "or send from a number."
        )
        yield _issue("no_opt_out", message, "opt_out")

    def _check_cost(self, story: Story) -> Iterator[Issue]:
        """Yield what makes own words cost double, with what to type in its place."""
        for part in ("text", "opt_out"):
            offer = offer_gsm(story.own_words(self.spec.slug, part) or "")
            if offer:
                yield _issue("costly_characters", say_offer(offer), part, "warning")

    @override
    def render(self, content: Content) -> Rendered:
        sender = content.parts["sender"].strip()
        return json_payload(({"From": sender} if sender else {}) | {"Body": content.parts["text"]})


def _is_silent(sender: str) -> bool:
    """Tell whether nobody can answer the sender: it is a name."""
    return bool(sender.strip()) and not is_number(sender)


def _issue(code: str, message: str, part: str, severity: str = "error") -> Issue:
    field = f"overrides.sms.{part}"
    return Issue.model_validate(
        {"code": code, "message": message, "severity": severity, "part": part, "field": field}
    )


def _in_gsm(piece: Piece) -> Piece:
    return replace(piece, text=to_gsm(piece.text), shorter=tuple(map(to_gsm, piece.shorter)))


channel = SmsChannel()
