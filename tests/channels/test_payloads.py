"""The same values give the same bytes, and what says nothing stays out."""

import json

from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.payloads import caption_entries, file_entry, filled, json_payload
from tests.channels.sound_channel import SoundChannel
from tests.channels_out.stories import story

VALUES = st.dictionaries(
    st.text(), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text())
)


@given(VALUES)
def test_a_payload_is_what_it_was_made_of(value):
    rendered = json_payload(value)
    assert json.loads(rendered.body) == value
    assert rendered.media_type == "application/json"


@given(VALUES)
def test_the_order_of_the_keys_is_no_matter(value):
    backward = dict(reversed(value.items()))
    assert json_payload(backward) == json_payload(value)


def test_letters_stand_as_they_are():
    assert json_payload({"b": "é", "a": 1}).body == '{"a":1,"b":"é"}'.encode()


def test_a_file_says_where_it_is_and_how_large():
    (use,) = SoundChannel().adapt(story()).media
    entry = file_entry(use, alt_key="altText")
    assert entry == {
        "url": use.url,
        "altText": "A robin on a spade",
        "width": 1200,
        "height": 630,
    }


def test_captions_say_their_language_and_are_none_where_nobody_wrote_them():
    (use,) = SoundChannel().adapt(story()).media
    assert caption_entries(use, "en") == []
    spoken = use.model_copy(update={"captions": "WEBVTT"})
    assert caption_entries(spoken, "en") == [{"language": "en", "vtt": "WEBVTT"}]


def test_empty_fields_stay_out():
    assert filled(text="", files=[], shown={}, link=None, title="Winter") == {"title": "Winter"}
