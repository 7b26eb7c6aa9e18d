"""Hashtags, mentions, alternative texts, buttons, comments: each worded and counted by itself."""

from dataclasses import replace

import pytest

from omnicontent.channels.common_parts import (
    alt_part,
    button_part,
    first_comment_part,
    hashtags_part,
    mentions_part,
    stop_part,
)
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import ImageSlot
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit


class PartedChannel(SoundChannel):
    spec = replace(
        SPEC,
        parts=(
            *SPEC.parts,
            hashtags_part("text", limit(3, Unit.ITEMS)),
            mentions_part("text", replace(limit(2, Unit.ITEMS), items="mentions")),
            button_part(limit(10, Unit.CHARACTERS)),
            stop_part(limit(25, Unit.CHARACTERS)),
            first_comment_part(),
            alt_part(limit(20, Unit.CHARACTERS)),
        ),
        images=(
            ImageSlot(name="image", width_px=1200, height_px=630, required=False),
            ImageSlot(name="body", width_px=600, height_px=600, source="body", required=False),
        ),
    )


CHANNEL = PartedChannel()
STORY = sample_stories()["full"]


def told(**words):
    own = {CHANNEL.spec.slug: words}
    return STORY.model_copy(update={"overrides": own})


def codes(story):
    return [issue.code for issue in CHANNEL.validate(CHANNEL.adapt(story), story)]


def test_the_hashtags_are_those_that_the_text_says():
    content = CHANNEL.adapt(STORY)
    assert content.parts["hashtags"] == "#qzgarden #qzété"
    assert content.parts["text"].endswith("#qzgarden #qzété")


def test_own_hashtags_stand_in_the_text_before_the_story_s_sentences():
    content = CHANNEL.adapt(told(hashtags="#qzmine #qzours"))
    assert content.parts["hashtags"] == "#qzmine #qzours"
    assert "#qzmine #qzours" in content.parts["text"]
    assert "#qzgarden" not in content.parts["text"]


def test_own_mentions_stand_in_the_text():
    content = CHANNEL.adapt(told(mentions="@qzfriend"))
    assert "@qzfriend" in content.parts["text"]
    assert content.fitting["mentions"].used == ("@qzfriend",)


def test_tags_that_the_text_has_no_room_for_are_told():
    many = " ".join(f"#qz{'x' * 60}{number}" for number in range(9))
    assert "words_left_out" in codes(told(hashtags=many))
    words = CHANNEL.adapt(STORY).parts["text"].replace("#qzgarden", "")
    assert "words_left_out" in codes(told(hashtags="#qzmine", text=words))


@pytest.mark.parametrize(
    ("part", "words"),
    [("hashtags", "#a #b #c #d"), ("mentions", "@a @b @c"), ("button", "Far too long")],
)
def test_each_part_has_its_own_limit(part, words):
    issues = CHANNEL.validate(CHANNEL.adapt(told(**{part: words})), told(**{part: words}))
    assert (part, "error") in [(issue.part, issue.severity) for issue in issues]


def test_the_button_says_what_to_do():
    assert CHANNEL.adapt(STORY).parts["button"] == "Qzbuy now"
    assert CHANNEL.adapt(told(button="Qzgo")).parts["button"] == "Qzgo"


def test_the_button_that_ends_messages_speaks_the_reader_s_language():
    french = STORY.model_copy(update={"locale": "fr"})
    assert CHANNEL.adapt(STORY).parts["stop"] == "Stop promotions"
    assert CHANNEL.adapt(french).parts["stop"] == "Ne plus recevoir"
    assert CHANNEL.adapt(told(stop="Qzno")).parts["stop"] == "Qzno"


def test_a_first_comment_is_empty_unless_worded():
    assert CHANNEL.adapt(STORY).parts["first_comment"] == ""
    assert CHANNEL.adapt(told(first_comment="Qzhi")).parts["first_comment"] == "Qzhi"


def test_own_words_for_the_picture_reach_the_picture_of_the_hero_image_only():
    content = CHANNEL.adapt(told(alt="Qzother words"))
    assert content.parts["alt"] == "Qzother words"
    assert [use.alt for use in content.media] == ["Qzother words", "Qzrobin on a qzspade"]


def test_an_alternative_text_too_long_is_said_in_whole_sentences():
    hero = STORY.hero_image.model_copy(update={"alt": "Qzone robin. Qzon a qzspade that is old."})
    story = STORY.model_copy(update={"hero_image": hero})
    assert CHANNEL.adapt(story).parts["alt"] == "Qzone robin."
    assert codes(story) == []


def test_one_that_has_no_short_sentence_is_an_issue_at_the_picture():
    hero = STORY.hero_image.model_copy(update={"alt": "Qzrobin on a qzspade that is old"})
    story = STORY.model_copy(update={"hero_image": hero})
    issues = CHANNEL.validate(CHANNEL.adapt(story), story)
    assert [(issue.code, issue.field) for issue in issues] == [("too_long", "hero_image.alt")]
