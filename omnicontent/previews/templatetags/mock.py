"""Small tools that the mocks of surfaces are drawn with."""

import json
import re
from urllib.parse import urlsplit

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content
from omnicontent.channels.embeds import describe_embed
from omnicontent.channels.framing import Slot, covered_by
from omnicontent.media.geometry import Box
from omnicontent.previews.media import Shown, Source, group_by_source
from omnicontent.previews.mending import Mend
from omnicontent.previews.pages import PageHead, read_head
from omnicontent.text.entities import find_entities
from omnicontent.text.little_text import unescape_little
from omnicontent.text.markdown import unescape_markdown
from omnicontent.text.markup import still_markup
from omnicontent.text.sms import split_sms

register = template.Library()

_SEEN_AS_LINK = re.compile(r"https?://|[#\uff03@\uff20]", re.IGNORECASE)
"""How a link, a hashtag or a mention begins; few surfaces mark an address without a protocol."""
_SCHEME = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)")
_ROOM_FOR_ALL = re.compile(r"(?<![\w-])color-scheme\s*:\s*light dark")
_YES, _NO = "(min-width: 0)", "(max-width: 0)"
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_NO_IMAGES = '<meta http-equiv="Content-Security-Policy" content="img-src \'none\'">'
_LIGHT = 0.179
"""Relative luminance at which black and white ink contrast alike (WCAG 2)."""


@register.simple_tag
def mock_icon(name: str) -> SafeString:
    """Draw an icon out of the sprite; decoration only, so hidden from screen readers."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("previews/icons.svg"),
        name,
    )


@register.filter
def linked(text: str, start: int = 0, end: int | None = None) -> SafeString:
    """Mark web addresses, hashtags and mentions as surfaces do; the text stays the same.

    ``start`` and ``end`` are those of a piece of it: what is cut in two is marked on both sides.
    """
    text = text or ""
    done, end = start, len(text) if end is None else end
    html: list[tuple[str | SafeString]] = []
    for entity in find_entities(text):
        first, last = max(entity.start, start), min(entity.end, end)
        if first >= last or entity.kind == "cashtag" or not _is_seen(text, entity.start):
            continue
        html += [(text[done:first],), (_mark(text[first:last], odd=True),)]
        done = last
    return format_html_join("", "{}", [*html, (text[done:end],)])


@register.filter
def faceted(record: dict[str, object]) -> SafeString:
    """Mark the byte ranges of an AT Protocol record's facets; the text stays the same."""
    raw = str(record.get("text", "")).encode()
    html: list[tuple[str | SafeString]] = []
    done = 0
    for start, end in sorted(_ranges(record)):
        html += [(raw[done:start].decode(),), (_mark(raw[start:end].decode(), odd=True),)]
        done = end
    return format_html_join("", "{}", [*html, (raw[done:].decode(),)])


@register.filter
def with_entities(text: str, entities: list[dict[str, object]] | None) -> SafeString:
    """Mark the UTF-16 ranges of a Bot API message's entities; the text stays the same."""
    raw = text.encode("utf-16-le")
    html: list[tuple[str | SafeString]] = []
    done = 0
    for entity in entities or []:
        start, length = 2 * int(str(entity["offset"])), 2 * int(str(entity["length"]))
        shown = raw[start : start + length].decode("utf-16-le")
        bold = entity["type"] == "bold"
        html.append((raw[done:start].decode("utf-16-le"),))
        html.append((format_html("<b>{}</b>", shown) if bold else _mark(shown, odd=True),))
        done = start + length
    return format_html_join("", "{}", [*html, (raw[done:].decode("utf-16-le"),)])


@register.filter
def ink_on(color: str) -> str:
    """Return the ink, black or white, that is easier to read on a color."""
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (_linear(channel) for channel in channels)
    return "#000" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _LIGHT else "#fff"


@register.filter
def page_head(html: str) -> PageHead:
    """Read what a page tells search engines and link cards."""
    return read_head(html)


@register.filter
def pretty(payload: object) -> str:
    """Write a payload for reading: text as it is, all else as indented JSON."""
    return (
        payload if isinstance(payload, str) else json.dumps(payload, indent=2, ensure_ascii=False)
    )


@register.filter
def with_severity(issues: list[Mend], severity: str) -> list[Mend]:
    """Return the issues of one severity."""
    return [issue for issue in issues if issue.severity == severity]


@register.filter
def in_slot(media: tuple[Shown, ...], slot: str) -> list[Shown]:
    """Return the media of one slot, in order."""
    return [shown for shown in media if shown.slot == slot]


@register.filter
def at_address(media: tuple[Shown, ...], address: str) -> Shown | None:
    """Return the medium that the payload says is at ``address``."""
    return next((shown for shown in media if shown.address == address), None)


@register.filter
def by_source(media: tuple[Shown, ...]) -> list[Source]:
    """Return each master once, with the files made of it."""
    return group_by_source(media)


@register.filter
def with_stand_ins(html: str, media: tuple[Shown, ...]) -> str:
    """Return delivered HTML with masters in place of files that are not made yet.

    Captions of a film that will be cut are then the master's: it plays by its own clock.
    """
    for shown in media:
        if not shown.ready and shown.address:
            html = html.replace(shown.address, shown.url)
        if not shown.ready and shown.captions_address:
            html = html.replace(shown.captions_address, shown.captions_url)
    return html


@register.filter
def in_scheme(html: str, scheme: str) -> str:
    """Return delivered HTML as programs of a ``light`` or ``dark`` color scheme show it.

    Whether a style sheet asks for that scheme is answered here; no browser lets a page tell its
    frames. What a program inverts by its own means is not shown.
    """
    html = _SCHEME.sub(lambda asked: _YES if asked[1] == scheme else _NO, html)
    return _ROOM_FOR_ALL.sub(f"color-scheme: only {scheme}", html)


@register.filter
def without_images(html: str) -> str:
    """Return delivered HTML as programs show it that load no images: their place stays."""
    return _HEAD.sub(lambda head: head[0] + _NO_IMAGES, html, count=1)


@register.simple_tag
def embed_card(channel: Channel, content: Content, media: tuple[Shown, ...]) -> SafeString:
    """Draw the card that other sites show of a page; nothing where they can't."""
    embed = channel.embed(content)
    said = describe_embed(embed) if embed else {}
    return as_markup(with_stand_ins(str(said.get("html", "")), media))


@register.filter
def as_markup(html: str) -> SafeString:
    """Draw delivered HTML inside a mock: cleaned, and its links lead nowhere."""
    return mark_safe(still_markup(html))  # noqa: S308 - cleaned of all that runs


@register.filter
def little_text(text: str) -> str:
    """Return what a reader sees of a post in LinkedIn's "little text"."""
    return unescape_little(text)


@register.filter
def plain_markdown(text: str) -> str:
    """Return what a reader sees of words whose signs are escaped."""
    return unescape_markdown(text)


@register.filter
def sms_parts(text: str) -> tuple[str, ...]:
    """Return the parts that a text message is sent and paid in."""
    return split_sms(text).parts


@register.simple_tag
def covered(channel: Channel, slot: str) -> tuple[Box, ...]:
    """Return what the surface covers of a slot's picture or film, as shares of it."""
    slots: list[Slot] = [*channel.spec.images, *channel.spec.videos]
    return next((covered_by(one) for one in slots if one.name == slot), ())


@register.filter
def host(address: str) -> str:
    """Return the host of a web address."""
    return urlsplit(address).netloc


@register.filter
def times(number: int) -> range:
    """Return something that a template can loop over so many times."""
    return range(number)


def _is_seen(text: str, place: int) -> bool:
    return _SEEN_AS_LINK.match(text, place) is not None


def _mark(piece: str, *, odd: bool) -> str | SafeString:
    return format_html('<span class="link">{}</span>', piece) if odd else piece


def _ranges(record: dict[str, object]) -> list[tuple[int, int]]:
    facets = record.get("facets") or []
    indexes = [facet["index"] for facet in facets]  # type: ignore[attr-defined]
    return [(index["byteStart"], index["byteEnd"]) for index in indexes]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
