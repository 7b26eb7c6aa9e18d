"""oEmbed: how other sites may show a variant that has a page (https://oembed.com, version 1.0).

The answer is a card of words and one picture in plain markup, ``rich``. Its room is counted for
the worst case, so that it never needs more than a site gives; a site with too little room for the
words gets a ``link``.
"""

import math
from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import urlencode, urlsplit

from pydantic import BaseModel, ConfigDict

from omnicontent.channels.content import MediaUse
from omnicontent.channels.sheets import web_address
from omnicontent.media.recipes import ImageRecipe

WIDTH_PX = 600
"""Of a card on a site that names no room of its own."""
SIGN_PX, LINE_PX, GAP_PX = 10, 28, 20
"""A wide letter, a line and the space between paragraphs, in the text of most sites."""
PADDING_PX = 48
"""What sites indent a quotation by, on both sides."""
CACHE_SECONDS = 300
"""How long a site may show what was said: a recall must reach it soon."""
type Answer = dict[str, str | int]
_FROZEN = ConfigDict(frozen=True, extra="forbid")


class EmbedPicture(BaseModel):
    """A picture as it is: nobody makes another size on request."""

    model_config = _FROZEN
    url: str
    width: int
    height: int
    alt: str = ""


class Embed(BaseModel):
    """What a variant says of itself to other sites."""

    model_config = _FROZEN
    url: str
    title: str
    provider: str
    lines: tuple[str, ...] = ()
    """Words below the title, a paragraph each."""
    pictures: tuple[EmbedPicture, ...] = ()


def embed_pictures(uses: Iterable[MediaUse]) -> Iterator[EmbedPicture]:
    """Yield the pictures that everybody can fetch, in the one format that every site shows."""
    for use in uses:
        recipe = use.recipe
        if isinstance(recipe, ImageRecipe) and recipe.format == "jpeg" and web_address(use.url):
            size = {"width": recipe.width_px, "height": recipe.height_px}
            yield EmbedPicture(url=use.url, alt=use.alt, **size)


def discovery_links(endpoint: str, url: str) -> dict[str, str]:
    """Return media type -> address of the answer about ``url``, for the page's head."""
    if not endpoint or not url:
        return {}
    addresses = {
        form: f"{endpoint}?{urlencode({'url': url, 'format': form})}" for form in ("json", "xml")
    }
    return {
        "application/json+oembed": addresses["json"],
        "text/xml+oembed": addresses["xml"],
    }


def describe_embed(
    embed: Embed, max_width: int | None = None, max_height: int | None = None
) -> Answer:
    """Return the answer about a page, within the room that the site has, in pixels."""
    site = urlsplit(embed.url)
    said: Answer = {
        "version": "1.0",
        "title": embed.title,
        "author_name": embed.provider,
        "author_url": f"{site.scheme}://{site.netloc}/",
        "provider_name": embed.provider,
        "provider_url": f"{site.scheme}://{site.netloc}/",
        "cache_age": CACHE_SECONDS,
    }
    said |= _thumbnail(embed, max_width, max_height)
    width = min(WIDTH_PX, max_width or WIDTH_PX)
    for picture in (*_shown(embed, width), None):
        height = _height(embed, picture, width)
        if height <= (max_height or height) and width > PADDING_PX + LINE_PX:
            html = _card(embed, picture, width)
            return said | {"type": "rich", "html": html, "width": width, "height": height}
    return said | {"type": "link"}


def _thumbnail(embed: Embed, max_width: int | None, max_height: int | None) -> Answer:
    fitting = [
        picture
        for picture in embed.pictures
        if picture.width <= (max_width or picture.width)
        and picture.height <= (max_height or picture.height)
    ]
    if not fitting:
        return {}
    picture = max(fitting, key=lambda picture: picture.width * picture.height)
    return {
        "thumbnail_url": picture.url,
        "thumbnail_width": picture.width,
        "thumbnail_height": picture.height,
    }


def _shown(embed: Embed, width: int) -> Iterator[EmbedPicture]:
    """Yield the picture for a card: the smallest file that is sharp at this width."""
    sizes = sorted(embed.pictures, key=lambda picture: picture.width)
    sharp = [picture for picture in sizes if picture.width >= width]
    yield from (sharp or sizes[-1:])[:1]


def _drawn_size(picture: EmbedPicture, width: int) -> tuple[int, int]:
    drawn = min(width - PADDING_PX, picture.width)
    return drawn, round(drawn * picture.height / picture.width)


def _height(embed: Embed, picture: EmbedPicture | None, width: int) -> int:
    signs = max(1, (width - PADDING_PX) // SIGN_PX)
    rows = [math.ceil(len(text) / signs) for text in (embed.title, *embed.lines)]
    height = sum(max(1, count) * LINE_PX + GAP_PX for count in rows) + GAP_PX
    return height + (_drawn_size(picture, width)[1] + GAP_PX if picture else 0)


def _card(embed: Embed, picture: EmbedPicture | None, width: int) -> str:
    """Return the card in the markup of XHTML Basic, which every site lets in."""
    url = escape(embed.url)
    image = ""
    if picture:
        drawn, height = _drawn_size(picture, width)
        image = (
            f'<p><a href="{url}"><img src="{escape(picture.url)}" alt="{escape(picture.alt)}" '
            f'width="{drawn}" height="{height}" /></a></p>'
        )
    lines = "".join(f"<p>{escape(line)}</p>" for line in embed.lines)
    title = f'<p><a href="{url}">{escape(embed.title)}</a></p>'
    return f'<blockquote cite="{url}">{image}{title}{lines}</blockquote>'
