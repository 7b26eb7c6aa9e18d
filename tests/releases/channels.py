"""A plain channel for tests: one text, one picture, one film."""

import datetime
from typing import override

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.text.units import Unit

FORBIDDEN = "forbidden"
UNSPEAKABLE = "unspeakable"


def limit(maximum: float, unit: Unit) -> Limit:
    checked = datetime.date(2026, 1, 1)
    return Limit(maximum=maximum, unit=unit, source="https://example.com", checked=checked)


class NoticeChannel(Channel):
    """Shows headline and summary; blocks one word, can't say another."""

    spec = ChannelSpec(
        slug="notice",
        network="board",
        name="Notice board",
        media_type="text/html; charset=utf-8",
        parts=(Part(name="text", label="Text", limits=(limit(5000, Unit.GRAPHEMES),)),),
        images=(ImageSlot(name="picture", width_px=320, height_px=240, required=False),),
        videos=(
            VideoSlot(name="film", width_px=160, height_px=90, seconds_max=5, closing_card=False),
        ),
    )

    @override
    def adapt(self, story: Story) -> Content:
        if UNSPEAKABLE in story.headline:
            message = "The notice board can't say this."
            raise AdaptationError(message, slug="notice", part="text", field="headline")
        return Content(
            channel="notice",
            locale=story.locale,
            parts={"text": f"{story.headline} {story.key_message} {story.summary}".strip()},
            media=media_uses(self.spec, story),
        )

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        if FORBIDDEN in content.parts["text"]:
            return [Issue(code="forbidden", message="Say it another way.", field="headline")]
        return []

    @override
    def render(self, content: Content) -> Rendered:
        files = "".join(f"<img src={use.url}>" for use in content.media)
        body = f"<p>{content.parts['text']}</p>{files}".encode()
        return Rendered(media_type=self.spec.media_type, body=body, file_name="notice.html")
