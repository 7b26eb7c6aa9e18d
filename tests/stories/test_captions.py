"""Captions in either of the two usual forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.stories.captions import to_subrip, to_webvtt
from omnicontent.stories.errors import CaptionsError

CUE = "00:00:01,500 --> 00:00:02,000"


def test_subrip_becomes_webvtt() -> None:
    text = f"1\r\n{CUE}\r\nOne, two, 3,500\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nTwo\r\n"
    assert to_webvtt(text) == (
        "WEBVTT\n\n1\n00:00:01.500 --> 00:00:02.000\nOne, two, 3,500\n\n"
        "2\n00:00:03.000 --> 00:00:04.000\nTwo\n"
    )


def test_webvtt_stays_as_it_is() -> None:
    text = "WEBVTT - Garden\n\nNOTE by us\n\n00:01.000 --> 00:02.000 align:start\nHello\n"
    assert to_webvtt(text) == text


def test_webvtt_becomes_subrip() -> None:
    text = (
        "WEBVTT - Garden\n\nNOTE by us\n\nSTYLE\n::cue { color: red }\n\n"
        "first\n00:01.000 --> 00:02.500 align:start\n<v Ana>Salt &amp; <i>pepper</i>\nTwo\n\n\n"
        "01:00:03.000 --> 01:00:04.000\n<c.loud>Hey</c> <00:00:03.500>you\n"
    )
    assert to_subrip(to_webvtt(text)) == (
        "1\n00:00:01,000 --> 00:00:02,500\nSalt & pepper\nTwo\n\n"
        "2\n01:00:03,000 --> 01:00:04,000\nHey you\n"
    )


def test_subrip_comes_back_as_it_was() -> None:
    text = f"1\n{CUE}\nOne, two\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n"
    assert to_subrip(to_webvtt(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not a WebVTT or SubRip"),
        ("WEBVTT\n\nHello", "not a WebVTT or SubRip"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nHello", "ends before it starts"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\nsoon --> later\nB", "no valid times"),
        (
            "WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB",
            "order of time",
        ),
    ],
)
def test_what_no_player_could_show_is_refused(text: str, words: str) -> None:
    with pytest.raises(CaptionsError, match=words):
        to_webvtt(text)


@given(st.text())
def test_any_text_is_captions_or_refused(text: str) -> None:
    try:
        once = to_webvtt(text)
    except CaptionsError:
        return
    assert once.startswith("WEBVTT")
    assert to_webvtt(once) == once
