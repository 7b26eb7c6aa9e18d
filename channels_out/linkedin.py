"""LinkedIn: a post of the Posts API with pictures or a link card, and a comment below it.

https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
The commentary is "little text": LinkedIn drops everything behind a reserved character that has no
backslash, without an error. A mention is typed as ``@[Name](urn:li:organization:1)``. The
publisher adds ``author``, uploads each picture and sends its URN as ``id`` in place of ``url``,
``width`` and ``height``. ``first_comment`` goes to ``POST /rest/socialActions/{post}/comments``.
"""

from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.common_parts import (
    FIRST_COMMENT,
    alt_part,
    first_comment_part,
    hashtags_part,
    mentions_part,
)
from omnicontent.channels.content import Content, MediaUse, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.payloads import file_entry
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.text.little_text import escape_little, unescape_little
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
HELP = "https://www.linkedin.com/help/linkedin/answer/a528176"
COMMUNITY = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares"
LITTLE_TEXT = f"{COMMUNITY}/little-text-format"
IMAGES, MULTI_IMAGE = f"{COMMUNITY}/images-api", f"{COMMUNITY}/multiimage-post-api"
SCHEDULERS = "https://glama.ai/mcp/connectors/com.publora/mcp-server/tools/linkedin_create_comment"
PICTURES_MAX = 20

limit = partial(Limit, unit=Unit.CHARACTERS, source=HELP, checked=CHECKED)
ALT = limit(maximum=4086, source=IMAGES)
PICTURE = partial(
    ImageSlot,
    width_px=1200,
    height_px=627,
    required=False,
    limits=(limit(maximum=36_152_319, unit=Unit.PIXELS, source=IMAGES),),
    alt_limit=ALT,
)


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
                    limit(
                        maximum=3000,
                        note="Counted with its escapes: whether they count is not documented.",
                    ),
                ),
            ),
            hashtags_part("commentary"),
            mentions_part("commentary"),
            first_comment_part(
                limit(
                    maximum=1250,
                    source=SCHEDULERS,
                    note="What schedulers send at most; LinkedIn's own page names no number.",
                )
            ),
            alt_part(
                ALT,
                limit(maximum=120, source=IMAGES, enforced=False, note="LinkedIn advises fewer."),
            ),
        ),
        images=(PICTURE(name="image"), PICTURE(name="pictures", source="body")),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        docs=(f"{COMMUNITY}/posts-api", LITTLE_TEXT, IMAGES, MULTI_IMAGE, HELP),
    )
    with_body = True

    @override
    def counted(self, part: str, text: str) -> str:
        return escape_little(text) if part == "commentary" else text

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        return super().media(story, parts)[:PICTURES_MAX]

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"title": story.headline}

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return unescape_little(super().visible_text(content, rendered))

    @override
    def payload(self, content: Content) -> dict[str, object]:
        payload: dict[str, object] = {
            "commentary": escape_little(content.parts["commentary"]),
            "lifecycleState": "PUBLISHED",
            "visibility": "PUBLIC",
        }
        if shown := self._content(content):
            payload["content"] = shown
        comment = content.parts[FIRST_COMMENT]
        return payload | ({"first_comment": {"message": {"text": comment}}} if comment else {})

    def _content(self, content: Content) -> dict[str, object]:
        """Return the pictures, or the card of the link where there are none."""
        pictures = [file_entry(use, alt_key="altText") for use in content.media]
        if len(pictures) > 1:
            return {"multiImage": {"images": pictures}}
        if pictures:
            return {"media": pictures[0]}
        if not content.links:
            return {}
        return {"article": {"source": content.links[0], "title": content.data["title"]}}


channel = LinkedInChannel()
