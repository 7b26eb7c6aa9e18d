from collections.abc import Iterator
from math import ceil, floor

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from omnicontent.media.cropping import cover, cover_size, step_of
from omnicontent.media.framing import frame_picture
from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, Marks, OwnCrop
from omnicontent.media.recipes import Frame

SOURCE = (3000, 2000)
SQUARE, STORY, LINK = (1080, 1080), (1080, 1920), (1200, 628)
BUTTONS = (
    Box(left=0.85, top=0.4, right=1, bottom=0.85),
    Box(left=0, top=0.8, right=0.85, bottom=1),
)
RATIOS = (
    *((1080, 1920), (1000, 1500), (1080, 1350), (1080, 1080), (1200, 900), (1200, 628)),
    *((1920, 1080), (1600, 400), (1200, 1200), (600, 300), (1280, 720), (900, 1600)),
    *((1200, 1500), (1024, 512), (800, 800)),
)

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


def pixels(box: Box, source: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = source
    return (
        floor(box.left * width + 1e-6),
        floor(box.top * height + 1e-6),
        ceil(box.right * width - 1e-6),
        ceil(box.bottom * height - 1e-6),
    )


def inside(box: Box, frame: Frame, source: tuple[int, int]) -> bool:
    left, top, right, bottom = pixels(box, source)
    across = frame.left <= left and right <= frame.right
    return across and frame.top <= top and bottom <= frame.bottom


@given(marks, sizes, sizes, few_boxes)
def test_a_window_is_in_the_picture_has_its_shape_and_cuts_no_keep_box(
    marks: Marks, source: tuple[int, int], target: tuple[int, int], covered: tuple[Box, ...]
) -> None:
    frame = frame_picture(marks, source, target, covered)

    assert 0 <= frame.left < frame.right <= source[0]
    assert 0 <= frame.top < frame.bottom <= source[1]
    assert all(inside(box, frame, source) for box in marks.keep)
    if not frame.pad:
        wide, tall = frame.right - frame.left, frame.bottom - frame.top
        scale = min(wide / target[0], tall / target[1])
        assert wide - target[0] * scale <= step_of(wide) * max(1, target[0] / target[1])
        assert tall - target[1] * scale <= step_of(tall) * max(1, target[1] / target[0])


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


def test_a_persons_own_crop_wins_over_every_box() -> None:
    own = OwnCrop(ratio=1.91, box=Box(left=0.5, top=0.5, right=0.9, bottom=0.9))
    marks = Marks(keep=(Keep(left=0, top=0, right=0.2, bottom=0.2),), crops=(own,))

    frame = frame_picture(marks, SOURCE, LINK)

    assert abs((frame.right - frame.left) / (frame.bottom - frame.top) - 1200 / 628) < 0.01
    assert 1500 - 4 <= frame.left < frame.right <= 2700 + 4
    assert 1000 <= frame.top < frame.bottom <= 1800
    assert not frame.pad
    assert frame_picture(marks, SOURCE, (1200, 630)).left == frame.left
    assert frame_picture(marks, SOURCE, SQUARE).left == 0


def test_the_nearest_of_a_persons_crops_is_taken() -> None:
    crops = tuple(
        OwnCrop(ratio=ratio, box=Box(left=left, top=0, right=left + 0.5, bottom=0.5))
        for ratio, left in ((1.5, 0), (1.52, 0.25), (1.54, 0.5))
    )

    assert frame_picture(Marks(crops=crops), SOURCE, (1520, 1000)).left == 752


def test_a_mark_in_a_corner_is_left_out() -> None:
    marks = Marks(avoid=(Box(left=0.6, top=0.9, right=1, bottom=1),))

    assert frame_picture(marks, SOURCE, SQUARE) == Frame(left=600, top=0, right=2400, bottom=1800)
    assert frame_picture(marks, SOURCE, (900, 1600)).right == 1800


def test_a_mark_along_an_edge_costs_no_more_than_its_height() -> None:
    marks = Marks(avoid=(Box(left=0, top=0.95, right=1, bottom=1),))

    frame = frame_picture(marks, SOURCE, SQUARE)

    assert frame == Frame(left=552, top=0, right=2452, bottom=1900)


def test_a_face_moves_out_from_under_the_buttons() -> None:
    face = Keep(kind="face", left=0.6, top=0.5, right=0.7, bottom=0.7)
    marks = Marks(focus=Focus(x=0.4, y=0.5), keep=(face,))

    bare = frame_picture(marks, SOURCE, STORY)
    clear = frame_picture(marks, SOURCE, STORY, BUTTONS)

    assert bare.right == 2100
    assert clear.left + 0.85 * (clear.right - clear.left) >= 2100


def test_where_nothing_may_be_padded_the_box_farthest_from_the_focus_is_cut() -> None:
    near = Keep(left=0.1, top=0.4, right=0.3, bottom=0.6)
    far = Keep(left=0.8, top=0.4, right=0.9, bottom=0.6)
    marks = Marks(focus=Focus(x=0.3, y=0.5), keep=(far, near))

    assert frame_picture(marks, SOURCE, STORY).pad == "blur"
    assert frame_picture(marks, SOURCE, STORY, pad="#1f3a5f").pad == "#1f3a5f"
    frame = frame_picture(marks, SOURCE, STORY, pad="")
    assert not frame.pad
    assert inside(near, frame, SOURCE)


def test_a_moved_box_changes_only_the_windows_that_must_change() -> None:
    marks = Marks(
        focus=Focus(x=0.45, y=0.5), keep=(Keep(left=0.4, top=0.4, right=0.5, bottom=0.6),)
    )
    before = [frame_picture(marks, SOURCE, target) for target in RATIOS]
    moved = Keep(left=0.58, top=0.45, right=0.7, bottom=0.65)
    after = [
        frame_picture(marks.model_copy(update={"keep": (moved,)}), SOURCE, target)
        for target in RATIOS
    ]

    must_change = [not inside(moved, frame, SOURCE) for frame in before]
    changed = [one != two for one, two in zip(before, after, strict=True)]
    assert changed == must_change
    assert sum(changed) == 3


@given(focuses, keeps, keeps, sizes)
def test_a_window_that_holds_the_moved_box_and_was_free_stays(
    focus: Focus, old: Keep, new: Keep, source: tuple[int, int]
) -> None:
    for target in RATIOS:
        free = cover(*source, *target, focus)
        if inside(old, free, source) and inside(new, free, source):
            for keep in (old, new):
                assert frame_picture(Marks(focus=focus, keep=(keep,)), source, target) == free
