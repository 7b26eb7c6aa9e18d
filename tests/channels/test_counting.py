"""Whether a part keeps a limit, the same for editors and on the command line."""

from dataclasses import replace

import pytest

from omnicontent.channels.counting import Count
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import Part
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit


@pytest.mark.parametrize(
    ("text", "fits"),
    [("", True), ("a", False), ("aa", False), ("aaa", True), ("aaaa", True), ("aaaaa", False)],
)
def test_a_part_is_neither_too_short_nor_too_long(text, fits):
    count = Count(
        Part(name="text", label="post"),
        limit(4, Unit.CHARACTERS, minimum=3),
        measure(text, Unit.CHARACTERS),
    )
    assert count.fits is fits


class Wordy(SoundChannel):
    spec = replace(
        SPEC, parts=(Part(name="text", label="post", limits=(limit(99, Unit.WORDS, minimum=9),)),)
    )


def test_a_part_too_short_is_an_error_that_says_how_much_is_missing():
    words = "€1,299.00 QZCODE42 https://qz.example/spring?ref=1#top"
    own = {"overrides": {"sound": {"text": words}}}
    told = sample_stories()["ordinary"].model_copy(update=own)
    (issue,) = Wordy().validate(Wordy().adapt(told), told)
    assert (issue.code, issue.severity) == ("too_short", "error")
    assert issue.message == "The post on Sound has 3 words; at least 9 are needed. Add 6."
    assert issue.field == "overrides.sound.text"
