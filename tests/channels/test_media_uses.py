"""Slots become recipes: exact sizes, one file for equal wishes, errors that say what to choose."""

from dataclasses import replace

import pytest

from omnicontent.channels.content import MediaUse
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.media_uses import film_or_pictures, media_uses, needs_film
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import ImageSlot, VideoSlot
from omnicontent.channels.story import Picture
from omnicontent.media.framing.cropping import cover
from omnicontent.media.recipes import Span
from omnicontent.media.seen import SeenShot
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, limit

STORY = sample_stories()["ordinary"]
FILM = VideoSlot(name="video", width_px=1080, height_px=1920, seconds_max=60)
WIDE = ImageSlot(name="wide", width_px=1200, height_px=630)


def uses_of(*slots, story=STORY):
    films = tuple(slot for slot in slots if isinstance(slot, VideoSlot))
    pictures = tuple(slot for slot in slots if isinstance(slot, ImageSlot))
    return media_uses(replace(SPEC, images=pictures, videos=films), story)


def test_a_picture_takes_size_focus_and_budget_from_its_slot():
    (use,) = uses_of(replace(WIDE, limits=(limit(5000, Unit.BYTES),)))
    assert (use.recipe.width_px, use.recipe.height_px) == (1200, 630)
    assert use.recipe.frame == cover(4000, 3000, 1200, 630, STORY.hero_image.focus)
    assert use.recipe.max_bytes == 5000
    assert use.alt == STORY.hero_image.alt
    assert use.url == STORY.files_url + use.file_name


def test_a_picture_that_must_speak_is_given_words():
    (use,) = uses_of(replace(WIDE, words=True))
    assert use.recipe.words[0] == "€1,299.00 instead of €1,499.50"
    assert use.recipe.words[-1] == "Code QZCODE42"


def test_another_headline_is_no_other_file():
    edited = STORY.model_copy(update={"headline": "Qzautumn", "key_message": "Qz", "summary": ""})
    for slot in (replace(WIDE, words=True), FILM):
        assert uses_of(slot, story=edited)[0].file_name == uses_of(slot)[0].file_name


def test_a_film_ends_with_what_to_do():
    (use,) = uses_of(FILM)
    card = use.recipe.closing_card
    assert card.headline == "€1,299.00 instead of €1,499.50"
    assert "Code QZCODE42" in card.lines
    assert card.call_to_action == "Qzbuy now: qz.example/spring?ref=1#top"
    assert use.captions == STORY.hero_video.captions


def test_surfaces_with_the_same_frame_share_one_film():
    budgets = replace(FILM, seconds_max=180, limits=(limit(4_000_000_000, Unit.BYTES),))
    (one,), (other,) = uses_of(FILM), uses_of(budgets)
    assert one.file_name == other.file_name


def test_a_byte_budget_that_can_bite_stays_in_the_recipe():
    (use,) = uses_of(replace(FILM, limits=(limit(1_000_000, Unit.BYTES),)))
    assert use.recipe.max_bytes == 1_000_000


def test_a_film_is_never_longer_than_its_slot():
    (use,) = uses_of(replace(FILM, seconds_max=10))
    assert use.recipe.seconds_max == 10


def test_a_still_comes_from_the_film_or_else_the_picture():
    still = replace(WIDE, source="frame")
    assert uses_of(still)[0].recipe.kind == "frame"
    without = STORY.model_copy(update={"hero_video": None})
    assert uses_of(still, story=without)[0].recipe.kind == "image"


def test_body_slots_take_every_picture_of_the_body():
    picture = Picture(image=STORY.hero_image)
    story = STORY.model_copy(update={"body": (picture, *STORY.body, picture)})
    assert len(uses_of(replace(WIDE, source="body"), story=story)) == 2


@pytest.mark.parametrize(
    ("slot", "field"),
    [
        (replace(FILM, required=True), "hero_video"),
        (WIDE, "hero_image"),
        (replace(WIDE, source="body"), "body"),
    ],
)
def test_an_empty_required_slot_says_what_to_choose(slot, field):
    bare = STORY.model_copy(update={"hero_image": None, "hero_video": None, "body": ()})
    with pytest.raises(AdaptationError, match="choose one under Media") as caught:
        uses_of(slot, story=bare)
    assert caught.value.field == field


def test_one_kind_of_media_is_chosen_films_first():
    uses = uses_of(WIDE, FILM)
    assert [use.slot for use in film_or_pictures(uses)] == ["video"]
    assert [use.slot for use in film_or_pictures(uses_of(WIDE))] == ["wide"]


def test_a_surface_needs_film_when_its_slot_is_required():
    assert needs_film(replace(SPEC, videos=(replace(FILM, required=True),)))
    assert not needs_film(replace(SPEC, videos=(FILM,)))


def test_words_in_a_picture_are_said_to_those_who_cant_see_it():
    (use,) = uses_of(replace(WIDE, words=True))
    assert use.alt.startswith("Qzrobin on a qzspade. €1,299.00 instead of €1,499.50. ")
    assert use.alt.endswith("Code QZCODE42")


def test_an_editors_own_words_are_not_changed():
    said = "Two robins. One spade."
    hero = STORY.hero_image.model_copy(update={"alt": said})
    (use,) = uses_of(WIDE, story=STORY.model_copy(update={"hero_image": hero}))
    assert use.alt == said


def test_another_brand_color_makes_only_those_pictures_anew_that_show_it():
    brand = STORY.brand.model_copy(update={"color": "#aa0000"})
    other = STORY.model_copy(update={"brand": brand})
    for slot, same in ((WIDE, True), (replace(WIDE, words=True), False)):
        names = {uses_of(slot, story=told)[0].file_name for told in (STORY, other)}
        assert (len(names) == 1) is same


def test_a_platforms_limit_is_strict_and_our_own_aim_is_not():
    platform = replace(WIDE, limits=(limit(5000, Unit.BYTES),))
    own = replace(WIDE, budget_bytes=4000)
    both = replace(platform, budget_bytes=4000)
    said = [
        (use.recipe.max_bytes, use.recipe.strict)
        for slot in (WIDE, platform, own, both)
        for use in uses_of(slot)
    ]
    assert said == [(None, True), (5000, True), (4000, False), (4000, False)]


def test_what_ready_files_are_finer_than_is_shown_in_their_place():
    slot = replace(WIDE, format="avif")
    (quick,) = uses_of(slot)
    (finer,) = uses_of(slot, story=STORY.model_copy(update={"finer": (quick.file_name,)}))
    assert finer.recipe == quick.recipe.model_copy(update={"thorough": True})
    assert finer.url == STORY.files_url + finer.file_name


def test_a_persons_part_of_a_film_is_cut_and_its_captions_follow():
    said = "WEBVTT\n\n00:06.000 --> 00:07.000\nQzhi\n"
    cut = STORY.hero_video.model_copy(
        update={"cut": Span(start=5, end=12), "captions": said, "seconds": 20}
    )
    (use,) = uses_of(FILM, story=STORY.model_copy(update={"hero_video": cut}))
    assert use.recipe.spans == (Span(start=5, end=12),)
    assert use.recipe.seconds_max == 10  # with its card
    assert "00:00:01.000 --> 00:00:02.000" in use.captions


def test_a_film_too_long_for_a_slot_ends_with_a_shot():
    shots = (SeenShot(start=0, end=6), SeenShot(start=6, end=11), SeenShot(start=11, end=20))
    long = STORY.hero_video.model_copy(update={"shots": shots, "seconds": 20})
    slot = replace(FILM, seconds_max=15)
    (use,) = uses_of(slot, story=STORY.model_copy(update={"hero_video": long}))
    assert use.recipe.spans == (Span(start=0, end=11),)


def test_what_an_older_version_stored_keeps_its_file():
    (use,) = uses_of(WIDE)
    stored = use.model_dump(mode="json")
    name = f"{'0123456789' * 4}.jpg"
    stored["url"] = f"https://shop.example/files/{name}"
    stored["recipe"] |= {"focus": {"x": 0.2, "y": 0.5}}
    del stored["recipe"]["frame"], stored["framing"]
    assert MediaUse.model_validate(stored).file_name == name
