"""Screens: a silent film and a still that say everything, in letters read from afar."""

import json

import pytest

from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import get_channel
from omnicontent.channels.wording import display_link
from omnicontent.media.films.cards import fit_card
from omnicontent.media.words.overlay import fit_words
from tests.channels_out.stories import FILM, FILM_SAID, film_story, own_words, story

SCREENS = {"signage-landscape": (1920, 1080), "signage-portrait": (1080, 1920)}
LONG = "One of the many words that nobody in a hurry will read on a screen in the street. " * 6


def items(slug, told):
    channel = get_channel(slug)
    return json.loads(channel.render(channel.adapt(told)).body)["items"]


def issues(slug, told):
    channel = get_channel(slug)
    return channel.validate(channel.adapt(told), told)


@pytest.mark.parametrize(("slug", "size"), SCREENS.items())
def test_a_playlist_shows_the_film_and_then_the_still(slug, size):
    film, still = items(slug, film_story())

    assert (film["type"], still["type"]) == ("video/mp4", "image/jpeg")
    assert [(one["width"], one["height"]) for one in (film, still)] == [size, size]
    assert {one["sound"] for one in (film, still)} == {"none"}
    assert (film["seconds"], still["seconds"]) == (22.5, 10)
    assert film["description"] == FILM_SAID
    assert film["url"].startswith("https://cdn.example/files/")


@pytest.mark.parametrize("slug", SCREENS)
def test_a_long_film_is_cut_and_the_playlist_says_so(slug):
    film, _still = items(slug, film_story(hero_video=FILM | {"seconds": 300}))

    assert film["seconds"] == 60


@pytest.mark.parametrize(("slug", "size"), SCREENS.items())
def test_both_say_everything_and_where_to_go_in_letters_of_48_pixels(slug, size):
    film, still = get_channel(slug).adapt(film_story()).media

    said = (*still.recipe.words[:-1], still.recipe.words[-1])
    assert said == (
        "30% off",
        "through December 14, 2026",
        "Code WINTER30",
        "Shop now: " + display_link("https://shop.example/winter"),
    )
    card = film.recipe.closing_card
    assert (card.headline, *card.lines, card.call_to_action) == said
    lines, button = fit_card(card, size)
    drawn = [*lines, button, *fit_words(size, said, still.recipe.words_min_px)]
    assert min(line.size for line in drawn) >= 48


@pytest.mark.parametrize("slug", SCREENS)
def test_the_film_is_silent_and_light(slug):
    film, _still = get_channel(slug).adapt(film_story()).media

    assert not film.recipe.sound
    assert film.recipe.bits_max == 4_000_000
    told = film_story(hero_video=FILM | {"captions": ""})
    assert issues(slug, told) == []  # nothing is said that deaf people miss


@pytest.mark.parametrize("slug", SCREENS)
def test_words_that_do_not_fit_are_named_before_anything_is_made(slug):
    facts = "30% off\nthrough December 14, 2026\nWINTER30\n"
    told = film_story(**own_words(slug, words=facts + LONG))

    found = issues(slug, told)
    assert {issue.code for issue in found} == {"undrawable_words"}
    assert all("Shorten the longest of them: “One of the many" in one.message for one in found)
    assert {issue.field for issue in found} == {f"overrides.{slug}.words"}


@pytest.mark.parametrize("slug", SCREENS)
def test_own_words_must_still_say_the_facts(slug):
    told = story(**own_words(slug, words="Come in"))

    assert {issue.code for issue in issues(slug, told)} == {"missing_fact"}
    assert not [one for one in issues(slug, told) if "call to action" in one.message]


@pytest.mark.parametrize("slug", SCREENS)
def test_an_edited_headline_makes_no_new_file(slug):
    files = {
        tuple(use.file_name for use in get_channel(slug).adapt(told).media)
        for told in (film_story(), film_story(headline="Another one"))
    }
    assert len(files) == 1


@pytest.mark.parametrize("slug", SCREENS)
def test_a_screen_needs_a_picture_or_a_film(slug):
    with pytest.raises(AdaptationError, match="needs a picture or a film"):
        get_channel(slug).adapt(story(hero_image=None))
    (film,) = items(slug, film_story(hero_image=None))
    assert film["type"] == "video/mp4"
