"""Discord: a message of a webhook with an embed, a picture and a button.

https://docs.discord.com/developers/resources/webhook#execute-webhook
The payload holds the parameters of that call. The publisher fetches each of ``attachments`` from
its ``url``, sends it as ``files[id]`` and takes ``url`` away; a webhook that no application owns
needs ``with_components=true`` for the button. What a story says is escaped, as text is Markdown;
own words go out as typed. Nobody is pinged but those whom the editor names under mentions.
"""

import re
from collections.abc import Sequence
from datetime import date
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
from omnicontent.channels.payloads import filled
from omnicontent.channels.slots import picture
from omnicontent.channels.spec import ChannelSpec, Part, Source
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
from omnicontent.phrases import phrase as _
from omnicontent.text.fitting import Piece, reworded
from omnicontent.text.markdown import escape_markdown, unescape_markdown
from omnicontent.text.units import Unit

CHECKED = date(2026, 11, 22)
DOCS = "https://docs.discord.com/developers"
WEBHOOK = f"{DOCS}/resources/webhook"
MESSAGE = Source(f"{DOCS}/resources/message", CHECKED)
COMPONENTS = Source(f"{DOCS}/components/reference", CHECKED)
UPLOADS = Source(f"{DOCS}/reference#uploading-files", CHECKED)
TRIMMED = "White space at the ends does not count."
CONTENT = MESSAGE.limit(2000, Unit.CHARACTERS, note=TRIMMED)
LINE = MESSAGE.limit(256, Unit.CHARACTERS, note=TRIMMED)
FOOTER = MESSAGE.limit(2048, Unit.CHARACTERS, note=TRIMMED)
ALT = MESSAGE.limit(1024, Unit.CHARACTERS, note=TRIMMED)
LABEL = COMPONENTS.limit(80, Unit.CHARACTERS, note=TRIMMED)
FILE = UPLOADS.limit(10_485_760, Unit.BYTES, note="More on servers with boosts.")
EMBED = ("author", "title", "description", "footer")
DESCRIPTION = (
    MESSAGE.limit(4096, Unit.CHARACTERS, note=TRIMMED),
    MESSAGE.limit(6000, Unit.CHARACTERS, together=EMBED, note="All texts of the embed together."),
)
PLAIN = frozenset({"author", "footer"})
"""Parts that Discord shows without Markdown."""
URL_MAX = 512
PING = re.compile(r"<@(?P<kind>[&!]?)(?P<id>\d+)>")
"""A role, or a user; the mark of a nickname is an older way to write the latter."""
ROW, LINK_BUTTON, LINK_STYLE = 1, 2, 5


class DiscordChannel(PostChannel):
    """A message on Discord."""

    spec = ChannelSpec(
        slug="discord",
        network="discord",
        name="Discord",
        parts=(
            Part(name="content", label="message", required=True, limits=(CONTENT,)),
            Part(name="author", label="author", limits=(LINE,)),
            Part(name="title", label="title", limits=(LINE,)),
            Part(name="description", label="description", limits=DESCRIPTION),
            Part(name="footer", label="footer", limits=(FOOTER,)),
            mentions_part("content"),
            button_part(LABEL),
            alt_part(ALT),
        ),
        images=(picture(1280, 720, FILE),),
        must=frozenset({"offer", "period", "promo_code", "call_to_action", "legal_line"}),
        read_at_once=True,
        docs=(WEBHOOK, MESSAGE.url, COMPONENTS.url),
    )

    @override
    def pieces(self, part: Part, story: Story) -> Sequence[Piece]:
        said = self._said(part, story)
        if part.name not in PLAIN:
            said = [reworded(piece, escape_markdown) for piece in said]
        if part.name == "content":
            said += tag_pieces(self.spec.slug, story, 0)  # as typed: escaped, they ping nobody
        return said

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
            message = _(
                "Discord takes %(most)s characters for a button's address, so the message has no "
                "button. Choose a shorter address.",
                most=URL_MAX,
            )
            field = "facts.call_to_action"
            issues.append(Issue.of("no_button", message, severity="warning", field=field))
        return issues

    @override
    def payload(self, content: Content) -> dict[str, object]:
        embed = _embed(content)
        files = [
            {"id": place, "filename": use.file_name, "description": use.alt, "url": use.url}
            for place, use in enumerate(content.media)
        ]
        return {
            "content": content.parts["content"],
            "allowed_mentions": _pings(content.parts[MENTIONS]),
        } | filled(
            embeds=[embed | content.data] if embed else [],
            attachments=files,
            components=_rows(content),
        )


def _rows(content: Content) -> list[dict[str, object]]:
    """Return the row with the button, none where there is nothing to press."""
    label = content.parts[BUTTON].strip()
    button = {"type": LINK_BUTTON, "style": LINK_STYLE, "label": label}
    urls = [link for link in content.links if label and len(link) <= URL_MAX]
    return [{"type": ROW, "components": [button | {"url": url}]} for url in urls]


def _embed(content: Content) -> dict[str, object]:
    """Return what stands in the box below a message; nothing where it would be empty."""
    said = {name: content.parts[name] if content.parts[name].strip() else "" for name in EMBED}
    pictures = [{"url": f"attachment://{use.file_name}"} for use in content.media]
    return filled(
        author=filled(name=said["author"]),
        title=said["title"],
        url="".join(content.links) if said["title"] else "",
        description=said["description"],
        footer=filled(text=said["footer"]),
        image=next(iter(pictures), None),
    )


def _pings(mentions: str) -> dict[str, object]:
    """Return whom the message may ping: those in ``mentions``, whoever else its text names."""
    users = [ping["id"] for ping in PING.finditer(mentions) if ping["kind"] != "&"]
    roles = [ping["id"] for ping in PING.finditer(mentions) if ping["kind"] == "&"]
    everyone = ["everyone"] if "@everyone" in mentions or "@here" in mentions else []
    return {
        "parse": everyone,
        "users": list(dict.fromkeys(users)),  # Discord refuses one that is there twice
        "roles": list(dict.fromkeys(roles)),
    }


channel = DiscordChannel()
