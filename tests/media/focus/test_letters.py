import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from omnicontent.media.focus.letters import find_marks_of_ink
from omnicontent.media.words.fonts import font_for


def word(ink: int, ground: int, text: str = "HELMUT") -> NDArray[np.uint8]:
    picture = Image.new("L", (300, 100), ground)
    ImageDraw.Draw(picture).text((20, 20), text, fill=ink, font=font_for(text, 40, bold=True))
    return np.asarray(picture)


def test_every_letter_is_a_mark_from_left_to_right() -> None:
    for ink, ground in ((0, 255), (255, 0)):
        marks = find_marks_of_ink(word(ink, ground), dark=ink < ground)

        assert len(marks) == 6
        assert np.all(np.diff(marks.left) > 0)
        assert np.allclose(marks.height, 26, atol=3)
        assert marks.contrast.min() > 60


def test_strokes_of_bold_letters_are_wider() -> None:
    bold = find_marks_of_ink(word(0, 255), dark=True)
    thin = Image.new("L", (300, 100), 255)
    ImageDraw.Draw(thin).text((20, 20), "HELMUT", fill=0, font=font_for("HELMUT", 40))

    assert np.median(find_marks_of_ink(np.asarray(thin), dark=True).stroke) < np.median(
        bold.stroke
    )


def test_what_touches_the_edge_or_is_a_long_bar_is_no_letter() -> None:
    picture = Image.new("L", (300, 100), 255)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 40, 12, 60), fill=0)
    pen.rectangle((40, 45, 240, 52), fill=0)

    assert len(find_marks_of_ink(np.asarray(picture), dark=True)) == 0
