"""Threads: a post with a picture, a carousel or a film, and one topic.

https://developers.facebook.com/documentation/threads/posts
The payload holds the parameters of ``POST /{threads-user-id}/threads``; Threads fetches the files
itself. The publisher makes a container of each of a carousel's ``children`` and sends their ids in
place of them. The topic is a parameter, so the text has no hashtags.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.albums import FilmFirstChannel
from omnicontent.channels.common_parts import alt_part, mentions_part
from omnicontent.channels.content import Content, Issue, MediaUse
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.slots import vertical_film
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Image, Story, Video
from omnicontent.text.emojis import weigh_emojis
from omnicontent.text.fitting import Piece
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
DOCS = "https://developers.facebook.com/documentation/threads"
POSTS, PUBLISHING = f"{DOCS}/posts", f"{DOCS}/reference/publishing"
CHANGES = f"{DOCS}/changelog"
CAROUSEL_MAX = 20
NOT_IN_TOPICS = frozenset(".&")

limit = partial(Limit, source=POSTS, checked=CHECKED)
ALT = limit(maximum=1000, unit=Unit.CHARACTERS, source=PUBLISHING)
PICTURE = partial(
    ImageSlot,
    width_px=1080,
    height_px=1350,
    required=False,
    limits=(limit(maximum=8_388_608, unit=Unit.BYTES),),
    alt_limit=ALT,
)


class ThreadsChannel(FilmFirstChannel):
    """A post on Threads."""

    spec = ChannelSpec(
        slug="threads",
        network="threads",
        name="Threads",
        media_type="application/json",
        parts=(
            Part(
                name="text",
                label="post",
                required=True,
                limits=(
                    limit(
                        maximum=500,
                        unit=Unit.CODE_POINTS,
                        note="An emoji counts its UTF-8 bytes, all else one. How sequences count "
                        "is not documented: each of their characters is counted in bytes.",
                    ),
                    limit(
                        maximum=5,
                        unit=Unit.ITEMS,
                        items="links",
                        source=CHANGES,
                        note="Different addresses, since 2025-12-22.",
                    ),
                    limit(
                        maximum=1,
                        unit=Unit.ITEMS,
                        enforced=False,
                        note="A post has one topic; more hashtags stay plain words.",
                    ),
                ),
            ),
            Part(
                name="topic_tag",
                label="topic",
                limits=(
                    limit(
                        maximum=50,
                        unit=Unit.CHARACTERS,
                        note="Without periods and ampersands; read in a scheduler's reference.",
                    ),
                ),
                help_text="One topic, without periods and ampersands.",
            ),
            mentions_part("text"),
            alt_part(ALT),
        ),
        images=(PICTURE(name="image"), PICTURE(name="pictures", source="body")),
        videos=(
            vertical_film(
                300,
                limit(maximum=300, unit=Unit.SECONDS),
                limit(maximum=1_073_741_824, unit=Unit.BYTES),
                limit(minimum=23, maximum=60, unit=Unit.FRAMES_PER_SECOND),
                required=False,
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action"}),
        forms=("single", "carousel"),
        docs=(POSTS, PUBLISHING, CHANGES),
    )
    hashtags_max = 0

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        if part.name != "topic_tag":
            return super().pieces(part, story)
        usable = [tag for tag in story.hashtags if not NOT_IN_TOPICS & set(tag)]
        return [Piece(tag) for tag in usable[:1]]

    @override
    def counted(self, part: str, text: str) -> str:
        return weigh_emojis(text) if part == "text" else text

    @override
    def lead(self, story: Story) -> Image | Video | None:
        return story.hero_image if self.form(story) == "carousel" else super().lead(story)

    @override
    def media(self, story: Story, parts: dict[str, str]) -> tuple[MediaUse, ...]:
        if self.form(story) == "carousel":
            pictures = (use for use in media_uses(self.spec, story) if use.recipe.kind == "image")
            return tuple(pictures)[:CAROUSEL_MAX]
        return super().media(story, parts)[:1]

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        issues = super().validate(content, story)
        if NOT_IN_TOPICS & set(content.parts["topic_tag"]):
            message = "A topic on Threads has no periods and ampersands: take them away."
            field = f"overrides.{self.spec.slug}.topic_tag"
            issues.append(
                Issue(code="forbidden_characters", message=message, part="topic_tag", field=field)
            )
        if self.form(story) == "carousel" and len(content.media) < 2:
            message = (
                "A carousel on Threads needs two pictures, so a single post goes out. "
                "Put pictures into the body."
            )
            issues.append(
                Issue(code="too_few_pictures", message=message, severity="warning", field="body")
            )
        return issues

    @override
    def payload(self, content: Content) -> dict[str, object]:
        payload: dict[str, object] = {"text": content.parts["text"]}
        if topic := content.parts["topic_tag"].strip().lstrip("#\uff03"):
            payload["topic_tag"] = topic
        children = [_file(use) for use in content.media]
        if len(children) > 1:
            items = [child | {"is_carousel_item": True} for child in children]
            return payload | {"media_type": "CAROUSEL", "children": items}
        if children:
            return payload | children[0]
        attachment = {"link_attachment": content.links[0]} if content.links else {}
        return payload | {"media_type": "TEXT"} | attachment


def _file(use: MediaUse) -> dict[str, object]:
    kind = "VIDEO" if use.recipe.kind == "video" else "IMAGE"
    return {"media_type": kind, f"{kind.lower()}_url": use.url, "alt_text": use.alt}


channel = ThreadsChannel()
