"""Text drawn by Pillow is found; what leaves, stones and coins look like is not text."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from skimage import data

from omnicontent.media.focus.printed_text import TextBlock, find_text
from omnicontent.media.words.fonts import font_for
from tests.media.demo_photos import demo_photo

SIZE = (512, 340)
FONTS = {
    "regular": lambda size: font_for("A", size),
    "bold": lambda size: font_for("A", size, bold=True),
    "built-in": ImageFont.load_default,
}
SALE = ("Summer sale starts", "Monday 9 June", "Save 30% on rooms")


def drawn(
    lines: tuple[str, ...],
    size: int,
    *,
    font: str = "bold",
    ink: tuple[int, int, int] = (255, 255, 255),
    ground: Image.Image | tuple[int, int, int] = (40, 70, 90),
    at: tuple[int, int] = (40, 50),
) -> tuple[NDArray[np.uint8], list[tuple[float, float, float, float]]]:
    """Return a gray picture with lines of text, and each line's box."""
    picture = ground.copy() if isinstance(ground, Image.Image) else Image.new("RGB", SIZE, ground)
    pen, face, boxes = ImageDraw.Draw(picture), FONTS[font](size), []
    for number, line in enumerate(lines):
        place = (at[0], at[1] + number * size * 1.25)
        pen.text(place, line, fill=ink, font=face)
        boxes.append(pen.textbbox(place, line, font=face))
    return np.asarray(picture.convert("L")), boxes


def covered(box: tuple[float, float, float, float], blocks: list[TextBlock]) -> float:
    """Return the share of a box that the best block holds."""

    def shared(block: TextBlock) -> float:
        wide = min(box[2], block.right) - max(box[0], block.left)
        tall = min(box[3], block.bottom) - max(box[1], block.top)
        return max(0.0, wide) * max(0.0, tall)

    area = (box[2] - box[0]) * (box[3] - box[1])
    return max(map(shared, blocks), default=0) / area


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("size", [18, 24, 32, 44])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ((255, 255, 255), (40, 70, 90)),
        ((20, 20, 20), (240, 230, 200)),
        ((250, 210, 40), (30, 30, 90)),
    ],
    ids=["white", "black", "yellow"],
)
def test_lines_are_found_whole_and_joined(
    font: str, size: int, ink: tuple[int, int, int], ground: tuple[int, int, int]
) -> None:
    gray, boxes = drawn(SALE, size, font=font, ink=ink, ground=ground)

    blocks = find_text(gray)

    assert len(blocks) == 1
    assert all(covered(box, blocks) > 0.9 for box in boxes)
    smallest = min(box[3] - box[1] for box in boxes)
    assert 0.85 * smallest < blocks[0].line < 1.15 * smallest


@pytest.mark.parametrize("name", ["garden.jpg", "bird.jpg", "wine.jpg", "sunset.jpg"])
def test_a_line_on_a_photo_is_found_and_the_photo_is_no_text(name: str) -> None:
    photo = Image.open(demo_photo(name)).convert("RGB")
    photo.thumbnail((512, 512))
    assert find_text(np.asarray(photo.convert("L"))) == []

    dark = photo.point(lambda value: value * 0.5)
    gray, boxes = drawn(SALE[:1], 34, ground=dark, at=(20, 120))

    assert covered(boxes[0], find_text(gray)) > 0.9


def test_two_sizes_apart_are_two_blocks_with_their_own_lines() -> None:
    gray, boxes = drawn(SALE[:1], 40)
    picture = Image.fromarray(gray)
    ImageDraw.Draw(picture).text(
        (40, 290), "Terms and dates apply", fill=255, font=FONTS["bold"](16)
    )

    blocks = sorted(find_text(np.asarray(picture)), key=lambda block: block.top)

    assert [round(block.line / size) for block, size in zip(blocks, (40, 16), strict=True)] == [
        1,
        1,
    ]
    assert covered(boxes[0], blocks[:1]) > 0.9


def test_a_page_of_a_book_is_text() -> None:
    assert sum((block.right - block.left) > 200 for block in find_text(data.page())) >= 2


@pytest.mark.parametrize(
    "name", ["astronaut", "camera", "coffee", "chelsea", "grass", "gravel", "brick"]
)
def test_what_is_no_text_is_left_alone(name: str) -> None:
    picture = Image.fromarray(getattr(data, name)()).convert("L")
    picture.thumbnail((512, 512))

    assert find_text(np.asarray(picture)) == []


@pytest.mark.parametrize("shape", [(1, 1), (3, 512), (512, 2)])
def test_the_smallest_pictures_have_no_text(shape: tuple[int, int]) -> None:
    assert find_text(np.zeros(shape, np.uint8)) == []


def test_noise_has_no_text() -> None:
    noise = np.random.default_rng(5).integers(0, 256, (340, 512), np.uint8)

    assert find_text(noise) == []
