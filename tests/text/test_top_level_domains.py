"""Each top-level domain that X lists ends a link: for the message lock, for X and for Mastodon."""

import pytest

from omnicontent.text import fediverse
from omnicontent.text.domains import top_level_domains
from omnicontent.text.lengths import measure
from omnicontent.text.links import find_links
from omnicontent.text.units import Unit

GROUPS = ["country", "generic"]


def urls(find, text: str) -> list[str]:
    return [text[found.start : found.end] for found in find(text)]


@pytest.mark.parametrize("group", GROUPS)
def test_a_link_to_each_is_found_and_counts_as_one_on_x(vectors, group):
    cases = vectors("twitter-text/tlds.yml")["tests"][group]
    assert len(cases) > 300
    for case in cases:
        text, expected = case["text"], case["expected"]
        assert urls(find_links, text) == expected
        assert urls(fediverse.find_links, text) == expected
        assert measure(text, Unit.X_WEIGHTED).count == 23 * len(expected)


@pytest.mark.parametrize("group", GROUPS)
def test_each_ends_an_address_without_its_protocol_too(vectors, group):
    for name in vectors("twitter-text/tld_lib.yml")[group]:
        assert urls(find_links, f"See shop.{name} now") == [f"shop.{name}"]


def test_the_list_is_xs_own(vectors):
    listed = vectors("twitter-text/tld_lib.yml")
    assert top_level_domains() == {name for group in GROUPS for name in listed[group]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("दुकान.भारत, அங்காடி.இந்தியா", ["दुकान.भारत", "அங்காடி.இந்தியா"]),
        ("cafe\u0301.fr/e\u0301te\u0301", ["cafe\u0301.fr/e\u0301te\u0301"]),
        ("❤\ufe0fshop.com ℹ\ufe0f.Go 1\ufe0f\u20e3.Go", ["shop.com"]),
        ("\u2067shop.com/a\u2069 \u202bhttps://b.com\u202c", ["shop.com/a", "https://b.com"]),
        ("\u061cshop.com\u061c، \u200fhttps://b.com/\u200f", ["shop.com", "https://b.com/"]),
    ],
)
def test_a_host_may_have_vowel_signs_and_no_emojis_or_marks_of_direction(text, found):
    assert urls(find_links, text) == found
