"""Telegram: entities by UTF-16 units, captions shorter than messages, a button."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.counting import count_parts
from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import film_story, own_words, story

TELEGRAM = get_channel("telegram")
FACTS = "-30% until Dec 14, 2026 with WINTER30 shop.example/winter"


def message(told):
    return json.loads(TELEGRAM.render(TELEGRAM.adapt(told)).body)


def codes(told):
    return [issue.code for issue in TELEGRAM.validate(TELEGRAM.adapt(told), told)]


def entities(payload):
    """Return what each entity covers, as a client cuts it out, with the entity."""
    raw = payload.get("caption", payload.get("text")).encode("utf-16-le")
    found = payload.get("caption_entities", payload.get("entities"))
    return [
        (raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le"), e)
        for e in found
    ]


def test_each_kind_of_message_has_its_method():
    assert message(story())["method"] == "sendPhoto"
    assert message(film_story())["method"] == "sendVideo"
    words = message(story(hero_image=None))
    assert words["method"] == "sendMessage"
    assert words["link_preview_options"]["url"].startswith("https://shop.example/winter?")


def test_the_headline_is_bold_and_the_short_link_leads_to_the_tracked_address():
    shown = dict(entities(message(story())))
    assert shown["30% off everything for the winter garden"]["type"] == "bold"
    assert shown["#garden"]["type"] == "hashtag"
    link = shown["shop.example/winter"]
    assert link["type"] == "text_link"
    assert link["url"].startswith("https://shop.example/winter?utm_source=telegram")


def test_the_button_leads_to_the_same_address():
    payload = message(story())
    ((key,),) = payload["reply_markup"]["inline_keyboard"]
    assert key["text"] == "Shop now"
    assert key["url"].startswith("https://shop.example/winter?utm_source=telegram")
    assert "reply_markup" not in message(story(**own_words("telegram", button="")))


def test_a_caption_has_1024_units_and_a_message_4096():
    room = " " + "a" * (1024 - len(FACTS) - 1)
    assert codes(story(**own_words("telegram", text=FACTS + room))) == []
    assert codes(story(**own_words("telegram", text=FACTS + room + "a"))) == ["too_long"]
    alone = story(hero_image=None, **own_words("telegram", text=FACTS + room * 3))
    assert codes(alone) == []
    assert codes(alone.model_copy(update=own_words("telegram", text=FACTS + room * 5))) == [
        "too_long"
    ]


@pytest.mark.parametrize(("picture", "maximum"), [(True, 1024), (False, 4096)])
def test_the_body_fills_the_room_there_is(picture, maximum):
    body = [{"type": "paragraph", "html": f"<p>{'Much to say here. ' * 400}</p>"}]
    told = story(body=body) if picture else story(body=body, hero_image=None)
    content = TELEGRAM.adapt(told)
    (count,) = [count for count in count_parts(TELEGRAM, content) if count.part.name == "text"]
    assert count.limit.maximum == maximum
    assert maximum - 40 < count.length.count <= maximum


PIECES = [
    "👩\u200d🌾",
    "e\u0301",
    "#été",
    "#a\u0301b",
    "https://a.example/ä",
    "shop.example/winter",
]
PIECES += ["日本", "𝒜", "@robin_smith", "🇫🇷"]


@given(
    st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join),
    st.sampled_from(["", " ", "\n🇫🇷 "]),
)
def test_entities_cover_what_they_name_behind_emoji_and_marks(text, before):
    payload = message(story(**own_words("telegram", text=before + text)))
    marked = [piece for piece in (before + text).split() if piece[0] in "#@hs"]
    assert [shown for shown, _entity in entities(payload)] == marked


def test_own_words_are_delivered_without_spaces_at_their_ends_and_offsets_agree():
    payload = message(story(**own_words("telegram", text="  🇫🇷 #été \n")))
    assert payload["caption"] == "🇫🇷 #été"
    assert [shown for shown, _entity in entities(payload)] == ["#été"]


def test_names_that_no_account_can_have_stay_plain():
    payload = message(story(**own_words("telegram", text="@a @robin@host.example @robin_s x@y")))
    assert [shown for shown, _entity in entities(payload)] == ["@robin_s"]
