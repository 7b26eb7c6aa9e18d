"""The reference pages name every field of what they describe."""

import re
from pathlib import Path

import pytest

from omnicontent.channels.spec import ChannelSpec, ImageSlot, Limit, Part, VideoSlot
from omnicontent.channels.story import Story

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def named(page):
    return set(re.findall(r"`(\w+)(?:\[\])?`", (REFERENCE / page).read_text()))


@pytest.mark.parametrize("kind", [ChannelSpec, Part, ImageSlot, VideoSlot, Limit])
def test_the_commands_page_names_every_field_of_a_spec(kind):
    assert set(kind.__slots__) - named("commands.md") == set()


def test_the_story_page_names_every_field_of_a_story():
    assert set(Story.model_fields) - named("story-json.md") == set()
