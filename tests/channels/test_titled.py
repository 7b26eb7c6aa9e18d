"""A headline is said once: in the title, or in the text."""

from dataclasses import replace

from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import Part
from omnicontent.channels.titled import TitledPostChannel
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit

STORY = sample_stories()["ordinary"]


class Titled(TitledPostChannel, SoundChannel):
    spec = replace(
        SPEC,
        parts=(
            Part(name="title", label="title", limits=(limit(60, Unit.CHARACTERS),)),
            *SPEC.parts,
        ),
    )


def test_the_headline_stands_above_the_text_and_not_in_it():
    parts = Titled().adapt(STORY).parts
    assert parts["title"] == STORY.headline
    assert STORY.headline not in parts["text"]
    assert STORY.key_message in parts["text"]


def test_a_headline_too_long_gives_way_to_a_whole_sentence():
    told = STORY.model_copy(update={"headline": "qzword " * 20, "key_message": "Qzhi. Qzyes."})
    assert Titled().adapt(told).parts["title"] == "Qzyes."
