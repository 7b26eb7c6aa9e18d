"""Windows look as if Lanczos had seen every pixel, and photos as if nothing had been encoded.

Photos are those of the demo and one that comes with scikit-image.
"""

from functools import cache
from pathlib import Path

import pytest
import skimage
from PIL import Image, ImageChops, ImageStat

from omnicontent.channels.media_uses import image_recipe
from omnicontent.channels.registry import get_channel
from omnicontent.channels.spec import ImageSlot, byte_budget
from omnicontent.channels.story import Brand
from omnicontent.channels.story import Image as StoryImage
from omnicontent.media.framing.cropping import cover
from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import Frame, ImageFormat, ImageRecipe
from tests.media.demo_photos import PHOTOS, demo_photo
from tests.media.likeness import likeness, likeness_of_colors
from tests.media.making import made
from tests.media.photos import photo, saved

SHIPPED = Path(skimage.__file__).parent / "data"
NAMES = (*PHOTOS, "retina")
SIZES = ((640, 640), (600, 315), (300, 533), (120, 90))
ALIKE: dict[ImageFormat, int] = {"jpeg": 88, "webp": 90, "avif": 75}
"""The qualities from which every photo of the demo is at 0.98 (``picture_quality``)."""


def photo_called(name: str) -> Path:
    return SHIPPED / "retina.jpg" if name == "retina" else demo_photo(f"{name}.jpg")


@cache
def decoded(path: Path) -> Image.Image:
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


@pytest.mark.parametrize("name", NAMES)
def test_a_window_looks_as_if_scaled_from_every_pixel(name: str, tmp_path: Path) -> None:
    path = photo_called(name)
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
    path = demo_photo("sunset.jpg")  # of the four it suffers most
    recipe = wish(path, (1080, 1080), image_format, ALIKE[image_format])

    list(make_images(path, [(recipe, tmp_path / "made")]))

    assert recipe.frame is not None
    with Image.open(tmp_path / "made") as picture:
        assert likeness(picture, ideal(path, (1080, 1080), recipe.frame)) >= 0.98


SLOTS = {
    (slot.width_px, slot.height_px, slot.format): slot
    for slug in ("web", "email", "feed", "rcs", "in-app", "bluesky")
    for slot in get_channel(slug).spec.images
    if slot.width_px <= 1200
}
"""Those of all channels that have the fewest bytes for a pixel, one for each size and format."""


@pytest.mark.parametrize("name", PHOTOS)
def test_no_budget_takes_from_a_photo_what_can_be_seen(name: str, tmp_path: Path) -> None:
    path = demo_photo(f"{name}.jpg")
    width, height = decoded(path).size
    source = StoryImage(source=path.name, digest="a" * 64, width_px=width, height_px=height)
    slots = [slot for slot in SLOTS.values() if byte_aim(slot)]
    recipes = [image_recipe(slot, source, Brand(name="Garden")) for slot in slots]
    files = [tmp_path / str(number) for number in range(len(slots))]

    results = list(make_images(path, list(zip(recipes, files, strict=True))))

    made = {result.path: result for result in results}
    for slot, recipe, file in zip(slots, recipes, files, strict=True):
        assert made[file].quality == slot.quality, slot.name  # or it would be told
        assert made[file].bytes <= (byte_aim(slot) or 0)
        assert recipe.frame is not None
        exact = ideal(path, (slot.width_px, slot.height_px), recipe.frame)
        with Image.open(file) as picture:
            assert likeness(picture, exact) >= 0.979, slot.name


def byte_aim(slot: ImageSlot) -> int | None:
    return min(filter(None, (byte_budget(slot.limits), slot.budget_bytes)), default=None)


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
