"""Issues: what is wrong with a variant, in words an editor understands, and where to mend it."""

from dataclasses import replace

import pytest

from omnicontent.channels.common_parts import alt_part
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import Part, VideoSlot
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit

STORY = sample_stories()["ordinary"]
SOUND = SoundChannel()


def issues_of(channel, story):
    return {issue.code: issue for issue in channel.validate(channel.adapt(story), story)}


def in_own_words(text, part="text"):
    return STORY.model_copy(update={"overrides": {"sound": {part: text}}})


FACTS = "€1,299.00 QZCODE42 https://qz.example/spring?ref=1#top"


def test_an_ordinary_story_has_no_issues():
    assert issues_of(SOUND, STORY) == {}


def test_own_words_beyond_the_limit_are_an_error_that_counts():
    issue = issues_of(SOUND, in_own_words(FACTS + "x" * 400))["too_long"]
    assert issue.severity == "error"
    assert issue.field == "overrides.sound.text"
    assert "400 are allowed" in issue.message


def test_advice_is_a_warning():
    class Advised(SoundChannel):
        spec = replace(
            SPEC,
            parts=(
                Part(name="text", label="post", limits=(limit(5, Unit.WORDS, enforced=False),)),
            ),
        )

    assert issues_of(Advised(), in_own_words(f"{FACTS} a b c"))["too_long"].severity == "warning"


def test_hashtags_in_own_words_are_counted():
    issue = issues_of(SOUND, in_own_words(f"{FACTS} #a #b #c #d #e #f"))["too_many"]
    assert "6 hashtags" in issue.message


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_required_part_is_an_error(text):
    assert issues_of(SOUND, in_own_words(text))["missing_part"].field == "overrides.sound.text"


@pytest.mark.parametrize(
    ("left_out", "name"),
    [
        ("€1,299.00", "offer"),
        ("QZCODE42", "code"),
        ("https://qz.example/spring?ref=1#top", "link"),
    ],
)
def test_a_fact_left_out_of_own_words_is_an_error(left_out, name):
    issue = issues_of(SOUND, in_own_words(FACTS.replace(left_out, "nothing")))["missing_fact"]
    assert name in issue.message
    assert issue.field == "overrides.sound.text"


class Titled(SoundChannel):
    spec = replace(SPEC, parts=(Part(name="a_title", label="title"), *SPEC.parts, alt_part()))


def test_a_fact_left_out_names_the_longest_own_words_that_readers_see():
    own = {"a_title": "A title", "text": f"Own words: {FACTS[10:]}", "alt": "a picture " * 20}
    told = STORY.model_copy(update={"overrides": {"sound": own}})
    assert issues_of(Titled(), told)["missing_fact"].field == "overrides.sound.text"


def test_a_fact_only_in_an_alt_text_or_a_file_name_is_not_said():
    image = STORY.hero_image.model_copy(update={"alt": "QZCODE42"})
    story = in_own_words(FACTS.replace("QZCODE42", "")).model_copy(
        update={"hero_image": image, "files_url": "https://qz.example/QZCODE42/"}
    )
    assert "missing_fact" in issues_of(SOUND, story)


def test_own_words_for_a_part_that_is_not_there_are_a_warning():
    issue = issues_of(SOUND, in_own_words("x", part="title"))["unknown_part"]
    assert issue.severity == "warning"
    assert 'no part "title"' in issue.message


def test_a_picture_without_alt_text_is_an_error_where_the_surface_wants_one():
    bare = STORY.model_copy(
        update={"hero_image": STORY.hero_image.model_copy(update={"alt": " "})}
    )
    assert issues_of(SOUND, bare)["missing_alt"].field == "hero_image.alt"

    class Blind(SoundChannel):
        spec = replace(SPEC, alt_required=False)

    assert "missing_alt" not in issues_of(Blind(), bare)


def test_an_alt_text_too_long_is_an_error():
    class Terse(SoundChannel):
        spec = replace(
            SPEC, images=(replace(SPEC.images[0], alt_limit=limit(3, Unit.CHARACTERS)),)
        )

    assert issues_of(Terse(), STORY)["alt_too_long"].field == "hero_image.alt"


def test_a_required_slot_that_stays_empty_is_an_error():
    class Pictured(SoundChannel):
        spec = replace(SPEC, images=(replace(SPEC.images[0], required=True),))

    channel = Pictured()
    content = channel.adapt(STORY).model_copy(update={"media": ()})
    assert [issue.code for issue in channel.validate(content, STORY)] == ["missing_media"]


def test_a_source_much_smaller_than_its_slot_is_a_warning():
    small = STORY.hero_image.model_copy(update={"width_px": 300, "height_px": 200})
    issue = issues_of(SOUND, STORY.model_copy(update={"hero_image": small}))["upscaled"]
    assert issue.severity == "warning"
    assert "300 × 200" in issue.message


class Filmed(SoundChannel):
    spec = replace(
        SPEC,
        videos=(
            VideoSlot(
                name="video",
                width_px=1920,
                height_px=1080,
                seconds_max=60,
                closing_card=False,
                limits=(limit(60, Unit.SECONDS, minimum=3),),
            ),
        ),
    )


def test_a_film_shorter_than_the_surface_takes_is_an_error():
    film = STORY.hero_video.model_copy(update={"seconds": 2.0})
    issue = issues_of(Filmed(), STORY.model_copy(update={"hero_video": film}))["too_short"]
    assert issue.field == "hero_video"


def test_a_film_with_sound_wants_captions():
    film = STORY.hero_video.model_copy(update={"captions": ""})
    story = STORY.model_copy(update={"hero_video": film})
    assert issues_of(Filmed(), story)["missing_captions"].severity == "warning"
    silent = story.model_copy(update={"hero_video": film.model_copy(update={"has_sound": False})})
    assert "missing_captions" not in issues_of(Filmed(), silent)


def test_characters_that_the_platform_refuses_are_named():
    class Strict(SoundChannel):
        spec = replace(SPEC, parts=(replace(SPEC.parts[0], refuses="<>\ufffe"),))

    issue = issues_of(Strict(), in_own_words(f"{FACTS} a <b>"))["forbidden_characters"]
    assert issue.message == "Sound takes no < or > in the post: take them away."
    assert issue.field == "overrides.sound.text"
    unseen = issues_of(Strict(), in_own_words(f"{FACTS} a\ufffe"))["forbidden_characters"]
    assert "U+FFFE" in unseen.message
    assert "forbidden_characters" not in issues_of(Strict(), in_own_words(f"{FACTS} a b"))
