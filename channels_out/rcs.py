"""RCS: a rich card or a carousel of an RBM agent, with buttons, and the text that revokes it.

https://developers.google.com/business-communications/rcs-business-messaging/reference/rest/v1/phones.agentMessages
``agentMessage`` is the body of ``phones.agentMessages.create``; the publisher may add ``ttl``.

When the campaign is recalled, the publisher revokes what is not delivered yet by ``DELETE`` of
each message; a 404 tells that it was. Who has it gets the agent message in ``revocation``: it
names the brand and says that the message no longer holds, and repeats nothing of the offer.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any, override

from omnicontent.channels.common_parts import BUTTON, button_part
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.stock_words import stock_words
from omnicontent.channels.story import Picture, Story
from omnicontent.channels.validation import FACT_NAMES, check_address
from omnicontent.channels.visible import strings_at
from omnicontent.channels.wording import (
    KEY_MESSAGE,
    SUMMARY,
    body_pieces,
    fact_pieces,
    headline_piece,
    legal_pieces,
    sentence_pieces,
)
from omnicontent.message.finding import carries
from omnicontent.message.saying import say
from omnicontent.text.fitting import Piece
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
AWS = "https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-rcs.html"
GUPSHUP = "https://docs.gupshup.io/docs/rcs-message-elements"
RBM = "https://developers.google.com/business-communications/rcs-business-messaging"
CARDS = f"{RBM}/guides/learn/rich-cards"
CARDS_MAX = 9
"""Of ten: each has a button, two replies come besides, and a message takes eleven of them."""
SUGGESTION_MAX, CAPTION_MAX, URL_MAX = 25, 2000, 2000
OFFERS = frozenset({"offer", "period", "promo_code", "call_to_action"})


def _characters(maximum: int) -> Limit:
    return Limit(maximum=maximum, unit=Unit.CHARACTERS, source=AWS, checked=CHECKED)


def _bytes(maximum: int, note: str) -> Limit:
    return Limit(
        maximum=maximum,
        unit=Unit.BYTES,
        source=GUPSHUP,
        checked=CHECKED,
        enforced=False,
        note=note,
    )


def _slots(name: str, width_px: int, height_px: int) -> tuple[ImageSlot, ImageSlot]:
    """Return the slot of a picture, and of what is shown until that is loaded."""
    picture = ImageSlot(
        name=name,
        width_px=width_px,
        height_px=height_px,
        source="body" if name == "picture" else "hero",
        required=False,
        limits=(_bytes(2_097_152, "Advised; the platform takes 100 MB, many carriers 5 MB."),),
    )
    thumbnail = replace(
        picture,
        name=f"{name}-thumbnail",
        width_px=width_px // 2,
        height_px=height_px // 2,
        limits=(_bytes(100_000, "Advised at most; 40 kB are better."),),
    )
    return picture, thumbnail


class RcsChannel(PostChannel):
    """A message of RCS for Business."""

    spec = ChannelSpec(
        slug="rcs",
        network="rcs",
        name="RCS",
        media_type="application/json",
        parts=(
            Part(name="title", label="title", limits=(_characters(200),)),
            Part(
                name="description",
                label="description",
                required=True,
                limits=(_characters(2000),),
            ),
            button_part(_characters(SUGGESTION_MAX)),
            Part(
                name="stop",
                label="opt-out button",
                required=True,
                limits=(_characters(SUGGESTION_MAX),),
            ),
            Part(
                name="revocation",
                label="withdrawal",
                required=True,
                limits=(_characters(3072),),
                help_text="Sent to who has the message when the campaign is recalled.",
            ),
        ),
        images=(
            *_slots("image", 1440, 720),
            *_slots("cover", 1160, 840),
            *_slots("picture", 1160, 840),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        alt_required=False,  # the API takes no alt text
        payload_limits=(
            Limit(
                maximum=250_000,
                unit=Unit.UTF8_BYTES,
                source=AWS,
                checked=CHECKED,
                note="250 KB; which kilobyte is not documented.",
            ),
        ),
        forms=("card", "carousel"),
        fallback="whatsapp",
        docs=(f"{RBM}/reference/rest/v1/phones.agentMessages", CARDS, AWS, GUPSHUP),
    )
    medium = "messaging"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        words = stock_words(story.language)
        match part.name:
            case "title":
                return [headline_piece(story)]
            case "stop":
                return [Piece(words.stop)]
            case "revocation":
                return [Piece(words.withdrawn.format(brand=story.brand.name))]
        return [
            *sentence_pieces(story.key_message, KEY_MESSAGE),
            *fact_pieces(self.spec, story),
            *sentence_pieces(story.summary, SUMMARY),
            *body_pieces(story),
            *legal_pieces(self.spec, story),
        ]

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        """Return the hero for a card, or the hero and the body's pictures for a carousel."""
        uses = media_uses(self.spec, story)
        cards = [*_pairs(uses, "cover"), *_pairs(uses, "picture")][:CARDS_MAX]
        if self.form(story) != "carousel" or len(cards) < 2:
            cards = _pairs(uses, "image")
        return tuple(chain.from_iterable(cards))

    @override
    def data(self, story: Story) -> dict[str, object]:
        code = story.facts.promo_code
        replies = (say(code, story.locale), code.code) if code else ()
        captions = [block.caption for block in story.body if isinstance(block, Picture)]
        return {
            "code": code.code if code else "",
            "reply": next((text for text in replies if _is_short(text, SUGGESTION_MAX)), ""),
            "captions": [text if _is_short(text, CAPTION_MAX) else "" for text in captions],
        }

    @override
    def payload(self, content: Content) -> dict[str, object]:
        cards = list(_cards(content))
        card: dict[str, object] = {"carouselCard": {"cardWidth": "MEDIUM", "cardContents": cards}}
        if len(cards) == 1:
            card = {"standaloneCard": {"cardOrientation": "VERTICAL", "cardContent": cards[0]}}
        stop = _reply(content.parts["stop"], "stop")
        revocation = content.parts["revocation"]
        return {
            "agentMessage": _agent_message({"richCard": card, "suggestions": [stop]}),
            "revocation": _agent_message({"text": revocation}),
        }

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Return what the message shows; its revocation is another message."""
        message = json.loads(rendered.body)["agentMessage"]
        return "\n".join(strings_at(message, "title", "description", "text", "url"))

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [*super().validate(content, story), *self._check(content, story)]

    def _check(self, content: Content, story: Story) -> Iterator[Issue]:
        if self.form(story) == "carousel" and not content.media_in("picture"):
            yield Issue(
                code="too_few_pictures",
                message="An RCS carousel needs two pictures, so a card is made. "
                "Put pictures into the body.",
                severity="warning",
                field="body",
            )
        yield from check_address(self.spec, self.link(story), URL_MAX)
        for kind, fact in story.facts.present():
            if kind in OFFERS and carries(fact, content.parts["revocation"], story.locale):
                yield Issue(
                    code="forbidden_fact",
                    message=f"The withdrawal on RCS must not say {FACT_NAMES[kind]} again: "
                    "it no longer holds. Take it away.",
                    part="revocation",
                    field=f"overrides.{self.spec.slug}.revocation",
                )


def _pairs(uses: Sequence[MediaUse], slot: str) -> list[tuple[MediaUse, MediaUse]]:
    """Return the pictures of a slot, each with its thumbnail."""
    pictures = (use for use in uses if use.slot == slot)
    thumbnails = (use for use in uses if use.slot == f"{slot}-thumbnail")
    return list(zip(pictures, thumbnails, strict=True))


def _is_short(text: str, maximum: int) -> bool:
    return measure(text, Unit.CHARACTERS).count <= maximum


def _cards(content: Content) -> Iterator[dict[str, object]]:
    """Yield the card that says it all, then one for each further picture."""
    open_link = _open(content)
    code, reply = str(content.data["code"]), str(content.data["reply"])
    replies = [_reply(reply, f"code {code}")] if reply else []
    words = {name: content.parts[name] for name in ("title", "description") if content.parts[name]}
    pairs = list(zip(content.media[::2], content.media[1::2], strict=True))
    first = _media(*pairs[0]) if pairs else {}
    yield words | first | _suggestions([*open_link, *replies])
    captions: Any = content.data["captions"]
    said = captions if content.media_in("cover") else captions[1:]
    for pair, caption in zip(pairs[1:], said, strict=False):
        told = {"description": caption} if caption else {}
        yield told | _media(*pair) | _suggestions(open_link)


def _media(picture: MediaUse, thumbnail: MediaUse) -> dict[str, object]:
    files = {"fileUrl": picture.url, "thumbnailUrl": thumbnail.url}
    return {"media": {"height": "MEDIUM", "contentInfo": files}}


def _open(content: Content) -> list[dict[str, object]]:
    """Return the button that leads on, if the story leads anywhere."""
    return [
        {
            "action": {
                "text": content.parts[BUTTON],
                "postbackData": "open",
                "openUrlAction": {"url": link},
            }
        }
        for link in content.links
    ]


def _reply(text: str, postback: str) -> dict[str, object]:
    return {"reply": {"text": text, "postbackData": postback}}


def _suggestions(suggestions: list[dict[str, object]]) -> dict[str, object]:
    return {"suggestions": suggestions} if suggestions else {}


def _agent_message(content_message: dict[str, object]) -> dict[str, object]:
    return {"contentMessage": content_message, "messageTrafficType": "PROMOTION"}


channel = RcsChannel()
