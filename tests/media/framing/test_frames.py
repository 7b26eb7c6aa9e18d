from omnicontent.media.framing.frames import frame_picture
from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, Marks, OwnCrop
from omnicontent.media.recipes import Frame
from tests.media.boxes import RATIOS, inside

SOURCE = (3000, 2000)
SQUARE, STORY, LINK = (1080, 1080), (1080, 1920), (1200, 628)
BUTTONS = (
    Box(left=0.85, top=0.4, right=1, bottom=0.85),
    Box(left=0, top=0.8, right=0.85, bottom=1),
)


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
