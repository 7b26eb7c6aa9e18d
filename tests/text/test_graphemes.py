"""Graphemes: as Unicode breaks them, in time that grows with the text."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.graphemes import GRAPHEME

SIGNS = "\U0001f1eb\U0001f1f7\u0301\u200d\u0600\u0903👩🏽ae\n\r क가ᄀ"


@given(st.text(alphabet=st.sampled_from(SIGNS), max_size=40))
def test_flags_break_as_everything_else_does(text):
    assert GRAPHEME.findall(text) == regex.findall(r"\X", text)


def test_a_flag_takes_no_consonant_to_it_as_unicode_says():
    assert GRAPHEME.findall("🇫🇷\u094dक") == ["🇫🇷\u094d", "क"]


def test_a_long_row_of_flags_is_parted_into_flags():
    assert GRAPHEME.findall("🇫🇷" * 25_000 + "🇫") == ["🇫🇷"] * 25_000 + ["🇫"]
