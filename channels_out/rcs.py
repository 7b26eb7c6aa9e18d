"""RCS: a rich card or a carousel of an RBM agent, with buttons, and the text that revokes it.

https://developers.google.com/business-communications/rcs-business-messaging/reference/rest/v1/phones.agentMessages
``agentMessage`` is the body of ``phones.agentMessages.create``; the publisher may add ``ttl``.

When the campaign is recalled, the publisher revokes what is not delivered yet by ``DELETE`` of
each message; a 404 tells that it was. Who has it gets the agent message in ``revocation``: it
names the brand and says that the message no longer holds, and repeats nothing of the offer.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any, override

from omnicontent.channels.albums import check_album
from omnicontent.channels.buttons import check_button
from omnicontent.channels.common_parts import BUTTON, STOP, button_part, stop_part
from omnicontent.channels.content import Content, Issue, MediaUse, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.issues import words_issue
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Part, Source
from omnicontent.channels.stock_words import stock_words
from omnicontent.channels.story import Picture, Story
from omnicontent.channels.validation import check_address
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
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.message.saying import say
from omnicontent.phrases import phrase as _
from omnicontent.phrases import term
from omnicontent.text.fitting import Piece
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
RBM = "https://developers.google.com/business-communications/rcs-business-messaging"
AWS = Source(
    "https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-rcs.html", CHECKED
)
GUPSHUP = Source("https://docs.gupshup.io/docs/rcs-message-elements", CHECKED)
MESSAGES = f"{RBM}/reference/rest/v1/phones.agentMessages"
CARDS = Source(f"{RBM}/guides/learn/rich-cards", CHECKED)

TITLE = AWS.limit(200, Unit.CHARACTERS)
DESCRIPTION = AWS.limit(2000, Unit.CHARACTERS)
SUGGESTION = AWS.limit(25, Unit.CHARACTERS)
MESSAGE = AWS.limit(3072, Unit.CHARACTERS)
PAYLOAD = AWS.limit(250_000, Unit.UTF8_BYTES, note="250 KB; which kilobyte is not documented.")
FILE = GUPSHUP.advice(
    2_097_152, Unit.BYTES, note="Advised; the platform takes 100 MB, many carriers 5 MB."
)
THUMBNAIL = GUPSHUP.advice(100_000, Unit.BYTES, note="Advised at most; 40 kB are better.")
CARDS_MAX = 9
PICTURES = CARDS.limit(
    CARDS_MAX,
    Unit.ITEMS,
    items="pictures",
    note="Of ten cards: each has a button, and a message takes eleven of them with two replies.",
)
CAPTION_MAX, URL_MAX = 2000, 2000
OFFERS = frozenset({"offer", "period", "promo_code", "call_to_action"})


def _with_thumbnail(slot: ImageSlot) -> tuple[ImageSlot, ImageSlot]:
    """Return the slot of a picture, and of what is shown until that is loaded."""
    width_px, height_px = slot.width_px // 2, slot.height_px // 2
    name = f"{slot.name}-thumbnail"
    return slot, picture(width_px, height_px, THUMBNAIL, name=name, source=slot.source)


class RcsChannel(PostChannel):
    """A message of RCS for Business."""

    spec = ChannelSpec(
        slug="rcs",
        network="rcs",
        name="RCS",
        parts=(
            Part(name="title", label="title", limits=(TITLE,)),
            Part(name="description", label="description", required=True, limits=(DESCRIPTION,)),
            button_part(SUGGESTION),
            stop_part(SUGGESTION),
            Part(
                name="revocation",
                label="withdrawal",
                required=True,
                limits=(MESSAGE,),
                help_text="Sent to who has the message when the campaign is recalled.",
            ),
        ),
        images=(
            *_with_thumbnail(picture(1440, 720, FILE)),
            *_with_thumbnail(picture(1160, 840, FILE, name="cover")),
            *_with_thumbnail(picture(1160, 840, FILE, PICTURES, name="picture", source="body")),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        alt_required=False,  # the API takes no alt text
        payload_limits=(PAYLOAD,),
        forms=("card", "carousel"),
        fallback="whatsapp",
        read_at_once=True,
        docs=(MESSAGES, CARDS.url, AWS.url, GUPSHUP.url),
    )
    medium = "messaging"

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name == "title":
            return [headline_piece(story)]
        if part.name == "revocation":
            withdrawn = stock_words(story.language).withdrawn
            return [Piece(withdrawn.format(brand=story.brand.name))]
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
            "reply": next((text for text in replies if _is_short(text, SUGGESTION.maximum)), ""),
            "captions": [text if _is_short(text, CAPTION_MAX) else "" for text in captions],
        }

    @override
    def payload(self, content: Content) -> dict[str, object]:
        cards = list(_cards(content))
        card: dict[str, object] = {"carouselCard": {"cardWidth": "MEDIUM", "cardContents": cards}}
        if len(cards) == 1:
            card = {"standaloneCard": {"cardOrientation": "VERTICAL", "cardContent": cards[0]}}
        stop = _reply(content.parts[STOP], "stop")
        return {
            "agentMessage": _agent_message({"richCard": card, "suggestions": [stop]}),
            "revocation": _agent_message({"text": content.parts["revocation"]}),
        }

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        """Return what the message shows; its revocation is another message."""
        message = json.loads(rendered.body)["agentMessage"]
        return "\n\n".join(strings_at(message, "title", "description", "text", "url"))

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        return [*super().validate(content, story), *self._check(content, story)]

    def _check(self, content: Content, story: Story) -> Iterator[Issue]:
        if self.form(story) == "carousel":
            yield from check_album(self.spec, len(_all_pairs(content)))
        yield from check_address(self.spec, self.link(story), URL_MAX)
        yield from check_button(self.spec, content)
        withdrawal = content.parts["revocation"]
        for kind, fact in story.facts.present():
            # A period without start and end says nothing, so every text carries it.
            told = kind in OFFERS and say(fact, story.locale)
            if told and carries(fact, withdrawal, story.locale):
                message = _(
                    "The withdrawal on RCS must not say %(label)s again: it no longer holds. Take "
                    "it away.",
                    label=term("fact", all_kinds()[kind].label),
                )
                yield words_issue(self.spec, "revocation", "forbidden_fact", message)


def _pairs(uses: Sequence[MediaUse], slot: str) -> list[tuple[MediaUse, MediaUse]]:
    """Return the pictures of a slot, each with its thumbnail."""
    pictures = (use for use in uses if use.slot == slot)
    thumbnails = (use for use in uses if use.slot == f"{slot}-thumbnail")
    return list(zip(pictures, thumbnails, strict=True))


def _all_pairs(content: Content) -> list[tuple[MediaUse, MediaUse]]:
    return [pair for slot in ("image", "cover", "picture") for pair in _pairs(content.media, slot)]


def _is_short(text: str, maximum: float) -> bool:
    return measure(text, Unit.CHARACTERS).count <= maximum


def _cards(content: Content) -> Iterator[dict[str, object]]:
    """Yield the card that says it all, then one for each further picture."""
    open_link = list(_open(content))
    code, reply = str(content.data["code"]), str(content.data["reply"])
    replies = [_reply(reply, f"code {code}")] if reply else []
    words = {name: content.parts[name] for name in ("title", "description")}
    pairs = _all_pairs(content)
    first = _media(*pairs[0]) if pairs else {}
    yield filled(**words, media=first, suggestions=[*open_link, *replies])
    captions: Any = content.data["captions"]
    said = captions if content.media_in("cover") else captions[1:]
    for pair, caption in zip(pairs[1:], said, strict=False):
        yield filled(description=caption, media=_media(*pair), suggestions=open_link)


def _media(shown: MediaUse, thumbnail: MediaUse) -> dict[str, object]:
    files = {"fileUrl": shown.url, "thumbnailUrl": thumbnail.url}
    return {"height": "MEDIUM", "contentInfo": files}


def _open(content: Content) -> Iterator[dict[str, object]]:
    """Yield the button that leads on, if the story leads anywhere."""
    for link in content.links:
        button = {"text": content.parts[BUTTON], "postbackData": "open"}
        yield {"action": button | {"openUrlAction": {"url": link}}}


def _reply(text: str, postback: str) -> dict[str, object]:
    return {"reply": {"text": text, "postbackData": postback}}


def _agent_message(content_message: dict[str, object]) -> dict[str, object]:
    return {"contentMessage": content_message, "messageTrafficType": "PROMOTION"}


channel = RcsChannel()
