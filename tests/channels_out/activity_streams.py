"""Rules of ActivityStreams 2.0, for documents that must be readable by every reader of it.

https://www.w3.org/TR/activitystreams-core/, https://www.w3.org/TR/activitystreams-vocabulary/
"""

import re
from collections.abc import Iterator
from datetime import datetime

NAMESPACE = re.compile(r"https?://www\.w3\.org/ns/activitystreams#?")
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)
LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-\w{1,8})+)?",
    re.IGNORECASE,
)
MEDIA_TYPE = re.compile(r"[a-z]+/[\w.+-]+(?:;.*)?", re.IGNORECASE)
WORDS = ("name", "summary", "content")
MOMENTS = ("published", "updated", "startTime", "endTime", "deleted")
REFERENCES = (
    "actor attachment attributedTo audience bcc bto cc context generator icon image inReplyTo "
    "instrument items location object orderedItems origin preview replies result subject tag "
    "target to first last next prev partOf current oneOf anyOf "
)
PAGED = ("first", "last", "current", "next", "prev")


def faults_of(document: object) -> list[str]:
    """Return every rule that the document breaks."""
    if not isinstance(document, dict):
        return ["the document is no object"]
    return [*_context_faults(document), *_object_faults(document, "")]


def _context_faults(document: dict[str, object]) -> Iterator[str]:
    """A document without a context has the standard one, as its media type says."""
    context = document.get("@context", "https://www.w3.org/ns/activitystreams")
    parts = context if isinstance(context, list) else [context]
    names = [part for part in parts if isinstance(part, str)]
    names += [str(part.get("@vocab", "")) for part in parts if isinstance(part, dict)]
    if not any(NAMESPACE.fullmatch(name) for name in names):
        yield f"@context does not name ActivityStreams: {context!r}"


def _object_faults(node: dict[str, object], path: str) -> Iterator[str]:
    for name in ("id", "@id", "href"):
        if name in node and not _is_iri(node[name]):
            yield f"{path}{name} is no absolute IRI: {node[name]!r}"
    types = _listed(node.get("type", node.get("@type", [])))
    if not all(isinstance(one, str) for one in types):
        yield f"{path}type is no name: {types!r}"
    yield from _word_faults(node, path)
    yield from _value_faults(node, path)
    yield from _collection_faults(node, types, path)
    for name in REFERENCES.split():
        for number, value in enumerate(_listed(node.get(name, []))):
            yield from _reference_faults(value, f"{path}{name}[{number}].")
    for number, value in enumerate(_listed(node.get("url", []))):
        yield from _reference_faults(value, f"{path}url[{number}].")


def _word_faults(node: dict[str, object], path: str) -> Iterator[str]:
    for name in WORDS:
        if not all(isinstance(value, str | None) for value in _listed(node.get(name))):
            yield f"{path}{name} is no text"
        told = node.get(f"{name}Map", {})
        if not isinstance(told, dict):
            yield f"{path}{name}Map is no object"
            continue
        for tag, words in told.items():
            if not LANGUAGE.fullmatch(tag):
                yield f"{path}{name}Map: {tag!r} is no language"
            if not all(isinstance(value, str) for value in _listed(words)):
                yield f"{path}{name}Map: {words!r} is no text"


def _value_faults(node: dict[str, object], path: str) -> Iterator[str]:
    for name in MOMENTS:
        if name in node and not _is_moment(node[name]):
            yield f"{path}{name} is no moment: {node[name]!r}"
    if "mediaType" in node and not MEDIA_TYPE.fullmatch(str(node["mediaType"])):
        yield f"{path}mediaType is no media type"
    for name in ("width", "height"):
        if name in node and not (isinstance(node[name], int) and node[name] >= 0):
            yield f"{path}{name} is no size"


def _collection_faults(node: dict[str, object], types: list, path: str) -> Iterator[str]:
    if any(str(one).startswith("OrderedCollection") for one in types) and "items" in node:
        yield f"{path}an ordered collection has orderedItems, not items"
    if {"Collection", "CollectionPage"} & set(map(str, types)) and "orderedItems" in node:
        yield f"{path}an unordered collection has items, not orderedItems"
    for name in PAGED:
        page = node.get(name)
        named = _listed(page.get("type", [])) if isinstance(page, dict) else []
        if named and not any(str(one).endswith(("Page", "Link")) for one in named):
            yield f"{path}{name} is no page"


def _reference_faults(value: object, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _object_faults(value, path)
    elif not _is_iri(value):
        yield f"{path} is neither an object nor an absolute IRI: {value!r}"


def _is_iri(value: object) -> bool:
    return isinstance(value, str) and bool(IRI.fullmatch(value))


def _is_moment(value: object) -> bool:
    try:
        return datetime.fromisoformat(str(value)) is not None and "T" in str(value)
    except ValueError:
        return False


def _listed(value: object) -> list:
    return value if isinstance(value, list) else [value]
