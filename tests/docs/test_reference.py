"""The reference pages name every field of what they describe."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.config.story_files import StoryFileError, read_story
from omnicontent.message.facts import FACT_KINDS, Facts
from omnicontent.message.kinds.plug_ins import registered
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.message.models import OfferType, OpeningHours, Product
from tests.stories.ratings import RatingKind

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def named(page):
    return set(re.findall(r"`(\w+)(?:\[\])?`", (REFERENCE / page).read_text()))


@pytest.mark.parametrize("kind", [ChannelSpec, Part, ImageSlot, VideoSlot, Limit])
def test_the_commands_page_names_every_field_of_a_spec(kind):
    assert set(kind.__slots__) - named("commands.md") == set()


def test_the_story_page_names_every_field_of_a_story():
    assert set(Story.model_fields) - named("story-json.md") == set()


@pytest.mark.parametrize("kind", FACT_KINDS)
def test_the_story_page_names_every_kind_of_fact_and_its_fields(kind):
    assert {kind, *kind_fields(all_kinds()[kind].model)} - named("story-json.md") == set()


def kind_fields(model):
    """Return the names of a fact's fields, and those of what it holds."""
    inner = {"Place": OpeningHours, "Products": Product}.get(model.__name__)
    return {*model.model_fields, *(inner.model_fields if inner else ())}


def test_the_story_page_names_every_type_of_offer():
    assert set(get_args(OfferType)) - named("story-json.md") == set()


def test_every_example_of_facts_on_the_story_page_is_read(tmp_path):
    page = (REFERENCE / "story-json.md").read_text()
    examples = [json.loads(text) for text in re.findall(r"```json\n(.*?)```", page, re.DOTALL)]
    whole, *facts = examples
    with registered(RatingKind()):
        for example in (whole["facts"], *facts):
            assert list(Facts.model_validate(example).present())


@pytest.mark.parametrize(
    "fact",
    [
        {"offer": {"type": "percent", "vlaue": 30}},
        {"offer": {"type": "precent", "value": 30}},
        {"period": {"end": "soon"}},
    ],
    ids=str,
)
def test_typing_mistakes_are_told_as_the_story_page_says(fact, tmp_path):
    path = tmp_path / "story.json"
    path.write_text(json.dumps({"id": "x", "headline": "x", "key_message": "x", "facts": fact}))
    with pytest.raises(StoryFileError) as caught:
        read_story(path)
    assert any(
        f"{where}: {what}" in (REFERENCE / "story-json.md").read_text()
        for where, what in caught.value.problems
    ), caught.value
