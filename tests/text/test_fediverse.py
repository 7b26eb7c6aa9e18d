"""What Mastodon finds in a post and how long it holds the post to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.fediverse import countable, find_hashtags, find_links, find_mentions
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit


def count(text, **options):
    return measure(countable(text, **options), Unit.GRAPHEMES).count


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        (" \n\u3000", 0),
        ("a" * 50, 50),
        ("👩\u200d👩\u200d👧" * 7, 7),
        (f"go to http://{'b' * 30}.example.com/winter", 6 + 23),
        (f"go to http://{'b' * 200}.com", 6 + 211),  # no label of a host is that long
        (f"goto{'http://shop.com/winter'}", 26),  # a letter before it: no link
        ("(http://shop.com/a_(b)), then", 1 + 23 + 7),
        ("shop.com/winter", 15),  # no protocol: no link
        ("http://shop.nosuchend/winter", 28),
        (f"http://shop.com/?{'#a?' * 2000}", 6017),  # longer than any link
        ("hello @robin@garden.example.com", 12),
        ("hello @robin, @wren@b.example.", 20),
        (f"@robin@{'b' * 254}", 261),
        (f"@robin@{'b' * 253}", 6),
        ("mail robin@garden.example", 25),
        ("@robin@garden.example@other", 27),
        ("http://shop.com/@robin@garden.example", 23),
        ("https://例え.jp/パス https://a.みんな", 23 + 1 + 23),
        ("gemini://shop.com/winter", 23),
        ("https://t.co/abc-def", 23 + 4),
        (f"https://t.co/{'a' * 41}", 54),
        ("shop.com/http://other.com", 25),  # one address without a protocol
    ],
)
def test_links_count_alike_and_accounts_without_their_host(text, length):
    assert count(text) == length


def test_the_server_says_what_a_link_counts():
    assert count("https://shop.com/winter/garden/sale", url_length=30) == 30


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#été, #3d and #123", ["été", "3d"]),
        ("#one·two·three·", ["one·two·three"]),
        ("no #·dot and a#b", []),
        ("\uff03wide\u00a0#after", ["wide", "after"]),
        ("#ぼっち・ざ・ろっく #نرم\u200cافزار", ["ぼっち・ざ・ろっく", "نرم\u200cافزار"]),
        ("https://shop.com/#top (#no)", []),
        ("#tag:// #taghttps:// #https://", ["tag", "tag", "https"]),
        ("#_a_", ["_a_"]),
    ],
)
def test_a_hashtag_needs_a_letter_and_a_space_before_it(text, tags):
    assert [tag.value for tag in find_hashtags(text)] == tags


def test_entities_stand_where_they_are_typed_behind_emoji_and_marks():
    text = "👩\u200d🌾e\u0301 #été @robin@garden.example https://shop.com/ä."
    found = [*find_hashtags(text), *find_mentions(text), *find_links(text)]
    assert [text[entity.start : entity.end] for entity in found] == [
        "#été",
        "@robin@garden.example",
        "https://shop.com/ä",
    ]


WORDS = ["https://shop.com/a", "@robin@b.example", "été", "👩\u200d🌾", "a"]
SIGNS = ["(", ")", ".", "@", "#", "/", " ", "\n", "\u00a0"]


@given(st.lists(st.sampled_from(WORDS + SIGNS)).map("".join))
def test_what_is_no_link_and_no_account_counts_in_full(text):
    spared = sum(len(x.value) for x in (*find_links(text), *find_mentions(text)))
    assert len(countable(text)) >= (len(text) if text.strip() else 0) - spared


@given(st.text())
def test_any_text_can_be_counted(text):
    assert count(text) >= 0


def test_a_name_without_end_takes_no_minutes():
    assert count("https://" + "a." * 3000) == 6008


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("http://" + "é" * 50_000, 50_007),
        ("http://" + "a_" * 25_000, 50_007),
        ("é-" * 25_000 + "https://shop.com/", 50_000 + 23),
        (f"https://{'e\u0301' * 40}.com", 23),
        (f"https://{'a' * 64}.com", 76),  # no name of a host is that long
    ],
)
def test_a_text_without_spaces_is_searched_once(text, length):
    assert count(text) == length
