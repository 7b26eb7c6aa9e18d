"""WhatsApp: a marketing template, and the message that sends it with its variables filled in.

https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
``template`` goes to ``POST /{waba-id}/message_templates`` and is reviewed before it may be sent;
its name changes with its words. In ``header_handle`` the publisher puts the handle of the uploaded
sample in place of its address. ``message`` goes to ``POST /{phone-number-id}/messages`` with
``to``. Facts are variables ({{1}}, ...) where the rules allow one; all else is template text.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, override

import regex

from channels_out._whatsapp_languages import is_known, template_language
from omnicontent.channels.buttons import check_button
from omnicontent.channels.common_parts import BUTTON, STOP, button_part, stop_part
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.issues import words_issue
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.stock_words import stock_words
from omnicontent.channels.story import Story
from omnicontent.channels.validation import check_address
from omnicontent.channels.wording import (
    KEY_MESSAGE,
    SUMMARY,
    fact_pieces,
    headline_piece,
    legal_pieces,
    sentence_pieces,
)
from omnicontent.message.saying import FORMS, say
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import Piece, reworded
from omnicontent.text.units import Unit
from omnicontent.text.variables import fill_variables, part_braces, place_variables

CHECKED = date(2026, 11, 22)
WHATSAPP = "https://developers.facebook.com/documentation/business-messaging/whatsapp"
TEMPLATES = Source(f"{WHATSAPP}/templates/components", CHECKED)
COUPONS = Source(f"{WHATSAPP}/templates/marketing-templates/coupon-templates", CHECKED)
MEDIA = Source("https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media", CHECKED)
RATIO = "https://docs.mercuri.cx/features/templates/whatsapp-templates"
BODY = TEMPLATES.limit(1024, Unit.CHARACTERS, note="With its variables filled in.")
FOLD = TEMPLATES.advice(5, Unit.LINES, note="About so many, in messages of marketing.")
LINE, LABEL = TEMPLATES.limit(60, Unit.CHARACTERS), TEMPLATES.limit(25, Unit.CHARACTERS)
CODE = COUPONS.limit(20, Unit.CHARACTERS, note="Of letters and digits; older pages say 15.")
URL_MAX = 2000
WORDS_OF_THEIR_OWN = ("promo_code", "call_to_action", "legal_line")
"""Facts that are no variable of the text: a code is one without the word before it."""
NO_FORMAT = regex.compile(r"[\n*_~`]|\{\{|\}\}|\p{Extended_Pictographic}|\p{RI}|\u20e3")
"""No header, footer or button holds line breaks, formatting, variables or emoji."""
NO_BODY = re.compile(r"\{\{|\}\}|\t|\n{3,}| {5,}")
REFUSED = {
    NO_FORMAT: _("no line breaks, no double braces, no emoji and none of * _ ~ `"),
    NO_BODY: _("no double braces, no tabs, no two empty lines and no five spaces in a row"),
}


class WhatsAppChannel(PostChannel):
    """A marketing message on WhatsApp."""

    spec = ChannelSpec(
        slug="whatsapp",
        network="whatsapp",
        name="WhatsApp",
        parts=(
            Part(name="body", label="message", required=True, limits=(BODY,), fold=FOLD),
            Part(
                name="header",
                label="header",
                limits=(LINE,),
                help_text="Own words take the place of the picture.",
            ),
            Part(name="footer", label="footer", limits=(LINE,)),
            button_part(LABEL),
            stop_part(LABEL),
        ),
        images=(picture(1200, 628, MEDIA.limit(5_242_880, Unit.BYTES)),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        alt_required=False,  # the API takes no alt text
        fallback="sms",
        read_at_once=True,
        docs=(
            TEMPLATES.url,
            COUPONS.url,
            f"{WHATSAPP}/messages/template-messages",
            MEDIA.url,
            RATIO,
        ),
    )
    medium = "messaging"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        return [reworded(piece, part_braces) for piece in self._said(part, story)]

    def _said(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "footer":
            told = self.worded(self.spec.part(STOP), story).text.strip()
            return [Piece(stock_words(story.language).tap_stop.format(stop=told))] if told else []
        if part.name == "header":
            plain = not story.hero_image and not NO_FORMAT.search(story.headline)
            return [headline_piece(story)] if plain else []
        in_header = self.worded(self.spec.part("header"), story).used
        facts = fact_pieces(self.spec, story)
        key_message = sentence_pieces(story.key_message, KEY_MESSAGE)
        # No variable may stand at the start: facts come behind the headline or the message.
        return [
            *([*key_message, *facts] if in_header else [headline_piece(story), *facts]),
            *([] if in_header else key_message),
            *sentence_pieces(story.summary, SUMMARY),
            *legal_pieces(self.spec, story),
        ]

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        return () if parts.get("header", "").strip() else super().media(story, parts)

    @override
    def data(self, story: Story) -> dict[str, object]:
        facts = story.facts
        known = [fact for kind, fact in facts.present() if kind not in WORDS_OF_THEIR_OWN]
        said = [say(fact, story.locale, form) for fact in known for form in FORMS]
        code = facts.promo_code.code if facts.promo_code else ""
        copied = code if code.isalnum() and len(code) <= CODE.maximum else ""
        return {"id": story.id, "facts": [code, *said] if code else said, "code": copied}

    @override
    def payload(self, content: Content) -> dict[str, object]:
        facts: Any = content.data["facts"]
        text, values = place_variables(content.parts["body"].strip(), facts)
        buttons = list(_buttons(content))
        components = [*_texts(content, text, values), {"type": "BUTTONS", "buttons": buttons}]
        digest = hashlib.sha256(json.dumps(components, sort_keys=True).encode()).hexdigest()
        stem = re.sub(r"[^a-z0-9]+", "_", str(content.data["id"]).lower()).strip("_")
        name, language = f"{stem or 'campaign'}_{digest[:8]}", template_language(content.locale)
        return {
            "template": {
                "name": name,
                "language": language,
                "category": "MARKETING",
                "parameter_format": "POSITIONAL",
                "components": components,
            },
            "message": {
                "messaging_product": "whatsapp",
                "recipient_type": "individual",
                "type": "template",
                "template": {
                    "name": name,
                    "language": {"code": language},
                    "components": list(_filled_in(content, values, buttons)),
                },
            },
        }

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Return the template as its reader sees it: with the message's variables in it."""
        return read_message(json.loads(rendered.body))

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [*super().validate(content, story), *self._check(content, story)]

    def _check(self, content: Content, story: Story) -> Iterator[Issue]:
        for part in self.spec.parts:
            refused = NO_BODY if part.name == "body" else NO_FORMAT
            if refused.search(content.parts[part.name].strip()):
                message = _(
                    "WhatsApp takes %(refused)s in the %(part)s: take them away.",
                    refused=REFUSED[refused],
                    part=part.spoken,
                )
                yield words_issue(self.spec, part.name, "forbidden_characters", message)
        yield from check_address(self.spec, self.link(story), URL_MAX)
        yield from check_button(self.spec, content)
        if story.facts.promo_code and not content.data["code"]:
            yield Issue.of(
                "no_copy_button",
                _(
                    "WhatsApp copies codes of up to %(most)s letters and digits, without other "
                    "signs, so this one stands in the text without a button.",
                    most=CODE.maximum,
                ),
                severity="warning",
                field="facts.promo_code",
            )
        language = template_language(content.locale)
        if not is_known(language):
            message = _(
                'WhatsApp has no language "%(language)s": untick it, or take another language.',
                language=language,
            )
            yield Issue.of("unknown_language", message, field="locale")


def _texts(content: Content, body: str, values: Sequence[str]) -> Iterator[dict[str, object]]:
    """Yield the template's components but its buttons, with a sample for each variable."""
    header, footer = (content.parts[part].strip() for part in ("header", "footer"))
    if content.media:
        sample = {"header_handle": [content.media[0].url]}
        yield {"type": "HEADER", "format": "IMAGE", "example": sample}
    elif header:
        yield {"type": "HEADER", "format": "TEXT", "text": header}
    samples = {"body_text": [list(values)]} if values else {}
    yield {"type": "BODY", "text": body} | filled(example=samples)
    if footer:
        yield {"type": "FOOTER", "text": footer}


def _buttons(content: Content) -> Iterator[dict[str, str]]:
    """Yield what leads on, then the quick reply: WhatsApp wants the two kinds apart."""
    for link in content.links:
        yield {"type": "URL", "text": content.parts[BUTTON].strip(), "url": link}
    if code := str(content.data["code"]):
        yield {"type": "COPY_CODE", "example": code}
    yield {"type": "QUICK_REPLY", "text": content.parts[STOP].strip()}


def _filled_in(
    content: Content, values: Sequence[str], buttons: Sequence[dict[str, str]]
) -> Iterator[dict[str, object]]:
    """Yield what the message fills in: picture, variables, code, and what STOP answers."""
    for use in content.media:
        yield {"type": "header", "parameters": [{"type": "image", "image": {"link": use.url}}]}
    if values:
        texts = [{"type": "text", "text": value} for value in values]
        yield {"type": "body", "parameters": texts}
    answers = {
        "COPY_CODE": {"type": "coupon_code", "coupon_code": content.data["code"]},
        "QUICK_REPLY": {"type": "payload", "payload": "STOP"},
    }
    for index, button in enumerate(buttons):
        if answer := answers.get(button["type"]):
            kind = {"type": "button", "sub_type": button["type"].lower(), "index": str(index)}
            yield kind | {"parameters": [answer]}


def read_message(payload: dict[str, Any]) -> str:
    """Return what a reader sees of a template and the message that fills it in."""
    filled = payload["message"]["template"]["components"]
    given = {component["type"]: component["parameters"] for component in filled}
    values = [parameter["text"] for parameter in given.get("body", ())]
    lines = []
    for component in payload["template"]["components"]:
        lines.append(fill_variables(component.get("text", ""), values))
        for button in component.get("buttons", ()):
            lines += [button.get("text", ""), button.get("url", ""), button.get("example", "")]
    return "\n\n".join(line for line in lines if line)


channel = WhatsAppChannel()
