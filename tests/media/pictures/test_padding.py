"""A window that is shown whole, with the rest filled."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import Frame, ImageRecipe
from tests.media.making import made
from tests.media.photos import near, photo, saved

WHOLE = {"left": 0, "top": 0, "right": 600, "bottom": 400}


def padded(size: tuple[int, int], pad: str, **changes: object) -> ImageRecipe:
    frame = Frame.model_validate({**WHOLE, "pad": pad})
    return ImageRecipe.model_validate(
        {"width_px": size[0], "height_px": size[1], "format": "png", "frame": frame} | changes
    )


@pytest.mark.parametrize(
    ("size", "inner"),
    [
        ((300, 300), (0, 50, 300, 250)),
        ((400, 200), (50, 0, 350, 200)),
        ((300, 533), (0, 166, 300, 366)),
        ((300, 200), (0, 0, 300, 200)),
        ((1200, 1200), (0, 200, 1200, 1000)),
    ],
)
def test_the_window_is_shown_whole_in_the_middle(
    tmp_path: Path, size: tuple[int, int], inner: tuple[int, int, int, int]
) -> None:
    source = photo()
    path = saved(source, tmp_path / "a.png")

    picture = made(path, padded(size, "#2f6b3c"))

    shown = picture.crop(inner)
    ideal = source.resize(shown.size, Image.Resampling.LANCZOS)
    assert max(ImageStat.Stat(ImageChops.difference(shown, ideal)).rms) < 2
    rest = picture.copy()
    rest.paste((47, 107, 60), inner)
    assert rest.getcolors() == [(size[0] * size[1], (47, 107, 60))]


def test_only_the_window_is_shown(tmp_path: Path) -> None:
    source = Image.new("RGB", (600, 400), "red")
    source.paste("blue", (100, 100, 500, 300))
    frame = Frame(left=100, top=100, right=500, bottom=300, pad="blur")
    path = saved(source, tmp_path / "a.png")

    picture = made(path, ImageRecipe(width_px=200, height_px=200, format="png", frame=frame))

    assert ImageStat.Stat(picture).extrema[0] == (0, 0)


def test_a_blurred_copy_fills_the_rest_and_is_darker(tmp_path: Path) -> None:
    path = saved(photo(grain=60), tmp_path / "a.png")

    picture = made(path, padded((300, 533), "blur"))

    above, window = picture.crop((0, 0, 300, 160)), picture.crop((0, 170, 300, 360))
    edges = [
        ImageStat.Stat(part.convert("L").filter(ImageFilter.FIND_EDGES)).mean[0]
        for part in (above, window)
    ]
    assert edges[0] < edges[1] / 5
    assert ImageStat.Stat(above).mean[2] < 0.8 * ImageStat.Stat(window).mean[2]
    # It shows the same picture: as bright at the right, and as dark at the left, as the window.
    left, right = above.crop((0, 0, 50, 160)), above.crop((250, 0, 300, 160))
    assert ImageStat.Stat(right).mean[0] > 1.5 * ImageStat.Stat(left).mean[0]


def test_a_transparent_picture_shows_the_fill(tmp_path: Path) -> None:
    path = saved(Image.new("RGBA", (600, 400), (255, 0, 0, 0)), tmp_path / "a.png")

    colored = made(path, padded((300, 300), "#2f6b3c"))
    blurred = made(path, padded((300, 300), "blur", background="#ffffff"))

    assert colored.getcolors() == [(90_000, (47, 107, 60))]
    assert near(blurred.getpixel((150, 150)), (178, 178, 178), tolerance=2)


def test_upscaling_is_that_of_the_window(tmp_path: Path) -> None:
    path = saved(photo(), tmp_path / "a.png")
    recipes = [padded((300, 900), "blur"), padded((1200, 2000), "blur")]

    found = [one.upscaled for one in make_images(path, [(r, tmp_path / "made") for r in recipes])]

    assert sorted(found) == [1, 2]


def test_a_sliver_is_still_shown(tmp_path: Path) -> None:
    path = saved(Image.new("RGB", (1, 600), "red"), tmp_path / "a.png")
    frame = Frame(left=0, top=0, right=1, bottom=600, pad="#000000")

    picture = made(path, ImageRecipe(width_px=60, height_px=40, format="png", frame=frame))

    assert picture.getpixel((29, 20)) == (255, 0, 0)
