"""Mastodon's own cases: how long a post is, and what it finds in one.

They lie beside the repository where its checks run, transcribed to JSON. So their keys are read by
what they usually are called; a file that says none of them is skipped by its name.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from omnicontent.text.entities import Entity
from omnicontent.text.fediverse import countable, find_hashtags, find_mentions
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit

TEXT = ("text", "status", "input", "string")
WARNING = ("spoiler_text", "content_warning", "cw", "warning")
EXPECTED = ("expected", "expect", "match", "result", "hashtag", "tag", "entities", "output")
LENGTH = ("length", "count", "graphemes", "countable_length", "expected_length", "expected_count")
VALID = ("valid", "is_valid", "accepted", "ok")
ERROR = ("error", "errors", "adds_error", "invalid")
FINDERS = {"screen_name": find_mentions, "hashtag": find_hashtags}
MAX = 500


def cases_in(document: Any) -> Iterator[dict[str, Any]]:
    """Yield each object with a text, however deep it lies."""
    if isinstance(document, dict) and isinstance(first(document, TEXT), str):
        yield document
        return
    inside = document.values() if isinstance(document, dict) else document
    for value in inside if isinstance(document, dict | list) else ():
        yield from cases_in(value)


def first(case: dict[str, Any], keys: tuple[str, ...], default: Any = None) -> Any:
    return next((case[key] for key in keys if key in case), default)


@pytest.fixture
def cases(vectors):
    """Read the cases of a file that say what is expected, by any of some keys."""

    def read(name: str, *keys: str) -> list[dict[str, Any]]:
        found = [case for case in cases_in(vectors(name)) if set(keys) & set(case)]
        if not found:
            pytest.skip(f"{name} says in no known word what is expected")
        return found

    return read


def test_posts_are_as_long_as_mastodon_says(cases):
    for case in cases("mastodon/status-length.json", *LENGTH, *VALID, *ERROR):
        if case.get("local") is False or case.get("reblog"):
            continue  # of others' posts Mastodon asks no length
        text = (first(case, WARNING) or "") + countable(first(case, TEXT))
        length = measure(text, Unit.GRAPHEMES).count
        expected = first(case, LENGTH)
        if expected is None:
            fits = first(case, VALID, default=not first(case, ERROR))
            assert (length <= case.get("max", MAX)) is fits, case
        else:
            assert length == expected, case


def test_hashtags_are_those_that_mastodon_finds(cases):
    for case in cases("mastodon/hashtags.json", *EXPECTED):
        text = first(case, TEXT)
        found = [text[tag.start : tag.end].strip() for tag in find_hashtags(text)]
        expected = first(case, EXPECTED)
        if isinstance(expected, bool):
            assert bool(found) is expected, case
        else:
            names = [expected] if isinstance(expected, str) else expected or []
            assert list(map(bare, found)) == list(map(bare, names)), case


def bare(tag: str) -> str:
    return tag.strip().lstrip("#\uff03")


def test_entities_stand_where_mastodon_finds_them(cases):
    for case in cases("mastodon/entities.json", *EXPECTED):
        for entity in first(case, EXPECTED) or ():
            (key,) = set(entity) & {*FINDERS, "shortcode"}
            if key in FINDERS:  # all shortcodes are a server's own, of pictures we don't know
                assert entity["indices"] in [
                    span(found)
                    for found in FINDERS[key](first(case, TEXT))
                    if found.value == entity[key]
                ], case


def span(entity: Entity) -> list[int]:
    return [entity.start, entity.end]
