"""Discord: a message of a webhook with an embed, a picture and a button.

https://docs.discord.com/developers/resources/webhook#execute-webhook
The payload holds the parameters of that call. The publisher fetches each of ``attachments`` from
its ``url``, sends it as ``files[id]`` and takes ``url`` away; a webhook that no application owns
needs ``with_components=true`` for the button. What a story says is escaped, as text is Markdown;
own words go out as typed. Nobody is pinged but those whom the editor names under mentions.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import override

from omnicontent.channels.common_parts import (
    BUTTON,
    MENTIONS,
    alt_part,
    button_part,
    mentions_part,
    tag_pieces,
)
from omnicontent.channels.content import Content, Issue, Rendered
from omnicontent.channels.families import PostChannel
from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.channels.wording import (
    KEY_MESSAGE,
    SUMMARY,
    action_pieces,
    body_pieces,
    fact_pieces,
    headline_piece,
    legal_pieces,
    sentence_pieces,
)
from omnicontent.text.fitting import Piece
from omnicontent.text.markdown import escape_markdown, unescape_markdown
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
DOCS = "https://docs.discord.com/developers"
WEBHOOK, MESSAGE = f"{DOCS}/resources/webhook", f"{DOCS}/resources/message"
COMPONENTS = f"{DOCS}/components/reference"
EMBED = ("author", "title", "description", "footer")
PLAIN = frozenset({"author", "footer"})
"""Parts that Discord shows without Markdown."""
URL_MAX = 512
PING = re.compile(r"<@(?P<role>&?)(?P<id>\d+)>")
ROW, LINK_BUTTON, LINK_STYLE = 1, 2, 5

length = partial(
    Limit,
    unit=Unit.CHARACTERS,
    source=MESSAGE,
    checked=CHECKED,
    note="White space at the ends does not count.",
)
ALT = length(maximum=1024)


class DiscordChannel(PostChannel):
    """A message on Discord."""

    spec = ChannelSpec(
        slug="discord",
        network="discord",
        name="Discord",
        media_type="application/json",
        parts=(
            Part(name="content", label="message", required=True, limits=(length(maximum=2000),)),
            Part(name="author", label="author", limits=(length(maximum=256),)),
            Part(name="title", label="title", limits=(length(maximum=256),)),
            Part(
                name="description",
                label="description",
                limits=(
                    length(maximum=4096),
                    length(maximum=6000, together=EMBED, note="All texts of the embed together."),
                ),
            ),
            Part(name="footer", label="footer", limits=(length(maximum=2048),)),
            mentions_part("content"),
            button_part(length(maximum=80, source=COMPONENTS)),
            alt_part(ALT),
        ),
        images=(
            ImageSlot(
                name="image",
                width_px=1280,
                height_px=720,
                required=False,
                limits=(
                    Limit(
                        maximum=10_485_760,
                        unit=Unit.BYTES,
                        source=f"{DOCS}/reference#uploading-files",
                        checked=CHECKED,
                        note="More on servers with boosts.",
                    ),
                ),
            ),
        ),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        docs=(WEBHOOK, MESSAGE, COMPONENTS),
    )

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        said = self._said(part, story)
        return said if part.name in PLAIN else [_in_markdown(piece) for piece in said]

    def _said(self, part: Part, story: Story) -> list[Piece]:
        match part.name:
            case "author":
                return [Piece(story.brand.name)]
            case "title":
                return [headline_piece(story)]
            case "description":
                return [*sentence_pieces(story.summary, SUMMARY), *body_pieces(story)]
            case "footer":
                return legal_pieces(self.spec, story)
            case _:
                return [
                    *sentence_pieces(story.key_message, KEY_MESSAGE),
                    *fact_pieces(self.spec, story),
                    *action_pieces(self.spec, story, self.link(story)),
                    *tag_pieces(self.spec.slug, story, 0),
                ]

    @override
    def counted(self, part: str, text: str) -> str:
        return text.strip()

    @override
    def data(self, story: Story) -> dict[str, object]:
        return {"color": int(story.brand.color.removeprefix("#"), 16)}

    @override
    def visible_text(self, content: Content, rendered: Rendered) -> str:
        return unescape_markdown(super().visible_text(content, rendered))

    @override
    def validate(self, content: Content, story: Story) -> list[Issue]:
        issues = super().validate(content, story)
        if any(len(link) > URL_MAX for link in content.links):
            message = (
                f"Discord takes {URL_MAX} characters for a button's address, so the message has "
                "no button. Choose a shorter address."
            )
            field = "facts.call_to_action"
            issues.append(
                Issue(code="no_button", message=message, severity="warning", field=field)
            )
        return issues

    @override
    def payload(self, content: Content) -> dict[str, object]:
        payload: dict[str, object] = {
            "content": content.parts["content"],
            "allowed_mentions": _pings(content.parts[MENTIONS]),
        }
        if embed := _embed(content):
            payload["embeds"] = [embed | content.data]
        if content.media:
            payload["attachments"] = [
                {"id": place, "filename": use.file_name, "description": use.alt, "url": use.url}
                for place, use in enumerate(content.media)
            ]
        label = content.parts[BUTTON].strip()
        if label and content.links and len(content.links[0]) <= URL_MAX:
            button = {"type": LINK_BUTTON, "style": LINK_STYLE, "label": label}
            row = {"type": ROW, "components": [button | {"url": content.links[0]}]}
            payload["components"] = [row]
        return payload


def _in_markdown(piece: Piece) -> Piece:
    shorter = tuple(map(escape_markdown, piece.shorter))
    return replace(piece, text=escape_markdown(piece.text), shorter=shorter)


def _embed(content: Content) -> dict[str, object]:
    """Return what stands in the box below a message; nothing where it would be empty."""
    said = {name: content.parts[name] for name in EMBED if content.parts[name].strip()}
    embed: dict[str, object] = {
        name: said[name] for name in ("title", "description") if name in said
    }
    embed |= {"author": {"name": said["author"]}} if "author" in said else {}
    embed |= {"footer": {"text": said["footer"]}} if "footer" in said else {}
    embed |= {"url": content.links[0]} if "title" in said and content.links else {}
    pictures = [{"url": f"attachment://{use.file_name}"} for use in content.media]
    return embed | ({"image": pictures[0]} if pictures else {})


def _pings(mentions: str) -> dict[str, object]:
    """Return whom the message may ping: those in ``mentions``, whoever else its text names."""
    named = list(PING.finditer(mentions))
    everyone = ["everyone"] if "@everyone" in mentions or "@here" in mentions else []
    return {
        "parse": everyone,
        "users": [ping["id"] for ping in named if not ping["role"]],
        "roles": [ping["id"] for ping in named if ping["role"]],
    }


channel = DiscordChannel()
