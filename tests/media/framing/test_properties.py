"""What holds for every frame of every picture."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from omnicontent.media.framing.cropping import cover, cover_size, step_of
from omnicontent.media.framing.frames import frame_picture
from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, Marks
from omnicontent.media.recipes import Frame
from tests.media.boxes import RATIOS, inside, pixels

sides = st.integers(min_value=16, max_value=6000)
sizes = st.tuples(sides, sides)
shares = st.floats(min_value=0, max_value=1)
focuses = st.builds(Focus, x=shares, y=shares)


@st.composite
def edges(draw: st.DrawFn) -> dict[str, float]:
    left, top = draw(st.floats(0, 0.9)), draw(st.floats(0, 0.9))
    wide, tall = draw(st.floats(0.02, 1 - left)), draw(st.floats(0.02, 1 - top))
    return {"left": left, "top": top, "right": left + wide, "bottom": min(1.0, top + tall)}


keeps = edges().map(lambda four: Keep(**four))
boxes = edges().map(lambda four: Box(**four))
few_keeps = st.lists(keeps, max_size=4).map(tuple)
few_boxes = st.lists(boxes, max_size=3).map(tuple)
marks = st.builds(Marks, focus=focuses, keep=few_keeps, avoid=few_boxes)


@given(marks, sizes, sizes, few_boxes)
def test_a_window_is_in_the_picture_has_its_shape_and_cuts_no_keep_box(
    marks: Marks, source: tuple[int, int], target: tuple[int, int], covered: tuple[Box, ...]
) -> None:
    frame = frame_picture(marks, source, target, covered)

    assert 0 <= frame.left < frame.right <= source[0]
    assert 0 <= frame.top < frame.bottom <= source[1]
    assert all(inside(box, frame, source) for box in marks.keep)
    assert frame.pad or _has_shape(frame, target)


def _has_shape(frame: Frame, target: tuple[int, int]) -> bool:
    """Tell whether some window of the exact shape is half a step from it on either side."""
    scales = []
    for length, wished in (
        (frame.right - frame.left, target[0]),
        (frame.bottom - frame.top, target[1]),
    ):
        half = step_of(length) / 2 + 1e-6
        least = 0 if length == 1 else (length - half) / wished
        scales.append((least, (length + half) / wished))
    return max(low for low, _ in scales) <= min(high for _, high in scales)


@given(marks, sizes, sizes, few_boxes)
def test_no_window_is_below_six_tenths_or_enlarged_to_leave_something_out(
    marks: Marks, source: tuple[int, int], target: tuple[int, int], covered: tuple[Box, ...]
) -> None:
    frame = frame_picture(marks, source, target, covered)

    full = cover_size(*source, *target)
    least = min(1.0, max(0.6, target[0] / full[0]))
    assert frame.right - frame.left >= full[0] * least - 2
    assert frame.bottom - frame.top >= full[1] * least - 2


@given(marks, sizes, sizes)
def test_padding_is_the_last_resort(
    marks: Marks, source: tuple[int, int], target: tuple[int, int]
) -> None:
    frame = frame_picture(marks, source, target)

    assume(frame.pad)
    full = cover(*source, *target)
    hold = [pixels(box, source) for box in marks.keep]
    across = max(box[2] for box in hold) - min(box[0] for box in hold)
    down = max(box[3] for box in hold) - min(box[1] for box in hold)
    assert across > full.right - full.left or down > full.bottom - full.top
    # What is added to the boxes is the other side, whole, and the way to the next multiple of 4.
    if across > full.right - full.left:
        assert frame.bottom - frame.top == source[1]
        assert frame.right - frame.left < across + 8
    else:
        assert frame.right - frame.left == source[0]
        assert frame.bottom - frame.top < down + 8


@given(focuses, sizes, sizes)
def test_without_boxes_it_is_the_largest_window_around_the_focus(
    focus: Focus, source: tuple[int, int], target: tuple[int, int]
) -> None:
    assert frame_picture(Marks(focus=focus), source, target) == cover(*source, *target, focus)


small = st.tuples(st.integers(8, 24), st.integers(8, 24))


@given(st.builds(Marks, focus=focuses, keep=few_keeps, avoid=few_boxes), small, few_boxes)
def test_no_other_place_for_the_largest_window_is_better(
    marks: Marks, source: tuple[int, int], covered: tuple[Box, ...]
) -> None:
    target = (40, 30)  # enlarged as it is, so that no smaller window comes into question
    frame = frame_picture(marks, source, target, covered)
    assume(not frame.pad)

    every = [
        one for one in _moved(frame, source) if all(inside(b, one, source) for b in marks.keep)
    ]
    best = min(_loss(one, marks, source, covered) for one in every)
    assert _loss(frame, marks, source, covered) == pytest.approx(best)


def _moved(frame: Frame, source: tuple[int, int]) -> Iterator[Frame]:
    wide, tall = frame.right - frame.left, frame.bottom - frame.top
    for left in range(source[0] - wide + 1):
        for top in range(source[1] - tall + 1):
            yield Frame(left=left, top=top, right=left + wide, bottom=top + tall)


def _loss(
    frame: Frame, marks: Marks, source: tuple[int, int], covered: tuple[Box, ...]
) -> tuple[int, int]:
    wide, tall = frame.right - frame.left, frame.bottom - frame.top
    window = (frame.left, frame.top, frame.right, frame.bottom)
    hidden = [
        (
            frame.left + box.left * wide,
            frame.top + box.top * tall,
            frame.left + box.right * wide,
            frame.top + box.bottom * tall,
        )
        for box in covered
    ]
    avoid = sum(_common(pixels(box, source), window) for box in marks.avoid)
    kept = [pixels(box, source) for box in marks.keep]
    return round(avoid), round(sum(_common(one, two) for one in kept for two in hidden))


def _common(one: tuple[float, ...], two: tuple[float, ...]) -> float:
    wide = min(one[2], two[2]) - max(one[0], two[0])
    tall = min(one[3], two[3]) - max(one[1], two[1])
    return max(0.0, wide) * max(0.0, tall)


@given(focuses, keeps, keeps, sizes)
def test_a_window_that_holds_the_moved_box_and_was_free_stays(
    focus: Focus, old: Keep, new: Keep, source: tuple[int, int]
) -> None:
    for target in RATIOS:
        free = cover(*source, *target, focus)
        if inside(old, free, source) and inside(new, free, source):
            for keep in (old, new):
                assert frame_picture(Marks(focus=focus, keep=(keep,)), source, target) == free
