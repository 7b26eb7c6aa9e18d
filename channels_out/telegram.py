"""Telegram: a message of a bot with a picture or a film, entities and a button.

https://core.telegram.org/bots/api
The payload is a request as the Bot API takes it, ``method`` included; the publisher adds
``chat_id``. A link is shown short and leads, by its entity, to the whole address. Offsets are
UTF-16 units. Telegram takes no alternative text.
"""

from datetime import date
from typing import override

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.common_parts import BUTTON, button_part, tag_parts
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import film, picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
from omnicontent.channels.story import Story
from omnicontent.text.message_entities import message_entities
from omnicontent.text.units import Unit

API = Source("https://core.telegram.org/bots/api", date(2026, 11, 22))
PARSED = "After entities are parsed. Telegram says characters and counts entities in UTF-16."
LENGTHS = (
    API.limit(1024, Unit.UTF16_UNITS, beside_media=True, note=PARSED),
    API.limit(4096, Unit.UTF16_UNITS, beside_media=False, note=PARSED),
)
PHOTO = API.limit(
    5_000_000, Unit.BYTES, note="By its address; 10 MB where the publisher uploads it."
)
VIDEO = API.limit(
    20_000_000, Unit.BYTES, note="By its address; 50 MB where the publisher uploads it."
)


class TelegramChannel(FilmFirstChannel):
    """A message on Telegram."""

    spec = ChannelSpec(
        slug="telegram",
        network="telegram",
        name="Telegram",
        parts=(
            Part(
                name="text",
                label="message",
                required=True,
                limits=LENGTHS,
                help_text="1,024 characters beside a picture or film, 4,096 without.",
            ),
            *tag_parts("text"),
            button_part(),
        ),
        images=(picture(1280, 720, PHOTO),),
        videos=(film(1280, 720, 180, VIDEO, required=False, captions="drawn"),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        alt_required=False,
        read_at_once=True,
        docs=(API.url,),
    )
    with_body = True
    short_links = True

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"headline": story.headline}

    @override
    def payload(self, content: Content) -> dict[str, object]:
        # Telegram trims a message's ends; offsets must not depend on that.
        text = content.parts["text"].strip()
        headline = str(content.data["headline"])
        entities = list(message_entities(text, headline, content.links))
        label = content.parts[BUTTON].strip()
        keys = [{"text": label, "url": link} for link in content.links if label]
        markup = filled(reply_markup=filled(inline_keyboard=[keys] if keys else []))
        if content.media:
            shown = {"caption": text, "caption_entities": entities}
            return markup | shown | _file(content.media[0])
        card = filled(link_preview_options=filled(url="".join(content.links)))
        return markup | card | {"method": "sendMessage", "text": text, "entities": entities}


def _file(use: MediaUse) -> dict[str, object]:
    if use.recipe.kind == "video":
        return {"method": "sendVideo", "video": use.url, "supports_streaming": True}
    return {"method": "sendPhoto", "photo": use.url}


channel = TelegramChannel()
