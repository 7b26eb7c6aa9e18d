import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.media.cropping import crop_box, even_crop
from omnicontent.media.geometry import Focus

sides = st.integers(min_value=16, max_value=8000)
shares = st.floats(min_value=0, max_value=1)
focuses = st.builds(Focus, x=shares, y=shares)


@given(sides, sides, sides, sides, focuses)
def test_the_crop_keeps_ratio_picture_and_focus(
    width: int, height: int, target_w: int, target_h: int, focus: Focus
) -> None:
    left, top, right, bottom = crop_box(width, height, target_w, target_h, focus)

    assert 0 <= left < right <= width + 1e-6
    assert 0 <= top < bottom <= height + 1e-6
    assert left - 1e-6 <= focus.x * width <= right + 1e-6
    assert top - 1e-6 <= focus.y * height <= bottom + 1e-6
    scale = min(width / target_w, height / target_h)
    assert abs((right - left) - target_w * scale) < 1
    assert abs((bottom - top) - target_h * scale) < 1


@given(sides, sides, sides, sides, focuses)
def test_the_crop_is_as_large_as_the_picture_allows(
    width: int, height: int, target_w: int, target_h: int, focus: Focus
) -> None:
    left, top, right, bottom = crop_box(width, height, target_w, target_h, focus)

    full_width = right - left == pytest.approx(width)
    full_height = bottom - top == pytest.approx(height)
    assert full_width or full_height


@given(sides, sides, sides, sides, focuses)
def test_the_crop_of_films_is_even_and_inside(
    width: int, height: int, target_w: int, target_h: int, focus: Focus
) -> None:
    box = even_crop(width, height, target_w, target_h, focus)

    left, top, right, bottom = box
    assert all(edge % 2 == 0 for edge in box)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    exact = crop_box(width, height, target_w, target_h, focus)
    assert all(abs(one - two) <= 4 for one, two in zip(box, exact, strict=True))


def test_a_focus_in_the_middle_of_room_is_centered() -> None:
    assert crop_box(1000, 500, 100, 100, Focus(x=0.6, y=0.5)) == (350, 0, 850, 500)
