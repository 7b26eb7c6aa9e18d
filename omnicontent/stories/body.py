"""The blocks of a page's body as the frozen blocks of a story."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from wagtail.models import Locale

from omnicontent.channels import story
from omnicontent.phrases import phrase as _
from omnicontent.stories.errors import StoryError
from omnicontent.stories.links import expand_links
from omnicontent.stories.masters import to_image, to_video
from omnicontent.text.plain import clean_html, html_to_text

FIELD = "body"


def to_blocks(body: Iterable[Any], locale: Locale) -> Iterator[story.Block]:
    """Yield the body's blocks, without those that are still empty.

    :raises StoryError: a block's picture or film is not chosen or was deleted.
    """
    for child in body:
        block: story.Block | None
        if child.block_type == "paragraph":
            block = to_paragraph(child.value, locale)
        else:
            block = CONVERTERS[child.block_type](child.value)
        if block is not None:
            yield block


def to_paragraph(value: Any, locale: Locale) -> story.Paragraph | None:
    """Return the rich text, cleaned, with links to pages as whole addresses."""
    html = clean_html(expand_links(value.source, locale))
    return story.Paragraph(html=html) if html_to_text(html).strip() else None


def _heading(value: str) -> story.Heading | None:
    return story.Heading(text=value) if value else None


def _picture(value: Any) -> story.Picture:
    if value["image"] is None:
        raise StoryError(_("Choose the picture of the picture block."), field=FIELD)
    image = to_image(value["image"], value["alt"], field=FIELD)
    return story.Picture(image=image, caption=value["caption"])


def _film(value: Any) -> story.Film:
    if value["video"] is None:
        raise StoryError(_("Choose the film of the film block."), field=FIELD)
    return story.Film(video=to_video(value["video"], field=FIELD), caption=value["caption"])


def _quote(value: Any) -> story.Quote | None:
    if not value["text"]:
        return None
    return story.Quote(text=value["text"], attribution=value["attribution"])


def _list(value: Any) -> story.BulletList | None:
    items = tuple(item for item in value if item)
    return story.BulletList(items=items) if items else None


def _embed(value: Any) -> story.Embed | None:
    return story.Embed(url=value["url"], title=value["title"]) if value["url"] else None


def _offer(value: Any) -> story.OfferBox:
    return story.OfferBox(intro=value["intro"])


CONVERTERS: dict[str, Callable[[Any], story.Block | None]] = {
    "heading": _heading,
    "picture": _picture,
    "film": _film,
    "quote": _quote,
    "list": _list,
    "embed": _embed,
    "offer": _offer,
}
