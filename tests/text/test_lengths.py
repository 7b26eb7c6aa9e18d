import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.lengths import measure, measure_span
from omnicontent.text.units import TEXT_UNITS, Unit

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))  # lone surrogates included

WORDS = ["a.example", "shop.com/é?x=1", "https://b.com", "t.co/a", "http://", "👨\u200d👩\u200d👧"]
WORDS += ["@", "#", "-", "/", "。", "、", "(", ")", ".", "🇫🇷", "1\ufe0f\u20e3", "©", "é", "word"]
WORDS += ["\u200d", "\ufe0f", "\u0301"]
SPACES = [" ", "\n", "\r\n", "\r", "\u00a0", "\u2003", "\u3000", "\u2028", "\t"]


def count(text, unit):
    return measure(text, unit).count


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.CHARACTERS, 13),
        (Unit.UTF16_UNITS, 13),
        (Unit.CODE_POINTS, 12),
        (Unit.GRAPHEMES, 11),
        (Unit.UTF8_BYTES, 16),
        (Unit.WORDS, 2),
        (Unit.X_WEIGHTED, 12),  # composed first; an emoji is two
    ],
)
def test_one_text_in_every_unit(unit, expected):
    assert count("Cafe\u0301 😀 neuf", unit) == expected


@pytest.mark.parametrize("unit", sorted(TEXT_UNITS))
@given(text=ANY_TEXT)
def test_any_text_has_a_length_in_every_text_unit(unit, text):
    assert count(text, unit) >= 0


@pytest.mark.parametrize("unit", sorted(set(Unit) - TEXT_UNITS))
def test_other_units_do_not_measure_text(unit):
    with pytest.raises(ValueError, match="does not measure text"):
        measure("a", unit)


@pytest.mark.parametrize("unit", sorted(TEXT_UNITS))
def test_two_halves_of_a_character_are_one(unit):
    assert count("\ud83d" + "\ude00", unit) == count("😀", unit)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.UTF8_BYTES, 3),
        (Unit.UTF16_UNITS, 1),
        (Unit.CODE_POINTS, 1),
        (Unit.GRAPHEMES, 1),
        (Unit.X_WEIGHTED, 2),
        (Unit.SMS_SEGMENTS, 1),
    ],
)
def test_a_lone_surrogate_counts_as_its_replacement(unit, expected):
    assert count("\ud83d", unit) == expected


@given(st.lists(st.sampled_from(WORDS + SPACES)).map("".join))
def test_x_counts_word_by_word_as_it_counts_the_whole(text):
    from twitter_text import parse_tweet

    assert count(text, Unit.X_WEIGHTED) == parse_tweet(text).weightedLength


def test_an_endless_host_name_is_no_link_and_takes_no_minutes():
    assert count("a." * 3000, Unit.X_WEIGHTED) == 6000


def test_an_sms_says_how_it_is_coded_and_why():
    length = measure("Prix spécial “été” ç ç", Unit.SMS_SEGMENTS)
    assert (length.segments, length.encoding) == (1, "ucs-2")
    assert length.forced_by == ("“", "”", "ç")


@pytest.mark.parametrize(
    "group",
    ["WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest"],
)
def test_x_counts_as_the_published_cases(vectors, group):
    cases = vectors("twitter-text/validate.yml")["tests"][group]
    wrong = [
        case["description"]
        for case in cases
        if count(case["text"], Unit.X_WEIGHTED) != case["expected"]["weightedLength"]
    ]
    assert cases
    assert wrong == []


def test_graphemes_break_as_unicode_17_says(vectors):
    cases = vectors("unicode/GraphemeBreakTest-17.0.0.json")["cases"]
    wrong = [
        case["comment"]
        for case in cases
        if count("".join(chr(int(c, 16)) for c in case["codepoints"]), Unit.GRAPHEMES)
        != case["count"]
    ]
    assert len(cases) == 766
    assert wrong == []


@pytest.mark.parametrize(
    "unit", [Unit.GRAPHEMES, Unit.UTF8_BYTES, Unit.UTF16_UNITS, Unit.CODE_POINTS]
)
def test_lengths_are_those_of_the_bluesky_cases(vectors, unit):
    for case in vectors("bluesky/grapheme-length.json")["cases"]:
        assert count(case["text"], unit) == case[unit.value], case["text"]


def test_every_emoji_counts_two_on_x_and_one_grapheme(vectors):
    lines = vectors("unicode/emoji-test-15.0.txt").splitlines()
    points = [line.partition(";")[0] for line in lines if line and not line.startswith("#")]
    emoji = ["".join(chr(int(point, 16)) for point in codes.split()) for codes in points]
    assert len(emoji) > 4700
    assert [one for one in emoji if count(one, Unit.X_WEIGHTED) != 2] == []
    assert [one for one in emoji if count(one, Unit.GRAPHEMES) != 1] == []


def test_an_emoji_newer_than_the_port_counts_two_on_x_beside_words_and_links():
    handshake = "\U0001faf1\U0001f3fb\u200d\U0001faf2\U0001f3fc"
    phoenix = "\U0001f426\u200d\U0001f525"
    text = f"a{handshake}b https://shop.com {phoenix}"
    assert count(text, Unit.X_WEIGHTED) == 1 + 2 + 1 + 1 + 23 + 1 + 2


@pytest.mark.parametrize(
    ("unit", "span"),
    [
        (Unit.UTF8_BYTES, (8, 3)),
        (Unit.UTF16_UNITS, (5, 2)),
        (Unit.CODE_POINTS, (4, 2)),
        (Unit.GRAPHEMES, (4, 1)),
    ],
)
def test_a_span_is_told_in_the_unit_that_the_surface_counts(unit, span):
    assert measure_span("\U0001f600 é e\u0301", 4, 6, unit) == span
