"""Pieces of a news item in IPTC's JSON: texts with their counts, places, pictures and films.

https://www.iptc.org/std/ninjs/, https://github.com/iptc/newsinjson
"""

from collections.abc import Iterator
from typing import Any

from omnicontent.channels.articles import item_id, media_type_of, on_the_web, size_of
from omnicontent.channels.content import Content, MediaUse
from omnicontent.channels.page_media import FILM
from omnicontent.channels.payloads import filled
from omnicontent.message.facts import Contact, Place
from omnicontent.text.lengths import measure
from omnicontent.text.markup import text_with_links
from omnicontent.text.units import Unit


def short_text(text: str, role: str) -> dict[str, object]:
    """Return a headline or a description; ``role`` tells it from its siblings."""
    return {"role": role, "contentType": "text/plain", "value": text}


def bodies(html: str) -> list[dict[str, object]]:
    """Return the whole text twice, plain and as HTML; the counts of both leave markup out."""
    words = text_with_links(html)
    counts = {
        "role": "main",
        "charCount": measure(words, Unit.CODE_POINTS).count,
        "wordCount": measure(words, Unit.WORDS).count,
    }
    return [
        counts | {"contentType": "text/plain", "value": words},
        counts | {"contentType": "text/html", "value": html},
    ]


def subjects(names: list[str]) -> list[dict[str, object]]:
    """Return what the item is about."""
    return [{"name": name, "rel": "about"} for name in names]


def places(fields: object) -> list[dict[str, object]]:
    """Return the places that the item mentions; ``fields`` are those of a ``Place``, or None."""
    if fields is None:
        return []
    first = Place.model_validate(fields)
    return [_place(place) for place in (first, *first.also)]


def _place(place: Place) -> dict[str, object]:
    lines = [{"address": {"lines": [place.address]}}] if place.address else []
    return filled(name=place.name, rel="mentions", contactInfo=lines)


def contact_info(fields: object) -> list[dict[str, object]]:
    """Return whom readers may ask; ``fields`` are those of a ``Contact``, or None."""
    if fields is None:
        return []
    contact = Contact.model_validate(fields)
    known = {"phone": contact.phone, "email": contact.email}
    return [{"type": kind, "value": value} for kind, value in known.items() if value]


def associations(content: Content) -> Iterator[dict[str, object]]:
    """Yield each picture and film once, with a rendition for each of its sizes."""
    sources: dict[tuple[str, str], list[MediaUse]] = {}
    for use in on_the_web(content.media):
        kind = "video" if use.slot == FILM.name else "picture"
        sources.setdefault((kind, use.source_digest), []).append(use)
    for number, ((kind, digest), uses) in enumerate(sources.items(), start=1):
        alt = uses[0].alt
        yield {
            "name": f"{kind}-{number}",
            "rel": "illustrates",
            "uri": item_id(kind, digest),
            "type": kind,
            "language": content.locale,
            "renditions": [_rendition(use) for use in sorted(uses, key=size_of, reverse=True)],
        } | filled(descriptions=[short_text(alt, "altText")] if alt else [])


def _rendition(use: MediaUse) -> dict[str, object]:
    width, height = size_of(use)
    return {
        "name": f"{width}x{height}",
        "href": use.url,
        "contentType": media_type_of(use),
        "width": width,
        "height": height,
    }


def news_words(item: dict[str, Any]) -> str:
    """Return headlines, descriptions and both bodies as readers see them, markup decoded."""
    plain, html = item["bodies"]
    words = [*item["headlines"], *item["descriptions"], plain]
    return "\n\n".join([*(one["value"] for one in words), text_with_links(html["value"])])
