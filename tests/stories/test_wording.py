"""What channels say of themselves, in French; a plug-in's words as it wrote them."""

from datetime import date

import pytest
from django.utils import translation

from omnicontent.channels.content import Issue
from omnicontent.channels.registry import get_channel
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import ChannelSpec, Limit, Part, Source
from omnicontent.stories.wording import (
    channel_label,
    form_label,
    issue_in_words,
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


STORY = sample_stories()["ordinary"]


@pytest.mark.parametrize(
    ("code", "span", "said"),
    [
        ("missing_fact", "", ["Pond", "€1,299"]),
        ("forbidden_fact", "", ["Pond"]),
        ("contradiction", "59 €", ["Pond", "59 €", "€1,299"]),
        ("orphan_promise", "59 €", ["Pond", "59 €"]),
    ],
)
def test_issues_of_the_message_are_told_in_the_editors_language(code, span, said):
    issue = Issue(code=code, message="English", fact="offer", span=span)
    words = issue_in_words(issue, STORY, SPEC)
    assert words != "English"
    assert all(one in words for one in said)


def test_an_editor_reads_what_is_said_on_both_sides():
    issue = Issue(code="contradiction", message="…", fact="offer", span="59 €")
    with translation.override("en"):
        words = issue_in_words(issue, STORY, SPEC)
    assert words == "Pond says “59 €”, the campaign says “€1,299”. Make them agree."


def test_stale_words_name_their_part():
    issue = Issue(code="stale_words", message="…", part="ripple")
    assert "ripple" in issue_in_words(issue, STORY, SPEC)


@pytest.mark.parametrize(
    "issue",
    [
        Issue(code="too_long", message="The ripple is too long."),
        Issue(code="forbidden_fact", message="A frog's own fault."),
        Issue(code="missing_fact", message="No such fact here.", fact="croaks"),
    ],
)
def test_other_issues_are_told_as_they_come(issue):
    assert issue_in_words(issue, STORY, SPEC) == issue.message


def test_the_catalogs_name_every_built_in_fact():
    assert ("fact", "the offer") in set(words_of_facts())
