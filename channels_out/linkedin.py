"""LinkedIn: a post of the Posts API with one picture, its commentary in "little text".

https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
LinkedIn drops everything behind a reserved character that has no backslash, without an error.
The publisher adds ``author``, uploads ``content.media.url`` and sends its URN as
``content.media.id`` in place of ``url``, ``width`` and ``height``.
"""

import re
from datetime import date
from typing import override

from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.families import PostChannel, file_entry
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.text.entities import find_hashtags
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
HELP = "https://www.linkedin.com/help/linkedin/answer/a528176"
SHARES = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares"
LITTLE_TEXT = f"{SHARES}/little-text-format"
IMAGES = f"{SHARES}/images-api"
RESERVED = re.compile(r"([|{}@\[\]()<>#\\*_~])")
TEMPLATE = re.compile(r"\{hashtag\|\\#\|((?:[^}\\]|\\.)*)\}")


def escape(text: str) -> str:
    """Return the text in LinkedIn's little text: hashtags as templates, the rest escaped."""
    parts, end = [], 0
    for tag in find_hashtags(text):
        parts.append(RESERVED.sub(r"\\\1", text[end : tag.start]))
        parts.append(rf"{{hashtag|\#|{RESERVED.sub(r'\\\1', tag.value)}}}")
        end = tag.end
    return "".join([*parts, RESERVED.sub(r"\\\1", text[end:])])


def unescape(little: str) -> str:
    """Return what a reader sees of little text."""
    return re.sub(r"\\(.)", r"\1", TEMPLATE.sub(r"\#\1", little))


class LinkedInChannel(PostChannel):
    """A post on LinkedIn."""

    spec = ChannelSpec(
        slug="linkedin",
        network="linkedin",
        name="LinkedIn",
        media_type="application/json",
        parts=(
            Part(
                name="commentary",
                label="post",
                required=True,
                limits=(
                    Limit(
                        maximum=3000,
                        unit=Unit.CHARACTERS,
                        source=HELP,
                        checked=CHECKED,
                        note="Counted with its escapes: whether they count is not documented.",
                    ),
                ),
            ),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1200,
                height_px=627,
                required=False,
                limits=(
                    Limit(maximum=36_152_319, unit=Unit.PIXELS, source=IMAGES, checked=CHECKED),
                ),
                alt_limit=Limit(
                    maximum=4086, unit=Unit.CHARACTERS, source=IMAGES, checked=CHECKED
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        docs=(f"{SHARES}/posts-api", LITTLE_TEXT, IMAGES, HELP),
    )
    with_body = True

    @override
    def counted(self, part: str, text: str) -> str:
        return escape(text)

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return unescape(super().visible_text(content, rendered))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        payload: dict[str, object] = {
            "commentary": escape(content.parts["commentary"]),
            "lifecycleState": "PUBLISHED",
            "visibility": "PUBLIC",
        }
        media = [file_entry(use, alt_key="altText") for use in content.media]
        return payload | ({"content": {"media": media[0]}} if media else {})


channel = LinkedInChannel()
