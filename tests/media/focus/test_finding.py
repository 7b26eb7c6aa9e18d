from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from skimage import data

from omnicontent.media.errors import UnreadableMediaError
from omnicontent.media.focus.finding import find_marks, find_marks_in, proxy
from omnicontent.media.framing.frames import frame_picture
from omnicontent.media.framing.report import report_framing
from omnicontent.media.geometry import Box
from omnicontent.media.marks import Keep, Marks
from omnicontent.media.words.fonts import font_for
from tests.media.demo_photos import demo_photo
from tests.media.photos import near, photo, saved

TARGETS = ((1080, 1920), (1080, 1080), (1920, 1080), (1200, 628))
IDS = ["9:16", "1:1", "16:9", "1.91:1"]
FACE = Box(left=178 / 512, top=63 / 512, right=267 / 512, bottom=175 / 512)
BIRD = Box(left=0.39, top=0.35, right=0.54, bottom=0.65)


def kept_whole(box: Box, marks: Marks, source: tuple[int, int], target: tuple[int, int]) -> bool:
    frame = frame_picture(marks, source, target)
    assert not frame.pad
    seen = Marks(keep=(Keep(**box.model_dump()),))
    return report_framing(seen, source, target, frame).kept == 1


@pytest.mark.parametrize("target", TARGETS, ids=IDS)
def test_a_face_is_whole_in_every_rendition(target: tuple[int, int]) -> None:
    marks = find_marks_in(data.astronaut())

    assert [box.kind for box in marks.keep] == ["face"]
    assert kept_whole(FACE, marks, (512, 512), target)


@pytest.mark.parametrize("target", [*TARGETS, (1080, 1350), (1000, 1500), (1500, 500)])
def test_the_bird_is_whole_in_every_rendition(target: tuple[int, int]) -> None:
    path = demo_photo("bird.jpg")
    with Image.open(path) as picture:
        source = picture.size

    marks = find_marks(path)

    assert [box.kind for box in marks.keep] == ["subject"]
    assert kept_whole(BIRD, marks, source, target)


@pytest.mark.parametrize("name", ["garden.jpg", "wine.jpg", "sunset.jpg"])
def test_nothing_is_proposed_where_nothing_is_certain(name: str) -> None:
    marks = find_marks(demo_photo(name))

    assert marks.keep == ()
    assert 0.2 < marks.focus.x < 0.8
    assert 0.1 < marks.focus.y < 0.9


def test_text_is_kept_with_the_height_of_its_smallest_line() -> None:
    picture = Image.new("RGB", (512, 340), (40, 70, 90))
    pen = ImageDraw.Draw(picture)
    pen.text((40, 60), "Harvest festival", fill="white", font=font_for("A", 48, bold=True))
    pen.text((40, 120), "Saturday from noon", fill="white", font=font_for("A", 24))
    _, top, _, bottom = pen.textbbox((40, 120), "Saturday from noon", font=font_for("A", 24))

    (text,) = find_marks_in(np.asarray(picture)).keep

    assert text.kind == "text"
    assert text.left < 40 / 512 < text.right
    assert abs(text.line * 340 - (bottom - top)) <= 3


def test_beside_a_face_text_is_kept_too_but_the_face_draws_the_focus() -> None:
    picture = Image.new("RGB", (512, 340), (150, 140, 130))
    picture.paste(Image.fromarray(data.astronaut()).crop((130, 0, 320, 215)), (20, 20))
    pen = ImageDraw.Draw(picture)
    pen.text((250, 280), "Ask Eileen anything", fill="black", font=font_for("A", 26, bold=True))

    marks = find_marks_in(np.asarray(picture))

    assert [box.kind for box in marks.keep] == ["face", "text"]
    assert marks.focus.x < 0.45


def test_the_same_picture_gives_the_same_marks() -> None:
    picture = data.astronaut()

    assert len({find_marks_in(picture.copy()).model_dump_json() for _ in range(3)}) == 1


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (33, 17)])
def test_the_smallest_pictures_get_marks(size: tuple[int, int], tmp_path: Path) -> None:
    assert find_marks(saved(photo(*size), tmp_path / "small.png")).keep == ()


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.avif", "a.gif"])
def test_the_proxy_is_small_and_has_the_picture_s_colors(name: str, tmp_path: Path) -> None:
    picture = Image.new("RGB", (1200, 600), (200, 30, 60))

    small = proxy(saved(picture, tmp_path / name))

    assert small.shape == (256, 512, 3)
    assert near(tuple(small[100, 200].tolist()), (200, 30, 60))


@pytest.mark.parametrize("name", ["a.jpg", "a.webp"])
def test_the_proxy_is_upright(name: str, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    assert proxy(saved(photo(600, 400), tmp_path / name, exif=exif)).shape == (512, 341, 3)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "CMYK", "I;16"])
def test_the_proxy_is_rgb_whatever_the_file_is(mode: str, tmp_path: Path) -> None:
    gray = Image.new("L", (600, 400), 255)
    picture = Image.new("I;16", gray.size, 65535) if mode == "I;16" else gray.convert(mode)

    small = proxy(saved(picture, tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")))

    assert small.shape[2] == 3
    assert near(tuple(small[5, 5].tolist()), (255, 255, 255))


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_what_is_transparent_is_white(name: str, tmp_path: Path) -> None:
    clear = Image.new("RGBA", (600, 400), (0, 0, 0, 0))

    assert near(tuple(proxy(saved(clear, tmp_path / name))[9, 9].tolist()), (255, 255, 255))


def test_a_small_picture_is_not_enlarged(tmp_path: Path) -> None:
    assert proxy(saved(photo(300, 200), tmp_path / "a.jpg")).shape == (200, 300, 3)


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_text("Dear editor")

    with pytest.raises(UnreadableMediaError):
        find_marks(path)
