"""One file, or all pictures of a story where the editor asks for that."""

from dataclasses import replace

import pytest

from omnicontent.channels.albums import AlbumChannel
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.slots import album, vertical_film
from omnicontent.channels.story import Picture
from tests.channels.sound_channel import SPEC, SoundChannel, counted

STORY = sample_stories()["ordinary"]


class Carousel(AlbumChannel, SoundChannel):
    spec = replace(
        SPEC,
        images=album(1080, 1350, counted(3)),
        videos=(vertical_film(90, required=False),),
        forms=("single", "carousel"),
    )


class Pictures(Carousel):
    spec = replace(Carousel.spec, videos=())


def asked(form="carousel", pictures=1, **changes):
    image = STORY.hero_image
    body = [image.model_copy(update={"digest": f"{number:064x}"}) for number in range(pictures)]
    return STORY.model_copy(
        update={
            "forms": {"sound": form},
            "body": tuple(Picture(image=one) for one in body),
            **changes,
        }
    )


@pytest.mark.parametrize(
    ("form", "film", "slots"),
    [
        ("single", True, ["video"]),
        ("single", False, ["image"]),
        ("carousel", True, ["image", "pictures", "pictures"]),
        ("carousel", False, ["image", "pictures", "pictures"]),
    ],
)
def test_the_form_decides_what_goes_out(form, film, slots):
    changes = {} if film else {"hero_video": None}
    content = Carousel().adapt(asked(form, 5, **changes))
    assert [use.slot for use in content.media] == slots


def test_the_alternative_text_tells_of_what_goes_out():
    assert Carousel().lead(asked("single")) == STORY.hero_video
    assert Carousel().lead(asked()) == STORY.hero_image
    assert Pictures().lead(asked("single")) == STORY.hero_image


def test_no_alternative_text_goes_with_a_film_that_takes_none():
    class Mute(Carousel):
        spec = replace(Carousel.spec, videos=(vertical_film(90, takes_alt=False),))

    assert Mute().lead(asked("single")) is None


@pytest.mark.parametrize("slots", [Carousel, Pictures])
def test_a_single_picture_makes_no_carousel(slots):
    channel = slots()
    story = asked(pictures=0)
    (issue,) = [
        issue
        for issue in channel.validate(channel.adapt(story), story)
        if issue.code == "too_few_pictures"
    ]
    assert issue.severity == "warning"
    assert 'two pictures for its form "carousel", and the story has 1' in issue.message
    told = asked("single", 0)
    assert "too_few_pictures" not in {
        issue.code for issue in channel.validate(channel.adapt(told), told)
    }
