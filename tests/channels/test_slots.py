"""Frames that networks share: the same frame is the same file."""

from datetime import date

from omnicontent.channels.slots import album, picture, still, vertical_film, wide_film
from omnicontent.channels.spec import Source
from omnicontent.text.units import Unit

PAGE = Source("https://example.org/limits", date(2026, 11, 22))
BYTES = PAGE.limit(5_000_000, Unit.BYTES)
ALT = PAGE.limit(1000, Unit.CHARACTERS)


def test_a_picture_is_optional_and_a_film_is_not_unless_said_otherwise():
    assert not picture(1080, 1350).required
    assert picture(1080, 1350, required=True).required
    assert vertical_film(90).required
    assert not wide_film(90, required=False).required


def test_the_pictures_of_an_album_have_the_shape_and_limits_of_its_first():
    first, others = album(1080, 1350, BYTES, required=True, alt_limit=ALT)
    assert (first.name, first.source, first.required) == ("image", "hero", True)
    assert (others.name, others.source, others.required) == ("pictures", "body", False)
    for slot in (first, others):
        assert (slot.width_px, slot.height_px) == (1080, 1350)
        assert slot.limits == (BYTES,)
        assert slot.alt_limit == ALT


def test_a_still_is_a_frame_of_the_film():
    assert still("cover", 1080, 1920, BYTES).source == "frame"


def test_films_stand_upright_or_lie():
    upright, wide = vertical_film(90, BYTES), wide_film(90, BYTES)
    assert (upright.width_px, upright.height_px) == (wide.height_px, wide.width_px)
    assert upright.limits == (BYTES,)
