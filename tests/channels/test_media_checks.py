"""Nothing of the story's media stays out or is cut in silence."""

from dataclasses import replace

import pytest

from omnicontent.channels.responsive import body_films
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.slots import album, vertical_film
from omnicontent.channels.spec import ImageSlot
from omnicontent.channels.story import Film, Picture
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, counted, limit

STORY = sample_stories()["ordinary"]


def codes_and_messages(channel, story):
    return {issue.code: issue for issue in channel.validate(channel.adapt(story), story)}


def with_film(**changes):
    film = STORY.hero_video.model_copy(update=changes)
    return STORY.model_copy(update={"hero_video": film})


def with_pictures(count):
    image = STORY.hero_image
    pictures = [image.model_copy(update={"digest": f"{number:064x}"}) for number in range(count)]
    return STORY.model_copy(update={"body": tuple(Picture(image=one) for one in pictures)})


class Album(SoundChannel):
    spec = replace(SPEC, images=album(1080, 1350, counted(4)))


class Reel(SoundChannel):
    spec = replace(SPEC, images=(), videos=(vertical_film(90),))


@pytest.mark.parametrize(("in_body", "shown"), [(1, 2), (3, 4), (9, 4)])
def test_no_more_pictures_go_out_than_the_platform_takes(in_body, shown):
    media = Album().adapt(with_pictures(in_body)).media
    assert len(media) == shown
    assert media[0].slot == "image"


def test_pictures_that_stay_out_are_a_warning():
    issue = codes_and_messages(Album(), with_pictures(9))["pictures_left_out"]
    assert issue.severity == "warning"
    assert "the first 4 of 10 pictures" in issue.message
    assert "pictures_left_out" not in codes_and_messages(Album(), with_pictures(3))


def test_a_surface_of_one_picture_leaves_none_out():
    class Single(Album):
        def media(self, story, parts):
            return super().media(story, parts)[:1]

    assert "pictures_left_out" not in codes_and_messages(Single(), with_pictures(9))


def test_a_film_that_is_cut_is_a_warning():
    issue = codes_and_messages(Reel(), with_film(seconds=120))["film_cut"]
    assert issue.severity == "warning"
    assert issue.field == "hero_video"
    assert "shows 87.5 of 120 seconds of the film, then its closing card" in (issue.message)


def test_the_closing_card_takes_its_seconds_from_the_film():
    assert "film_cut" in codes_and_messages(Reel(), with_film(seconds=89))
    assert "film_cut" not in codes_and_messages(Reel(), with_film(seconds=87.5))


def test_without_a_closing_card_the_film_may_fill_its_slot():
    class Bare(SoundChannel):
        spec = replace(SPEC, videos=(replace(vertical_film(90), closing_card=False),))

    assert "film_cut" not in codes_and_messages(Bare(), with_film(seconds=90))
    issue = codes_and_messages(Bare(), with_film(seconds=100))["film_cut"]
    assert "shows 90 of 100 seconds of the film. Choose" in issue.message


def test_captions_beyond_their_limit_are_an_error():
    class Captioned(SoundChannel):
        spec = replace(
            SPEC,
            videos=(vertical_film(90, captions_limit=limit(40, Unit.UTF8_BYTES)),),
        )

    issue = codes_and_messages(Captioned(), with_film(captions="WEBVTT" + "é" * 20))["too_long"]
    assert issue.field == "hero_video.captions"
    assert "40 bytes" in issue.message
    assert "too_long" not in codes_and_messages(Captioned(), with_film(captions="WEBVTT"))


@pytest.mark.parametrize("takes_alt", [True, False])
def test_a_film_wants_a_description_only_where_the_platform_takes_one(takes_alt):
    class Described(SoundChannel):
        spec = replace(SPEC, videos=(vertical_film(90, takes_alt=takes_alt),))

    issues = codes_and_messages(Described(), with_film(description=""))
    assert ("missing_alt" in issues) is takes_alt


def test_a_fault_of_a_film_in_the_body_leads_to_the_body():
    (film,) = Reel.spec.videos
    poster = ImageSlot(name="poster", width_px=1080, height_px=1920)

    class Article(SoundChannel):
        spec = replace(SPEC, images=(replace(poster, required=False),), videos=(film,))

        def media(self, story, parts):
            return tuple(body_films(story, film, poster))

    video = STORY.hero_video.model_copy(update={"seconds": 120, "captions": "", "description": ""})
    story = STORY.model_copy(update={"body": (Film(video=video),), "hero_video": None})
    issues = codes_and_messages(Article(), story)
    assert {issues[code].field for code in ("film_cut", "missing_captions", "missing_alt")} == {
        "body"
    }
    assert "see the film" in issues["missing_alt"].message
