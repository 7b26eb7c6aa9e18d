"""Screens in shops and stations: a playlist of a silent film and a still, with their words drawn.

No standard tells players what to show, so the payload is our own: ``items`` in the order of
showing, each with ``url``, ``type`` (media type), ``width`` and ``height`` in pixels, ``seconds``
on view, ``sound`` (always "none"), and a ``description`` of what it shows. The player loops.

Film and still stand alone: each says offer, period, code and where to go. Nothing can be tapped,
so the address is drawn as people type it. Words stay 5 % off the edges (EBU R 95), and letters
have 48 pixels of 1080 or more: what a maker of players advises for five meters (seen 2026-11-27;
no standard has a number).
"""

import mimetypes
from functools import partial
from typing import override

from pydantic import TypeAdapter

from omnicontent.channels import slots
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.drawn import WORDS, DrawnChannel
from omnicontent.channels.payloads import file_entry
from omnicontent.channels.spec import ChannelSpec, VideoSlot
from omnicontent.channels.story import Story

SAFE_AREA = "https://tech.ebu.ch/docs/r/r095.pdf"
TYPE_SIZES = "https://digitalsignage.com/digital_signage/docs/guides/typography-viewing-distance"
SMALLEST_PX = 48
FILM_BITS = 4_000_000
"""Players of any make show it without a stutter; vendors advise 1 to 8 Mbit/s."""
STILL_SECONDS, FILM_SECONDS_MAX = 10, 60

picture = partial(slots.picture, words=True, call_to_action=True, words_min_px=SMALLEST_PX)
film = partial(
    VideoSlot,
    name="video",
    seconds_max=FILM_SECONDS_MAX,
    words_min_px=SMALLEST_PX,
    sound=False,
    captions="drawn",  # nobody hears what is said
    bits_max=FILM_BITS,
)
screen = partial(
    ChannelSpec,
    network="signage",
    parts=(WORDS,),
    must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
    alt_required=False,  # nobody reads a screen's file to somebody
    docs=(SAFE_AREA, TYPE_SIZES),
)


class LandscapeChannel(DrawnChannel):
    """A screen that hangs or stands wide."""

    spec = screen(
        slug="signage-landscape",
        name="Screen, landscape",
        images=(picture(1920, 1080),),
        videos=(film(width_px=1920, height_px=1080),),
    )

    @override
    def chosen(self, uses: tuple[MediaUse, ...]) -> tuple[MediaUse, ...]:
        return uses

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"seconds": story.hero_video.seconds} if story.hero_video else {}

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return {"items": [_item(use, content) for use in content.media]}


class PortraitChannel(LandscapeChannel):
    """A screen that stands upright."""

    spec = screen(
        slug="signage-portrait",
        name="Screen, portrait",
        images=(picture(1080, 1920),),
        videos=(film(width_px=1080, height_px=1920),),
    )


def _item(use: MediaUse, content: Content) -> dict[str, object]:
    recipe, seconds = use.recipe, float(STILL_SECONDS)
    if recipe.kind == "video" and recipe.closing_card:
        shown = TypeAdapter(float).validate_python(content.data["seconds"])
        seconds = min(shown + recipe.closing_card.seconds, recipe.seconds_max)
    return file_entry(use, "description") | {
        "type": mimetypes.guess_type(use.file_name)[0],
        "seconds": round(seconds, 2),
        "sound": "none",
    }


channels = (LandscapeChannel(), PortraitChannel())
