from pathlib import Path

import pytest
from PIL import Image, ImageChops

from omnicontent.media.errors import WordsError
from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import ImageRecipe
from omnicontent.media.words.contrast import WHITE, contrast
from omnicontent.media.words.overlay import draw_words, fit_lines, fit_words, safe_box
from omnicontent.media.words.scrim import extremes
from tests.media.photos import photo, saved

WORDS = (
    "Un été à l’œuvre : –30 %",
    "12,50 € au lieu de 18 €",
    "Code ÉTÉ26, jusqu’au 31 août",
)
SIZES = [(1080, 1920), (1080, 1080), (1080, 1350), (1280, 720), (600, 300)]


@pytest.mark.parametrize("size", SIZES)
def test_words_stay_in_the_safe_zone(size: tuple[int, int]) -> None:
    picture = Image.new("RGB", size, (90, 90, 90))

    drawn = draw_words(picture, WORDS)

    bright = drawn.convert("L").point(lambda value: 255 if value > 150 else 0)
    box = bright.getbbox()
    assert box is not None
    left, top, right, bottom = safe_box(*size)
    assert left <= box[0]
    assert top <= box[1]
    assert box[2] <= right
    assert box[3] <= bottom
    assert box[3] > size[1] * 0.55


def test_the_safe_zone_of_tall_pictures_is_the_crossing_of_the_platforms() -> None:
    assert safe_box(1080, 1920) == (120, 288, 780, 1248)
    assert safe_box(720, 1280) == (80, 192, 520, 832)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("color", ["white", "yellow", "black", (128, 128, 128)])
def test_words_stand_out_from_any_picture(
    size: tuple[int, int], color: str | tuple[int, int, int]
) -> None:
    # A blank picture with a scrim of the same words, drawn in characters without ink.
    lines = fit_lines(WORDS, *_room(size))
    assert lines
    drawn = draw_words(Image.new("RGB", size, color), ("\u00a0",))

    left, _, right, bottom = safe_box(*size)
    ground = extremes(drawn, (left, bottom - 20, right, bottom))[1]

    assert contrast(WHITE, ground) >= 4.5


def _room(size: tuple[int, int]) -> tuple[int, int]:
    left, top, right, bottom = safe_box(*size)
    return right - left, int((bottom - top) * 0.7)


def test_contrast_is_measured_as_in_wcag() -> None:
    assert contrast(WHITE, (0, 0, 0)) == pytest.approx(21)
    assert contrast((118, 118, 118), WHITE) == pytest.approx(4.54, abs=0.01)


def test_long_words_get_smaller_until_they_fit() -> None:
    short = fit_lines(("Sale",), 660, 670)
    long = fit_lines(("The summer sale of everything in the garden " * 4,), 660, 670)

    assert long[0].size < short[0].size
    assert len(long) > 3
    assert " ".join(line.text for line in long).split() == (
        ("The summer sale of everything in the garden " * 4).split()
    )


def test_the_headline_is_larger_than_the_rest() -> None:
    first, second = fit_lines(("Sale", "until Friday"), 660, 670)

    assert first.bold
    assert not second.bold
    assert first.size > second.size * 1.4


def test_words_that_cannot_be_read_are_refused() -> None:
    with pytest.raises(WordsError, match="Shorten"):
        fit_lines(("word " * 600,), 660, 670)
    with pytest.raises(WordsError):
        fit_lines(("Donaudampfschifffahrtsgesellschaftskapitän" * 3,), 660, 670)


@pytest.mark.parametrize("width", range(300, 700, 40))
def test_no_row_begins_with_a_sign(width: int) -> None:
    lines = fit_lines(("Cet été : 30 % et 12,50 € de moins ! Prêts ? « Oui »",), width, 900)

    assert not [line.text for line in lines if line.text[0] in ":%€!?»"]


def test_words_change_only_the_picture_around_them(tmp_path: Path) -> None:
    path = saved(photo(540, 960), tmp_path / "a.png")
    plain, worded = tmp_path / "plain.png", tmp_path / "worded.png"
    recipe = ImageRecipe(width_px=540, height_px=960, format="png")

    list(
        make_images(path, [(recipe, plain), (recipe.model_copy(update={"words": WORDS}), worded)])
    )

    changed = ImageChops.difference(Image.open(plain), Image.open(worded)).getbbox()
    assert changed is not None
    assert changed[1] > 960 * 0.35


SCREENS = [(1920, 1080), (1080, 1920)]


@pytest.mark.parametrize("size", SCREENS)
def test_on_a_bare_screen_letters_keep_their_size_and_five_percent_of_edge(
    size: tuple[int, int],
) -> None:
    drawn = draw_words(Image.new("RGB", size, (90, 90, 90)), WORDS, 48)

    lines = fit_words(size, WORDS, 48)
    box = drawn.convert("L").point(lambda value: 255 if value > 150 else 0).getbbox()
    assert box is not None
    assert min(line.size for line in lines) >= 48
    assert lines[0].size >= 90
    assert box[0] >= size[0] * 0.05
    assert box[2] <= size[0] * 0.95
    assert box[3] <= size[1] * 0.95
    assert box[0] < size[0] * 0.06  # and not where an app's buttons would push them


@pytest.mark.parametrize("size", SCREENS)
def test_letters_of_that_size_are_as_tall_as_they_should_be(size: tuple[int, int]) -> None:
    words = ("A", "HHHH")
    drawn = draw_words(Image.new("RGB", size), words, 48)

    _, line = fit_words(size, words, 48)
    top = safe_box(*size, bare=True)[3] - round(line.size * 1.35)
    box = drawn.convert("L").crop((0, top, *size)).point(lambda v: 255 * (v > 100)).getbbox()
    assert box is not None
    assert box[3] - box[1] >= 0.6 * 48  # capitals of a font whose size is 48


def test_words_too_many_for_that_size_are_refused_and_the_longest_is_named() -> None:
    words = ("Sale", "a much longer line than all the others " * 20, "Code A")

    fit_words((1920, 1080), words)
    with pytest.raises(WordsError, match="Shorten the longest of them: “a much longer"):
        fit_words((1920, 1080), words, 48)


def test_letters_that_no_font_has_are_named() -> None:
    with pytest.raises(WordsError, match="“𐎀”"):
        draw_words(Image.new("RGB", (600, 600)), ("Sale 𐎀",))
