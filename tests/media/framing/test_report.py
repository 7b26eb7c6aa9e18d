import pytest

from omnicontent.media.framing.frames import frame_picture
from omnicontent.media.framing.report import Framing, report_framing
from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, Marks, OwnCrop
from omnicontent.media.recipes import Frame

SOURCE = (1000, 1000)
WHOLE = Frame(left=0, top=0, right=1000, bottom=1000)
RIGHT = Frame(left=500, top=0, right=1000, bottom=1000)


def keep(left: float, top: float, right: float, bottom: float, line: float = 0) -> Keep:
    return Keep(left=left, top=top, right=right, bottom=bottom, line=line)


def test_a_picture_without_marks_has_little_to_report() -> None:
    assert report_framing(Marks(), SOURCE, (1000, 1000), WHOLE) == Framing(kept=0)


def test_it_names_the_boxes_that_are_cut() -> None:
    marks = Marks(keep=(keep(0.6, 0, 0.8, 1), keep(0.4, 0, 0.6, 1), keep(0, 0, 0.2, 1)))

    report = report_framing(marks, SOURCE, (500, 1000), RIGHT)

    assert report.kept == 1
    assert report.cut == (1, 2)


def test_a_box_made_of_whole_pixels_is_whole() -> None:
    marks = Marks(keep=(keep(100 / 300, 0, 200 / 300, 1),))
    frame = Frame(left=100, top=0, right=200, bottom=300)

    assert report_framing(marks, (300, 300), (100, 300), frame).kept == 1


def test_it_tells_how_much_is_seen_of_what_should_stay_out() -> None:
    avoid = (Box(left=0.25, top=0, right=0.75, bottom=0.5),)

    assert report_framing(Marks(avoid=avoid), SOURCE, (500, 1000), RIGHT).avoid_shown == 0.5


def test_what_two_buttons_cover_counts_once() -> None:
    marks = Marks(keep=(keep(0, 0, 1, 1),))
    covered = (
        Box(left=0.75, top=0, right=1, bottom=1),
        Box(left=0, top=0.5, right=1, bottom=1),
    )

    report = report_framing(marks, SOURCE, (1000, 1000), WHOLE, covered)

    assert report.under_buttons == pytest.approx(0.625)


def test_buttons_over_the_padding_hide_nothing() -> None:
    marks = Marks(keep=(keep(0, 0, 1, 1),))
    padded = WHOLE.model_copy(update={"pad": "blur"})
    covered = (Box(left=0, top=0.75, right=1, bottom=1),)

    assert report_framing(marks, SOURCE, (500, 1000), padded, covered).under_buttons == 0
    lower = (Box(left=0, top=0.5, right=1, bottom=1),)
    assert report_framing(marks, SOURCE, (500, 1000), padded, lower).under_buttons == 0.5


def test_it_tells_how_far_pixels_are_stretched() -> None:
    padded = WHOLE.model_copy(update={"pad": "#ffffff"})

    assert report_framing(Marks(), SOURCE, (500, 500), WHOLE).enlarged == 1
    assert report_framing(Marks(), SOURCE, (1000, 2000), RIGHT).enlarged == 2
    assert report_framing(Marks(), SOURCE, (1500, 3000), padded).enlarged == 1.5


def test_the_smallest_line_of_text_is_measured_where_it_is_seen() -> None:
    lines = (keep(0.6, 0, 0.9, 0.2, 0.05), keep(0, 0, 0.2, 0.2, 0.01), keep(0.6, 0.5, 0.9, 0.6))

    report = report_framing(Marks(keep=lines), SOURCE, (1000, 2000), RIGHT)

    assert report.smallest_text_px == pytest.approx(100)
    assert report_framing(Marks(), SOURCE, (1000, 2000), RIGHT).smallest_text_px is None


def test_it_tells_a_persons_crop_and_survives_json() -> None:
    box = Box(left=0.5, top=0, right=1, bottom=1)
    marks = Marks(focus=Focus(), crops=(OwnCrop(ratio=0.5, box=box),))
    frame = frame_picture(marks, SOURCE, (500, 1000))

    report = report_framing(marks, SOURCE, (500, 1000), frame)

    assert report.own
    assert not report_framing(marks, SOURCE, (1000, 1000), WHOLE).own
    assert Framing.model_validate_json(report.model_dump_json()) == report
