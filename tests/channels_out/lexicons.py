"""A small check of AT Protocol records against their lexicons.

https://atproto.com/specs/lexicon
It knows the types that Bluesky's posts use. A blob may stand as this project's payloads name it
before it is uploaded: an object with ``url`` or ``vtt``.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit

FOLDER = Path(__file__).parents[3] / "shared" / "vectors" / "bluesky"
FORMATS = {
    "uri": r"[a-z][a-z0-9+.-]*:\S+",
    "did": r"did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]",
    "language": r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*",
    "datetime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)",
}


def faults(record: dict[str, Any]) -> list[str]:
    """Return where a record breaks the lexicon that its ``$type`` names."""
    name = record["$type"]
    return list(_check(record, _definition(name, "")["record"], name, "post"))


def _check(value: Any, schema: dict[str, Any], lexicon: str, place: str) -> Iterator[str]:
    yield from _CHECKS[schema["type"]](value, schema, lexicon, place)


def _check_array(value: Any, schema: dict[str, Any], lexicon: str, place: str) -> Iterator[str]:
    if len(value) > schema.get("maxLength", len(value)):
        yield f"{place} has {len(value)} items"
    for number, item in enumerate(value):
        yield from _check(item, schema["items"], lexicon, f"{place}[{number}]")


def _check_integer(value: Any, schema: dict[str, Any], _lexicon: str, place: str) -> Iterator[str]:
    if type(value) is not int or value < schema.get("minimum", value):
        yield f"{place} is {value!r}"


def _check_blob(value: Any, schema: dict[str, Any], _lexicon: str, place: str) -> Iterator[str]:
    if not {"url", "vtt"} & set(value):
        yield f"{place} names no file"
    if len(value.get("vtt", "").encode()) > schema["maxSize"]:
        yield f"{place} is too large"


def _check_union(value: Any, schema: dict[str, Any], lexicon: str, place: str) -> Iterator[str]:
    refs = {_absolute(ref, lexicon): ref for ref in schema["refs"]}
    if value["$type"] not in refs:
        yield f"{place} is a {value['$type']}"
        return
    yield from _check_to(value, refs[value["$type"]], lexicon, place)


def _check_object(value: Any, schema: dict[str, Any], lexicon: str, place: str) -> Iterator[str]:
    for name in schema.get("required", []):
        if name not in value and name != "createdAt":  # a payload knows no clock
            yield f"{place} has no {name}"
    for name, item in value.items():
        if name == "$type":
            continue
        if name not in schema["properties"]:
            yield f"{place} has {name}, which the lexicon does not know"
            continue
        yield from _check(item, schema["properties"][name], lexicon, f"{place}.{name}")


def _check_string(value: Any, schema: dict[str, Any], _lexicon: str, place: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{place} is {value!r}"
        return
    if len(value.encode()) > schema.get("maxLength", len(value.encode())):
        yield f"{place} has too many bytes"
    graphemes = measure(value, Unit.GRAPHEMES).count
    if graphemes > schema.get("maxGraphemes", graphemes):
        yield f"{place} has too many graphemes"
    if "format" in schema and not re.fullmatch(FORMATS[schema["format"]], value):
        yield f"{place} is no {schema['format']}: {value!r}"


def _check_ref(value: Any, schema: dict[str, Any], lexicon: str, place: str) -> Iterator[str]:
    yield from _check_to(value, schema["ref"], lexicon, place)


def _check_to(value: Any, ref: str, lexicon: str, place: str) -> Iterator[str]:
    other, _hash, name = _absolute(ref, lexicon).partition("#")
    yield from _check(value, _definition(other, name), other, place)


def _absolute(ref: str, lexicon: str) -> str:
    return lexicon + ref if ref.startswith("#") else ref


@cache
def _definition(lexicon: str, name: str) -> dict[str, Any]:
    document = json.loads((FOLDER / f"lexicon-{lexicon}.json").read_bytes())
    definition: dict[str, Any] = document["defs"][name or "main"]
    return definition


_CHECKS = {
    "object": _check_object,
    "array": _check_array,
    "string": _check_string,
    "integer": _check_integer,
    "ref": _check_ref,
    "union": _check_union,
    "blob": _check_blob,
}
