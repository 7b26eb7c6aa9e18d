"""What channels say of themselves, in French; a plug-in's words as it wrote them."""

from datetime import date

import pytest
from django.utils import translation

from omnicontent.channels.registry import get_channel
from omnicontent.channels.spec import ChannelSpec, Limit, Part, Source
from omnicontent.stories.wording import (
    channel_label,
    form_label,
    note_in_words,
    part_label,
    words_of,
    words_of_facts,
)
from omnicontent.text.units import Unit

POND = Source("https://pond.example/docs", date(2026, 11, 22))
ADVICE = POND.advice(80, Unit.GRAPHEMES, note="Frogs read no further.")
PART = Part(
    name="ripple", label="ripple", limits=(ADVICE, POND.limit(90, Unit.GRAPHEMES, note="Hard."))
)
SPEC = ChannelSpec(slug="pond", network="pond", name="Pond", parts=(PART,), forms=("splash",))


@pytest.fixture(autouse=True)
def in_french():
    with translation.override("fr"):
        yield


def shown(spec: ChannelSpec, part: Part, limit: Limit) -> list[str]:
    labels = [form_label(form) for form in spec.forms]
    return [channel_label(spec), *labels, part_label(part), note_in_words(limit)]


def test_a_plug_ins_words_are_shown_as_it_wrote_them():
    assert shown(SPEC, PART, ADVICE) == ["Pond", "splash", "ripple", "Frogs read no further."]


def test_its_words_are_those_shown_but_for_notes_on_limits_that_hold():
    assert set(words_of(SPEC)) == {
        ("channel", "Pond"),
        ("form", "splash"),
        ("part", "ripple"),
        ("part", "payload"),
        ("note", "Frogs read no further."),
    }


def test_a_built_in_speaks_french():
    spec = get_channel("web").spec
    assert channel_label(spec) == "Page web"
    assert part_label(spec.parts[0]) != spec.parts[0].label


def test_the_catalogs_name_every_built_in_fact():
    assert ("fact", "the offer") in set(words_of_facts())
