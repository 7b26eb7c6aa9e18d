"""Telegram: a message of a bot with a picture or a film, entities and a button.

https://core.telegram.org/bots/api
The payload is a request as the Bot API takes it, ``method`` included; the publisher adds
``chat_id``. A link is shown short and leads, by its entity, to the whole address. Offsets are
UTF-16 units. Telegram takes no alternative text.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.common_parts import BUTTON, button_part, hashtags_part, mentions_part
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.channels.wording import display_link, link_of
from omnicontent.text.entities import Entity, find_entities
from omnicontent.text.lengths import measure
from omnicontent.text.links import same_target
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
API = "https://core.telegram.org/bots/api"
ACCOUNT = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")

limit = partial(Limit, source=API, checked=CHECKED)
length = partial(
    limit,
    unit=Unit.UTF16_UNITS,
    note="After entities are parsed. Telegram says characters and counts entities in UTF-16.",
)


class TelegramChannel(FilmFirstChannel):
    """A message on Telegram."""

    spec = ChannelSpec(
        slug="telegram",
        network="telegram",
        name="Telegram",
        media_type="application/json",
        parts=(
            Part(
                name="text",
                label="message",
                required=True,
                limits=(
                    length(maximum=1024, beside_media=True),
                    length(maximum=4096, beside_media=False),
                ),
                help_text="1,024 characters beside a picture or film, 4,096 without.",
            ),
            hashtags_part("text"),
            mentions_part("text"),
            button_part(),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1280,
                height_px=720,
                required=False,
                limits=(
                    limit(
                        maximum=5_000_000,
                        unit=Unit.BYTES,
                        note="By its address; 10 MB where the publisher uploads it.",
                    ),
                ),
            ),
        ),
        videos=(
            VideoSlot(
                name="video",
                width_px=1280,
                height_px=720,
                seconds_max=180,
                limits=(
                    limit(
                        maximum=20_000_000,
                        unit=Unit.BYTES,
                        note="By its address; 50 MB where the publisher uploads it.",
                    ),
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        alt_required=False,
        docs=(API,),
    )
    with_body = True

    @override
    def shown_link(self, story: Story) -> str:
        return display_link(link_of(story))

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"headline": story.headline}

    @override
    def payload(self, content: Content) -> dict[str, object]:
        # Telegram trims a message's ends; offsets must not depend on that.
        text = content.parts["text"].strip()
        entities = list(_entities(text, str(content.data["headline"]), content.links))
        payload: dict[str, object] = {}
        button = content.parts[BUTTON].strip()
        if button and content.links:
            key = {"text": button, "url": content.links[0]}
            payload["reply_markup"] = {"inline_keyboard": [[key]]}
        if content.media:
            payload |= {"caption": text, "caption_entities": entities}
            return payload | _file(content.media[0])
        if content.links:
            payload["link_preview_options"] = {"url": content.links[0]}
        return payload | {"method": "sendMessage", "text": text, "entities": entities}


def _entities(text: str, headline: str, links: tuple[str, ...]) -> Iterator[dict[str, object]]:
    """Yield the headline in bold, then links, mentions and hashtags behind it."""
    bold = len(headline) if text.partition("\n")[0] == headline else 0
    if bold:
        yield {"type": "bold"} | _span(text, 0, bold)
    for entity in find_entities(text):
        if entity.start >= bold and (kind := _kind(entity, links)):
            yield kind | _span(text, entity.start, entity.end)


def _kind(entity: Entity, links: tuple[str, ...]) -> dict[str, object]:
    """Return what an entity is in the Bot API; nothing for what Telegram does not mark."""
    if entity.kind == "link":
        if whole := next((url for url in links if same_target(url, entity.value)), ""):
            return {"type": "text_link", "url": whole}
        return {"type": "url"} if entity.value.lower().startswith("http") else {}
    if entity.kind == "mention":
        return {"type": "mention"} if ACCOUNT.fullmatch(entity.value) else {}
    return {"type": "hashtag"} if entity.kind == "hashtag" else {}


def _span(text: str, start: int, end: int) -> dict[str, object]:
    return {
        "offset": measure(text[:start], Unit.UTF16_UNITS).count,
        "length": measure(text[start:end], Unit.UTF16_UNITS).count,
    }


def _file(use: MediaUse) -> dict[str, object]:
    if use.recipe.kind == "video":
        return {"method": "sendVideo", "video": use.url, "supports_streaming": True}
    return {"method": "sendPhoto", "photo": use.url}


channel = TelegramChannel()
