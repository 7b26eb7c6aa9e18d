"""What a reader sees of a payload: words and links, no file names, captions or alt texts."""

from dataclasses import replace

from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import VideoSlot
from omnicontent.channels.visible import drawn_words, visible_text
from tests.channels.sound_channel import SPEC

STORY = sample_stories()["ordinary"]


def content_with(media=()):
    return Content(channel="sound", locale="en", parts={}, media=media)


def seen(media_type, body, media=()):
    rendered = Rendered(media_type=media_type, body=body.encode(), file_name="payload")
    return visible_text(content_with(media), rendered)


def test_json_shows_its_strings_at_any_depth():
    assert seen("application/json", '{"a": "one", "b": [{"c": "two"}, 3]}') == "one\n\ntwo"


def test_json_hides_files_and_alt_texts():
    (use,) = media_uses(SPEC, STORY)
    body = f'["{use.url}", "{use.alt}", "said"]'
    assert seen("application/ld+json; charset=utf-8", body, (use,)) == "said"


def test_html_shows_its_text_and_where_links_lead():
    text = seen(
        "text/html", '<p>Hi <b>you</b></p><a href="https://qz.example/a?b=1&amp;c=2">Go</a>'
    )
    assert "Hi you" in text
    assert "https://qz.example/a?b=1&c=2" in text
    assert "<" not in text


def test_plain_text_shows_itself():
    assert seen("text/plain", "just {this}") == "just {this}"


def test_drawn_words_come_from_pictures_stills_and_closing_cards():
    slot = SPEC.images[0]
    spec = replace(
        SPEC,
        images=(replace(slot, words=True), replace(slot, name="s", words=True, source="frame")),
        videos=(VideoSlot(name="video", width_px=1080, height_px=1920, seconds_max=60),),
    )
    words = drawn_words(content_with(media_uses(spec, STORY, words=("Drawn", "twice"))))
    card = ["Drawn", "twice", "Qzbuy now: qz.example/spring?ref=1#top"]
    assert words.split("\n\n") == [*card, "Drawn", "twice", "Drawn", "twice"]


def test_lines_that_were_typed_together_are_read_together():
    spec = replace(SPEC, images=(replace(SPEC.images[0], words=True, call_to_action=True),))
    content = content_with(media_uses(spec, STORY, words=("Up to", "30% off")))
    typed = content.model_copy(update={"parts": {"words": "Up to\n30% off"}})
    call = "Qzbuy now: qz.example/spring?ref=1#top"
    assert drawn_words(typed).split("\n\n") == ["Up to\n30% off", call]


def test_words_are_drawn_only_where_the_slot_wants_them():
    assert drawn_words(content_with(media_uses(SPEC, STORY, words=("Drawn",)))) == ""
