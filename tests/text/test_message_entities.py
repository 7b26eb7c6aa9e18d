"""Entities cover what they name, in UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.message_entities import message_entities

WHOLE = "https://shop.example/winter?utm_source=x"


def covered(text, entity):
    coded = text.encode("utf-16-le")
    start = 2 * entity["offset"]
    return coded[start : start + 2 * entity["length"]].decode("utf-16-le")


def told(text, headline="", links=()):
    found = message_entities(text, headline, links)
    return [(entity["type"], covered(text, entity)) for entity in found]


def test_the_headline_is_bold_where_it_is_the_first_line():
    assert told("Winter 👍\nis here", "Winter 👍") == [("bold", "Winter 👍")]
    assert told("It is winter\nWinter 👍", "Winter 👍") == []


def test_nothing_is_marked_inside_the_headline():
    assert told("Sale #winter\n#garden", "Sale #winter") == [
        ("bold", "Sale #winter"),
        ("hashtag", "#garden"),
    ]


def test_a_short_link_is_a_text_link_and_a_whole_one_needs_no_address():
    text = "shop.example/winter https://other.example/a other.example/b"
    (first, second) = message_entities(text, "", [WHOLE])
    assert (first["type"], first["url"]) == ("text_link", WHOLE)
    assert (second["type"], "url" in second) == ("url", False)


def test_a_name_that_no_account_can_have_stays_plain():
    assert told("@abc @robin_redbreast") == [("mention", "@robin_redbreast")]


@given(st.text(alphabet="é👍\u0301字 a#", max_size=30))
def test_entities_cover_what_they_name_behind_emoji_and_marks(before):
    found = told(f"{before} #winter shop.example/winter", links=[WHOLE])
    assert ("hashtag", "#winter") in found
    assert ("text_link", "shop.example/winter") in found
