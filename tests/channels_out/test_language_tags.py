"""Languages of stories against the AT Protocol's own cases: Bluesky's ``langs`` takes each."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import story

FOLDER = Path(__file__).parents[3] / "shared" / "vectors" / "bluesky" / "interop-syntax"
NOT_OF_A_STORY = {
    # Stories are told in a language, maybe of a script, a region or a variant: what browsers,
    # Wagtail and translation catalogs know. No tags of one letter, from before 2006 or private.
    "en-GB-boont-r-extended-sequence-x-private": "an extension",
    "i-default": "registered before there were subtags",
    "i-navajo": "registered before there were subtags",
    "qaa-Qaaa-QM-x-southern": "a private subtag",
    "X-fr-CH": "a private tag",
    "de-X-foo": "a private subtag",
    "en-u-co-phonebk-t-en-US": "an extension",
}
WELL_FORMED = {
    # Syntax that the protocol's readers take, of subtags that can't stand together: two regions,
    # a variant twice. No language that a site offers looks so.
    "de-419-DE",
    "de-DE-1901-1901",
    "en-rozaj-ROZAJ",
}


def tags(name: str) -> list[str]:
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"no bluesky/interop-syntax/{name} beside the repository")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def takes(tag: str) -> bool:
    try:
        return bool(story(locale=tag))
    except ValidationError:
        return False


def test_each_language_goes_into_the_record_as_it_is():
    channel = get_channel("bluesky")
    taken = [tag for tag in tags("language_syntax_valid.txt") if takes(tag)]
    assert {"ja", "pt-BR", "zh-Hant", "de-CH-1901"} <= set(taken)
    for tag in taken:
        record = json.loads(channel.render(channel.adapt(story(locale=tag))).body)
        assert record["langs"] == [tag]


def test_a_story_takes_every_language_but_the_named():
    refused = {tag for tag in tags("language_syntax_valid.txt") if not takes(tag)}
    assert refused == set(NOT_OF_A_STORY)


def test_a_story_takes_no_language_that_is_none_but_the_named():
    wrong = tags("language_syntax_invalid.txt") + tags("language_parse_invalid.txt")
    assert {tag for tag in wrong if takes(tag)} == WELL_FORMED
