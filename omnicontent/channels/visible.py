"""What a reader gets to see of a payload: the text that the message lock reads."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import override

from omnicontent.channels.content import AnyRecipe, Content, Rendered
from omnicontent.media.recipes import FrameRecipe, PosterRecipe, VideoRecipe
from omnicontent.text.plain import html_to_text, lines_of

DRAWN = "words"
"""Name of the part that is drawn into pictures and at the end of films."""
MACHINE_KEYS = ("$", "@")
"""How keys begin whose values only machines read: ``$type`` of lexicons, ``@context``."""


def visible_text(content: Content, rendered: Rendered) -> str:
    """Return the payload's words by its media type: JSON strings, HTML with its links, or text.

    File addresses, captions and alt texts are left out: they are no place to make an offer.

    :raises ValueError: the payload is not UTF-8 text or not the JSON it claims to be.
    """
    text = rendered.body.decode()
    kind = rendered.media_type.partition(";")[0].strip()
    if kind == "application/json" or kind.endswith("+json"):
        hidden = {words for use in content.media for words in (use.url, use.alt, use.captions)}
        return "\n\n".join(words for words in _strings(json.loads(text)) if words not in hidden)
    if kind in ("text/html", "application/xhtml+xml"):
        return "\n\n".join([html_to_text(text), *_links(text)])
    return text


def strings_at(value: object, *keys: str) -> Iterator[str]:
    """Yield the strings under ``keys``, however deep: what a message shows and not its ids."""
    match value:
        case list():
            for item in value:
                yield from strings_at(item, *keys)
        case dict():
            for key, item in value.items():
                if not isinstance(item, str):
                    yield from strings_at(item, *keys)
                elif key in keys:
                    yield item


def drawn_words(content: Content) -> str:
    """Return the words drawn into the content's media and closing cards.

    Lines of the part :data:`DRAWN` are one text, since whoever typed them may have broken a
    sentence; all else that is drawn stands by itself.
    """
    typed = lines_of(content.parts.get(DRAWN, ""))
    drawn = (text for use in content.media for text in _as_texts(words_in(use.recipe), typed))
    return "\n\n".join(drawn)


def _as_texts(lines: tuple[str, ...], typed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines with those that were typed together joined to one text."""
    for start in range(len(lines) - len(typed) + 1) if typed else ():
        end = start + len(typed)
        if lines[start:end] == typed:
            return (*lines[:start], "\n".join(typed), *lines[end:])
    return lines


def words_in(recipe: AnyRecipe) -> tuple[str, ...]:
    """Return the words drawn into a rendition, or shown on the card that ends it."""
    match recipe:
        case VideoRecipe():
            card = recipe.closing_card
            return card.texts if card else ()
        case FrameRecipe(image=image):
            return image.words
        case PosterRecipe():
            return (*recipe.texts, recipe.link)
        case _:
            return recipe.words


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _strings(item)
        case dict():
            for key, item in value.items():
                if not key.startswith(MACHINE_KEYS):
                    yield from _strings(item)


def _links(html: str) -> list[str]:
    parser = _LinkParser()
    parser.feed(html)
    return parser.links


class _LinkParser(HTMLParser):
    """Collects where links lead; the standard library's parser reads any HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]
