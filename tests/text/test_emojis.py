"""Emoji weigh their UTF-8 bytes, whole sequences, and nothing else does."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.emojis import weigh_emojis


def test_every_emoji_of_the_standard_weighs_its_bytes(vectors):
    lines = vectors("unicode/emoji-test-15.0.txt").splitlines()
    listed = [line.partition(";")[0].split() for line in lines if line and line[0] != "#"]
    emoji = ["".join(chr(int(code, 16)) for code in codes) for codes in listed]
    assert len(emoji) > 4000
    assert [e for e in emoji if len(weigh_emojis(e)) != len(e.encode())] == []


def test_words_digits_and_signs_stay_as_they_are():
    text = "10# * 5€ été e\u0301 क्षि 日本 𝒜 \u200d 1"
    assert weigh_emojis(text) == text


def test_a_family_weighs_with_its_joiners_and_a_flag_with_both_letters():
    assert len(weigh_emojis("a👩\u200d👧b🇫🇷1\ufe0f\u20e3")) == 1 + 11 + 1 + 8 + 7


@given(st.text(alphabet=st.sampled_from("a1#é 👩👍🏽🇫🇷\u200d\ufe0f\u20e3\u0301❤©")))
def test_a_text_weighs_no_less_than_it_has_characters_and_no_more_than_its_bytes(text):
    assert len(text) <= len(weigh_emojis(text)) <= len(text.encode())


@given(st.text(alphabet=st.characters(exclude_categories=("So", "Sk", "Cs", "Me", "Mn"))))
def test_texts_without_emoji_are_untouched(text):
    assert weigh_emojis(text) == text or regex.search(r"[\p{Emoji}--[0-9#*]]", text, regex.V1)
