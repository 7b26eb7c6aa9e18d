"""Colors that can be read, whatever color the brand has."""

from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.brand_colors import NIGHT, PAPER, ink_on, palette, readable_on
from omnicontent.media.words.contrast import contrast

colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def ratio(one: str, other: str) -> float:
    first, second = (tuple(bytes.fromhex(color[1:])) for color in (one, other))
    return contrast(first, second)


@given(colors)
def test_ink_can_be_read_on_every_brand(brand):
    assert ratio(ink_on(brand), brand) >= 4.5


@given(colors)
def test_accents_can_be_read_by_day_and_by_night(brand):
    said = palette(brand)
    assert ratio(said["accent"], PAPER) >= 4.5
    assert ratio(said["night_accent"], NIGHT) >= 4.5


@given(colors, colors)
def test_any_color_can_be_made_readable_on_any_other(color, background):
    assert ratio(readable_on(color, background), background) >= 4.5


def test_a_readable_color_stays_as_it_is():
    assert readable_on("#2f6b3c", "#ffffff") == "#2f6b3c"
