import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.variables import fill_variables, part_braces, place_variables

LONG = "We thought of you, dear gardener, and made this: "
SAID = ["30% off", "A1", "A12", "word", "·", "\n", "now"]
WORDS = st.lists(st.sampled_from(SAID), max_size=30)
BRACED = st.lists(st.sampled_from([*SAID, "{", "}", "{{1}}", "{{9}}", "{A1}", "1"]), max_size=30)


@pytest.mark.parametrize(
    ("text", "template", "values"),
    [
        (f"{LONG}30% off with A1 today.", f"{LONG}{{{{1}}}} with {{{{2}}}} today.", 2),
        ("30% off with A1 for all our gardeners.", "30% off with {{1}} for all our gardeners.", 1),
        (f"{LONG}30% off", f"{LONG}30% off", 0),
        (f"{LONG}30% off A1 for you.", f"{LONG}{{{{1}}}} A1 for you.", 1),
        (f"{LONG}30% off · A1 for you.", f"{LONG}{{{{1}}}} · {{{{2}}}} for you.", 2),
        (f"{LONG}{{30% off}} for you.", f"{LONG}{{30% off}} for you.", 0),
        (f"{LONG}A12, A1, B.", f"{LONG}A12, {{{{1}}}}, B.", 1),
        ("Now 30% off!", "Now 30% off!", 0),
        ("", "", 0),
    ],
)
def test_variables_stand_where_reviewers_take_them(text, template, values):
    placed, used = place_variables(text, ["A1", "30% off"])
    assert (placed, len(used)) == (template, values)


@given(WORDS)
def test_every_template_keeps_the_rules_and_reads_as_its_text(words):
    text = " ".join(words).strip()
    template, values = place_variables(text, ["30% off", "A1", "A12"])
    assert fill_variables(template, values) == text
    numbers = [int(number) for number in re.findall(r"\{\{(\d+)\}\}", template)]
    assert numbers == list(range(1, len(values) + 1))
    assert not template.startswith("{{")
    assert not template.endswith("}}")
    assert not re.search(r"\}\}\s*\{\{", template)
    if values:
        assert len(template.split()) >= 3 * len(values) + 1


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("Say {{1}} now.", "Say 30% off now."),
        ("{{9}} and {{0}} and {{01}}", "{{9}} and {{0}} and {{01}}"),
        ("{{" + "9" * 5000 + "}}", "{{" + "9" * 5000 + "}}"),
        ("{{٢}} {{x}} {{", "{{٢}} {{x}} {{"),
    ],
)
def test_variables_without_a_value_stay(template, text):
    assert fill_variables(template, ["30% off"]) == text


@given(BRACED.map("".join) | st.text("{}12x "))
def test_words_never_act_as_variables(words):
    text = part_braces(words)
    assert text.replace(" ", "") == words.replace(" ", "")
    assert part_braces(text) == text
    assert fill_variables(text, ["30% off"]) == text
    template, values = place_variables(text, ["30% off", "A1", "A12"])
    assert fill_variables(template, values) == text
    numbers = [int(number) for number in re.findall(r"\{\{(\d+)\}\}", template)]
    assert numbers == list(range(1, len(values) + 1))
