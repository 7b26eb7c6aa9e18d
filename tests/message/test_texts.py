"""What is found in the plain spelling is marked at its place in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.message.normalizing import normalize
from omnicontent.message.texts import Text

HOSTILE = "a e ا한각\u1100\u1161\u11a8\u0301\u0323\u0338\u094d\u0915\u200b\u200d\ufe0f\u20e3"
HOSTILE += "\n\r\t\u00a0\u3000…→％３𝟑Ⓐ\u0ddc\u0dcf<=\u00ad\ud800🇫🇷👍🏽"
JUNK = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters()), max_size=30)


@given(JUNK)
def test_every_character_has_its_place(junk):
    text = Text(junk, "en")
    places = text._places
    assert len(places) == len(text.plain) or not text.plain
    assert all(0 <= start < end <= len(junk) for start, end in places) or not text.plain
    assert places == sorted(places)


@given(JUNK)
def test_what_stands_behind_junk_is_marked_as_it_stands(junk):
    text = Text(f"{junk} 30% b", "en")
    start = text.plain.rindex("30%")
    begin, end = text.span(start, start + 3)
    assert text.original[begin:end] == "30%"
    assert begin == len(junk) + 1


@given(JUNK)
def test_a_place_holds_the_characters_found(junk):
    text = Text(junk, "en")
    for number, char in enumerate(text.plain):
        start, end = text.span(number, number + 1)
        assert char in (normalize(f"|{text._unlinked[start:end]}|"))


@pytest.mark.parametrize("junk", ["\u0301", "a\n\u0301", "\u200b\u0301", " \u0301", "a  \u0338"])
def test_a_mark_without_its_letter_moves_no_place(junk):
    text = Text(f"{junk} 30%", "en")
    start = text.plain.index("30%")
    assert text.span(start, start + 3) == (len(junk) + 1, len(junk) + 4)
