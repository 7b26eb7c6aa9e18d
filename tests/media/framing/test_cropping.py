import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.media.framing.cropping import cover, even_window, step_of
from omnicontent.media.geometry import Focus
from omnicontent.media.recipes import Frame

sides = st.integers(min_value=16, max_value=8000)
shares = st.floats(min_value=0, max_value=1)
focuses = st.builds(Focus, x=shares, y=shares)


@given(sides, sides, sides, sides, focuses)
def test_the_window_keeps_ratio_picture_and_focus(
    width: int, height: int, target_w: int, target_h: int, focus: Focus
) -> None:
    frame = cover(width, height, target_w, target_h, focus)

    assert 0 <= frame.left < frame.right <= width
    assert 0 <= frame.top < frame.bottom <= height
    assert frame.left - 4 <= focus.x * width <= frame.right + 4
    assert frame.top - 4 <= focus.y * height <= frame.bottom + 4
    scale = min(width / target_w, height / target_h)
    wide, tall = frame.right - frame.left, frame.bottom - frame.top
    assert abs(wide - target_w * scale) <= max(step_of(target_w * scale) / 2, 1 - target_w * scale)
    assert abs(tall - target_h * scale) <= max(step_of(target_h * scale) / 2, 1 - target_h * scale)


@given(sides, sides, sides, sides, focuses)
def test_the_window_is_as_large_as_the_picture_allows(
    width: int, height: int, target_w: int, target_h: int, focus: Focus
) -> None:
    frame = cover(width, height, target_w, target_h, focus)

    assert frame.right - frame.left == width or frame.bottom - frame.top == height


@given(sides, sides, sides, sides, focuses)
def test_large_windows_stay_whole_when_halved_twice(
    width: int, height: int, target_w: int, target_h: int, focus: Focus
) -> None:
    frame = cover(width, height, target_w, target_h, focus)

    for start, end, length in (
        (frame.left, frame.right, width),
        (frame.top, frame.bottom, height),
    ):
        if end - start >= 400:
            assert start % 4 == 0
            assert end % 4 == 0 or end - start == length


@given(sides, sides, sides, sides, focuses)
def test_the_window_of_films_is_even_and_inside(
    width: int, height: int, target_w: int, target_h: int, focus: Focus
) -> None:
    exact = cover(width, height, target_w, target_h, focus)

    even = even_window(exact, width, height)

    edges = (even.left, even.top, even.right, even.bottom)
    assert all(edge % 2 == 0 for edge in edges)
    assert 0 <= even.left < even.right <= width
    assert 0 <= even.top < even.bottom <= height
    wished = (exact.left, exact.top, exact.right, exact.bottom)
    assert all(abs(one - two) <= 2 for one, two in zip(edges, wished, strict=True))


@pytest.mark.parametrize(
    ("x", "left"), [(0.6, 352), (0.0, 0), (1.0, 500)], ids=["room", "left", "right"]
)
def test_a_focus_is_centered_where_there_is_room(x: float, left: int) -> None:
    frame = cover(1000, 500, 100, 100, Focus(x=x, y=0.5))

    assert frame == Frame(left=left, top=0, right=left + 500, bottom=500)
