"""LinkedIn's little text: nothing reserved stays bare, and readers see what was written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.little_text import escape_little, unescape_little

MENTION = "@[Acme Corp](urn:li:organization:1234)"
RESERVED = "|{}@[]()<>#*_~\\"
URN = r"urn:li:(?:person|organization):[A-Za-z0-9_-]+"
ANY_MENTION = re.compile(rf"@\[([^\]\n]+)\]\({URN}\)")
ELEMENT = re.compile(
    r"\{hashtag\|\\#\|(?:\\.|[^}\\])*\}" rf"|@\[(?:\\.|[^\]\\])+\]\({URN}\)|\\.",
    re.DOTALL,
)
PIECES = st.lists(st.sampled_from([*RESERVED, MENTION, "#été", "👩", "a", " ", "\n"]))
TEXTS = st.text() | PIECES.map("".join)


def test_reserved_characters_are_escaped_and_hashtags_are_templates():
    text = escape_little(r"a_b (c) <d> \ #été {x}|y @z *~ [#no]")
    assert text == (r"a\_b \(c\) \<d\> \\ {hashtag|\#|été} \{x\}\|y \@z \*\~ \[{hashtag|\#|no}\]")


@pytest.mark.parametrize(
    ("typed", "little"),
    [
        (f"Thanks, {MENTION}!", f"Thanks, {MENTION}!"),
        ("@[R&D (EU)](urn:li:person:a-1)", "@[R&D \\(EU\\)](urn:li:person:a-1)"),
        ("@[No](urn:li:group:1)", "\\@\\[No\\]\\(urn:li:group:1\\)"),
        ("@[a @[b](urn:li:person:1)", "@[a \\@\\[b](urn:li:person:1)"),
        ("@[](urn:li:person:1)", "\\@\\[\\]\\(urn:li:person:1\\)"),
        ("@[#1](urn:li:person:1) #two", "@[\\#1](urn:li:person:1) {hashtag|\\#|two}"),
    ],
)
def test_a_mention_of_a_person_or_company_passes(typed, little):
    assert escape_little(typed) == little


def test_a_reader_sees_the_name_that_is_mentioned():
    assert unescape_little(escape_little(f"Hi {MENTION} #one")) == "Hi Acme Corp #one"


@given(TEXTS)
def test_a_reader_sees_what_was_written(text):
    written = ANY_MENTION.sub(r"\1", text).replace("\uff03", "#")
    assert unescape_little(escape_little(text)) == written or "\uff03" in text


@given(TEXTS)
def test_nothing_reserved_stays_bare(text):
    assert not set(RESERVED) & set(ELEMENT.sub("", escape_little(text)))
