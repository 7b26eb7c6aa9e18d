"""ninjs 3.1: valid by IPTC's own schema, with every word of the story."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from omnicontent.channels.registry import get_channel
from omnicontent.message.checks import missing
from omnicontent.message.facts import FACT_KINDS
from omnicontent.text.markup import text_with_links
from tests.channels_out.full_stories import full_story
from tests.channels_out.many_stories import DATES, many_stories
from tests.channels_out.stories import own_words, story

NINJS = get_channel("ninjs")
VECTORS = Path(__file__).parents[3] / "shared" / "vectors" / "ninjs"
SCHEMA = VECTORS / "ninjs-schema_3.1.json"
needs_schema = pytest.mark.skipif(
    not SCHEMA.exists(), reason="no ninjs schema beside the repository"
)
GEOJSON = {"type": "object", "required": ["type"]}
"""Stands for the schema of GeoJSON, which ninjs names by address; nothing is fetched here."""


def item_of(told):
    return json.loads(NINJS.render(NINJS.adapt(told)).body)


@pytest.fixture(scope="module")
def item():
    return item_of(full_story(**DATES))


@pytest.fixture(scope="module")
def validator():
    geojson = Resource.from_contents(
        GEOJSON | {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    )
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", geojson)
    return Draft202012Validator(
        json.loads(SCHEMA.read_text()), registry=registry, format_checker=FormatChecker()
    )


@needs_schema
@pytest.mark.parametrize("told", many_stories().values(), ids=many_stories())
def test_every_item_is_valid(told, validator):
    assert [error.message for error in validator.iter_errors(item_of(told))] == []


def cases(folder):
    """Return the newest cases first: those of 3.0 hold for 3.1 as well."""
    return [
        path
        for version in ("3.1", "3.0")
        for path in sorted((VECTORS / "test_suite" / version / folder).glob("*.json"))
    ]


@needs_schema
@pytest.mark.parametrize("path", cases("should_pass"), ids=lambda p: f"{p.parts[-3]} {p.stem}")
def test_the_validator_passes_what_should_pass(path, validator):
    assert validator.is_valid(json.loads(path.read_text()))


@needs_schema
@pytest.mark.parametrize(
    "path", sorted((VECTORS / "examples" / "3.1").glob("*.json")), ids=lambda path: path.stem
)
def test_the_validator_passes_the_examples_of_iptc(path, validator):
    assert validator.is_valid(json.loads(path.read_text()))


@needs_schema
@pytest.mark.parametrize("path", cases("should_fail"), ids=lambda p: f"{p.parts[-3]} {p.stem}")
def test_the_validator_fails_what_should_fail(path, validator):
    assert not validator.is_valid(json.loads(path.read_text()))


def test_it_names_its_standard_its_kind_and_its_language(item):
    assert (item["standard"]["name"], item["standard"]["version"]) == ("ninjs", "3.1")
    assert (item["type"], item["pubStatus"], item["language"]) == ("text", "usable", "en")
    assert item["uri"].startswith("urn:uuid:")


def test_both_bodies_say_everything_and_count_it(item):
    plain, html = item["bodies"]
    assert (plain["contentType"], html["contentType"]) == ("text/plain", "text/html")
    assert text_with_links(html["value"]) == plain["value"]
    for words in ("What is in the box", "guide (https://shop.example/guide)", "- Four pots"):
        assert words in plain["value"]
    assert plain["charCount"] == html["charCount"] == len(plain["value"])
    assert plain["wordCount"] == html["wordCount"] > 60


@pytest.mark.parametrize("locale", ["en", "fr", "ar"])
def test_each_body_carries_every_fact(locale):
    told = full_story(locale=locale)
    for body in item_of(told)["bodies"]:
        seen = text_with_links(body["value"])
        assert not missing(told.facts, frozenset(FACT_KINDS), seen, locale)


def test_moments_are_those_of_the_story_and_the_offer(item):
    assert item["firstCreated"] == item["contentCreated"] == "2026-11-20T09:00:00Z"
    assert item["versionCreated"] == "2026-11-21T09:30:00Z"
    assert item["expires"] == "2026-12-14T23:00:00Z"
    assert not {"firstCreated", "versionCreated", "expires"} & set(item_of(story(facts={})))
    period = {"start": "2026-12-01T00:00:00+01:00"}
    assert not {"firstCreated", "versionCreated"} & set(item_of(story(facts={"period": period})))


def test_pictures_and_films_are_associations_with_renditions(item):
    kinds = [(one["type"], len(one["renditions"])) for one in item["associations"]]
    assert kinds == [("video", 1), ("picture", 2), ("picture", 2)]
    hero = item["associations"][1]
    assert hero["descriptions"][0]["value"] == "A robin on a spade"
    largest = hero["renditions"][0]
    assert (largest["contentType"], largest["width"], largest["height"]) == (
        "image/jpeg",
        1280,
        720,
    )
    assert len({one["uri"] for one in item["associations"]}) == 3


def test_hashtags_are_subjects_and_the_place_is_one(item):
    assert [one["name"] for one in item["subjects"]][:2] == ["garden", "winter"]
    (place,) = item["places"]
    assert place["name"] == "Market hall"
    assert place["contactInfo"] == [{"address": {"lines": ["12 Quai des Fleurs, Lyon"]}}]


def test_the_legal_line_is_no_right_to_print(item):
    assert not {"usageTerms", "copyrightNotice", "rightsInfo"} & set(item)
    assert "While stocks last." in item["bodies"][0]["value"]


def test_own_words_stand_in_every_part():
    words = {"headline": "A headline", "description": "Said", "subjects": "bees, honey, bees"}
    item = item_of(full_story(**own_words("ninjs", alt="A bird", **words)))
    assert item["headlines"][0]["value"] == "A headline"
    assert item["descriptions"][0]["value"] == "Said"
    assert [one["name"] for one in item["subjects"]] == ["bees", "honey"]
    assert item["associations"][1]["descriptions"][0]["value"] == "A bird"


def test_files_that_nobody_can_fetch_are_no_renditions():
    assert "associations" not in item_of(full_story(files_url="files/"))
