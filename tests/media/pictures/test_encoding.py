"""How pictures are encoded, and how they are brought within a byte budget."""

from pathlib import Path

import pytest
import skimage
from PIL import Image

from omnicontent.media.errors import BudgetError
from omnicontent.media.pictures import encoding
from omnicontent.media.pictures.encoding import ENCODES_MAX, Drawn, encode, encode_within_budget
from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import ImageFormat, ImageRecipe
from tests.media.making import FORMATS
from tests.media.photos import photo, saved

LOSSY: tuple[ImageFormat, ...] = ("jpeg", "webp", "avif")


def recipe(image_format: ImageFormat, **changes: object) -> ImageRecipe:
    return ImageRecipe.model_validate(
        {"width_px": 400, "height_px": 300, "format": image_format, "quality": 90} | changes
    )


def test_a_jpeg_is_progressive_with_half_the_color_samples(tmp_path: Path) -> None:
    path = saved(photo(), tmp_path / "a.png")
    target = tmp_path / "made.jpg"
    list(make_images(path, [(ImageRecipe(width_px=300, height_px=200), target)]))

    with Image.open(target) as picture:
        assert picture.info["progressive"]
        assert picture.layer[0][1:3] == (2, 2)  # type: ignore[attr-defined]


def test_a_thorough_avif_is_smaller() -> None:
    with Image.open(Path(skimage.__file__).parent / "data" / "coffee.png") as image:
        drawn = Drawn((image.convert("RGB"),))
    quick, thorough = (recipe("avif", quality=60, thorough=wish) for wish in (False, True))

    assert len(encode(drawn, thorough, 60)) < len(encode(drawn, quick, 60))


@pytest.mark.parametrize("image_format", LOSSY)
@pytest.mark.parametrize("share", [0.95, 0.8, 0.6])
def test_a_byte_budget_lowers_the_quality_just_enough(
    image_format: ImageFormat, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = Drawn((photo(400, 300, grain=60),))
    free = recipe(image_format)
    budget = int(len(encode(drawn, free, 90)) * share)
    tried: list[int] = []

    def counted(drawn: Drawn, recipe: ImageRecipe, quality: int) -> bytes:
        tried.append(quality)
        return encode(drawn, recipe, quality)

    monkeypatch.setattr(encoding, "encode", counted)
    encoded = encode_within_budget(drawn, free.model_copy(update={"max_bytes": budget}))

    data = encoded.data
    assert encoded.quality is not None
    assert encoded.quality < 90
    assert data == encode(drawn, free, encoded.quality)
    lowest = len(encode(drawn, free, encoding.QUALITY_FLOORS[image_format]))
    assert max(budget * 0.85, lowest) <= len(data) <= budget
    assert len(tried) <= ENCODES_MAX
    assert min(tried) >= encoding.QUALITY_FLOORS[image_format]


@pytest.mark.parametrize("image_format", FORMATS)
def test_what_fits_is_encoded_once(
    image_format: ImageFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []
    monkeypatch.setattr(encoding, "encode", lambda *order: tried.append(order[2]) or b"data")

    encoded = encode_within_budget(Drawn((photo(),)), recipe(image_format, max_bytes=4))

    assert tried == [encoded.quality] == [90]


@pytest.mark.parametrize("quality", [90, 50, 30])
@pytest.mark.parametrize("image_format", FORMATS)
def test_an_impossible_budget_is_refused(
    tmp_path: Path, image_format: ImageFormat, quality: int
) -> None:
    path = saved(photo(grain=60), tmp_path / "a.png")
    wish = recipe(image_format, max_bytes=900, quality=quality)

    with pytest.raises(BudgetError, match="calmer picture"):
        list(make_images(path, [(wish, tmp_path / "made")]))
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]
