"""Windows look as if Lanczos had seen every pixel, and photos as if nothing had been encoded.

Photos are those of the demo, where they have been fetched, and one that comes with scikit-image.
"""

from functools import cache
from pathlib import Path

import pytest
import skimage
from PIL import Image, ImageChops, ImageStat

from omnicontent.media.framing.cropping import cover
from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import Frame, ImageFormat, ImageRecipe
from tests.media.likeness import likeness, likeness_of_colors
from tests.media.making import made
from tests.media.photos import photo, saved

DEMO = Path("var/demo-media")
SHIPPED = Path(skimage.__file__).parent / "data"
PHOTOS = [DEMO / "garden.jpg", DEMO / "bird.jpg", SHIPPED / "retina.jpg"]
SIZES = ((640, 640), (600, 315), (300, 533), (120, 90))
ALIKE: dict[ImageFormat, int] = {"jpeg": 88, "webp": 90, "avif": 75}
"""The qualities from which every photo of the demo is at 0.98 (``picture_quality``)."""


@cache
def decoded(path: Path) -> Image.Image:
    if not path.exists():
        pytest.skip("`make demo` fetches this photo")
    with Image.open(path) as image:
        return image.convert("RGB")


def ideal(path: Path, size: tuple[int, int], frame: Frame) -> Image.Image:
    box = (frame.left, frame.top, frame.right, frame.bottom)
    return decoded(path).resize(size, Image.Resampling.LANCZOS, box=box)


def wish(path: Path, size: tuple[int, int], kind: ImageFormat, quality: int) -> ImageRecipe:
    frame = cover(*decoded(path).size, *size)
    return ImageRecipe(
        width_px=size[0], height_px=size[1], format=kind, quality=quality, frame=frame
    )


@pytest.mark.parametrize("path", PHOTOS, ids=lambda path: path.stem)
def test_a_window_looks_as_if_scaled_from_every_pixel(path: Path, tmp_path: Path) -> None:
    recipes = [wish(path, size, "png", 82) for size in SIZES]
    files = [tmp_path / f"{number}.png" for number in range(len(SIZES))]

    results = list(make_images(path, list(zip(recipes, files, strict=True))))

    for size, recipe, file in zip(SIZES, recipes, files, strict=True):
        assert recipe.frame is not None
        exact = ideal(path, size, recipe.frame)
        with Image.open(file) as picture:
            assert likeness_of_colors(picture, exact) >= 0.99
    assert len(results) == len(SIZES)


@pytest.mark.parametrize("image_format", ALIKE)
def test_a_photo_looks_as_if_it_had_not_been_encoded(
    image_format: ImageFormat, tmp_path: Path
) -> None:
    path = DEMO / "sunset.jpg"  # of the four it suffers most
    recipe = wish(path, (1080, 1080), image_format, ALIKE[image_format])

    list(make_images(path, [(recipe, tmp_path / "made")]))

    assert recipe.frame is not None
    with Image.open(tmp_path / "made") as picture:
        assert likeness(picture, ideal(path, (1080, 1080), recipe.frame)) >= 0.98


@pytest.fixture(scope="module")
def grainy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(photo(1203, 901), tmp_path_factory.mktemp("photo") / "a.png", compress_level=1)


@pytest.mark.parametrize("shrink", [1, 1.5, 3.6, 5, 9, 20])
@pytest.mark.parametrize("offset", [0, 1, 2, 4])
def test_no_window_is_moved_by_a_part_of_a_pixel(
    grainy: Path, tmp_path: Path, shrink: float, offset: int
) -> None:
    side = round(880 / shrink)
    frame = Frame(left=offset, top=offset, right=offset + 880, bottom=offset + 880)

    recipe = ImageRecipe(width_px=side, height_px=side, format="png", frame=frame)
    list(make_images(grainy, [(recipe, tmp_path / "made.png")]))

    box = (offset, offset, offset + 880, offset + 880)
    exact = photo(1203, 901).resize((side, side), Image.Resampling.LANCZOS, box=box)
    inner = (2, 2, side - 2, side - 2)  # Lanczos in one step sees beyond the window's edge
    with Image.open(tmp_path / "made.png") as picture:
        differ = ImageChops.difference(picture.crop(inner), exact.crop(inner))
    assert max(ImageStat.Stat(differ).rms) < 1.5


@pytest.mark.parametrize("size", [(1200, 800), (601, 403), (900, 403)])
def test_an_enlarged_window_is_not_moved_either(tmp_path: Path, size: tuple[int, int]) -> None:
    source = photo(601, 403)
    path = saved(source, tmp_path / "a.png")
    frame = Frame(left=0, top=0, right=601, bottom=403)

    picture = made(
        path, ImageRecipe(width_px=size[0], height_px=size[1], format="png", frame=frame)
    )

    exact = source.resize(size, Image.Resampling.LANCZOS)
    assert max(ImageStat.Stat(ImageChops.difference(picture, exact)).rms) < 1
