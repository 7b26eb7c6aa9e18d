"""Escaped words read as they were written, and addresses stay addresses."""

import re

from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.links import find_links
from omnicontent.text.markdown import escape_markdown, unescape_markdown

SIGNS = st.text(alphabet=st.sampled_from("\\*_~|`[]<>#-()!: ab\n"))
LINK = "https://shop.example/a_b_c?x=*1*2"


@given(SIGNS)
def test_a_reader_sees_what_was_written(text):
    assert unescape_markdown(escape_markdown(text)) == text


@given(SIGNS)
def test_no_sign_with_a_meaning_stays_bare(text):
    bare = re.sub(r"\\[^0-9A-Za-z\s]", "", escape_markdown(text))
    assert not set("*_~|`[<") & set(bare)


def test_a_heading_and_a_quote_are_words_and_a_list_stays_one():
    text = "# No heading\n> no quote\n-# no note\n- a point\na # b > c"
    assert escape_markdown(text) == (
        "\\# No heading\n\\> no quote\n\\-# no note\n- a point\na # b > c"
    )


@given(SIGNS)
def test_an_address_stays_as_it_is(text):
    markdown = escape_markdown(f"{text} {LINK} {text}")
    assert LINK in [link.url for link in find_links(markdown)]
