"""Making all renditions of a picture from one decode."""

from pathlib import Path

import pytest
from PIL import Image

from omnicontent.media.errors import BudgetError
from omnicontent.media.framing.cropping import cover
from omnicontent.media.geometry import Focus
from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import ImageFormat, ImageRecipe
from tests.media.making import FORMATS, made, small
from tests.media.photos import photo, saved, with_dot


@pytest.mark.parametrize(("x", "y"), [(60, 60), (540, 60), (300, 340), (590, 390)])
@pytest.mark.parametrize("size", [(100, 300), (300, 60), (90, 90), (1200, 300)])
def test_the_window_of_the_recipe_is_shown(
    tmp_path: Path, x: int, y: int, size: tuple[int, int]
) -> None:
    path = saved(with_dot(Image.new("RGB", (600, 400)), x, y), tmp_path / "a.png")
    frame = cover(600, 400, *size, Focus(x=x / 600, y=y / 400))

    picture = made(
        path, ImageRecipe(width_px=size[0], height_px=size[1], format="png", frame=frame)
    )

    assert picture.getchannel("R").getextrema() == (0, 255)


def test_invented_pixels_are_reported(tmp_path: Path) -> None:
    path = saved(photo(600, 400), tmp_path / "a.jpg")
    wishes = [
        (ImageRecipe(width_px=1200, height_px=600), tmp_path / "l.jpg"),
        (ImageRecipe(width_px=400, height_px=400), tmp_path / "f.jpg"),
    ]

    first, second = make_images(path, wishes)

    assert first.upscaled == pytest.approx(2)
    assert second.upscaled == 1


@pytest.mark.parametrize("threads", [1, 2])
def test_every_wish_is_made_once_with_its_own_quality(tmp_path: Path, threads: int) -> None:
    path = saved(photo(), tmp_path / "a.png")
    wishes = [
        (ImageRecipe(width_px=size, height_px=200, format=kind, quality=quality), tmp_path / name)
        for size in (150, 300)
        for kind in FORMATS
        for quality in (60, 90)
        for name in [f"{size}-{quality}.{kind}"]
    ]

    results = {one.path: one for one in make_images(path, wishes, threads)}

    assert set(results) == {file for _, file in wishes}
    for recipe, file in wishes:
        (alone,) = make_images(path, [(recipe, tmp_path / "alone")])
        assert alone.path.read_bytes() == file.read_bytes()
        one = results[file]
        assert (one.width_px, one.height_px) == (recipe.width_px, recipe.height_px)
        assert one.bytes == file.stat().st_size


@pytest.mark.parametrize("image_format", FORMATS)
def test_the_same_wish_gives_the_same_bytes(tmp_path: Path, image_format: ImageFormat) -> None:
    path = saved(photo(), tmp_path / "a.png")
    recipe = ImageRecipe(width_px=200, height_px=300, format=image_format, words=("Été 20 €",))
    files = [tmp_path / "one", tmp_path / "two"]

    list(make_images(path, [(recipe, file) for file in files]))

    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_source_is_read_once(tmp_path: Path) -> None:
    path = saved(photo(), tmp_path / "a.jpg")
    making = make_images(path, [(small(), tmp_path / f"{n}.png") for n in range(3)])

    next(making)
    path.unlink()

    assert len(list(making)) == 2


def test_files_are_told_while_others_are_still_made(tmp_path: Path) -> None:
    path = saved(photo(), tmp_path / "a.jpg")
    files = [tmp_path / f"{number}.avif" for number in range(12)]
    sizes = range(600, 600 - len(files), -1)
    wishes = [
        (ImageRecipe(width_px=size, height_px=400, format="avif"), file)
        for size, file in zip(sizes, files, strict=True)
    ]

    making = make_images(path, wishes)
    first = next(making)

    assert first.path.exists()
    assert not all(file.exists() for file in files)
    making.close()
    assert len(list(tmp_path.glob("*.part"))) == 0


def test_what_was_made_before_a_fault_stays(tmp_path: Path) -> None:
    path = saved(photo(grain=60), tmp_path / "a.png")
    tight = ImageRecipe(width_px=40, height_px=30, max_bytes=90)

    making = make_images(path, [(small(), tmp_path / "b.png"), (tight, tmp_path / "c.jpg")])

    assert next(making).path.name == "b.png"
    with pytest.raises(BudgetError):
        next(making)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.png", "b.png"]


def test_nothing_wished_is_nothing_made(tmp_path: Path) -> None:
    assert list(make_images(saved(photo(), tmp_path / "a.jpg"), [])) == []
