import importlib.util
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageChops, ImageStat
from PIL.Image import Transpose

from omnicontent.media.cropping import cover
from omnicontent.media.errors import BudgetError, MediaTooLargeError, UnreadableMediaError
from omnicontent.media.geometry import Focus
from omnicontent.media.images import inspect_image, make_images
from omnicontent.media.recipes import Frame, ImageFormat, ImageRecipe
from tests.media.photos import near, photo, saved, with_dot
from tests.media.profiles import display_p3, dull_press

FORMATS: tuple[ImageFormat, ...] = ("jpeg", "png", "webp", "avif")


def made(source: Path, recipe: ImageRecipe) -> Image.Image:
    path = source.with_name(f"made.{recipe.suffix}")
    (result,) = make_images(source, [(recipe, path)])
    assert result.bytes == path.stat().st_size
    with Image.open(path) as image:
        assert image.size == (recipe.width_px, recipe.height_px)
        image.load()
    return image


def small(image_format: ImageFormat = "png") -> ImageRecipe:
    return ImageRecipe(width_px=60, height_px=40, format=image_format)


# What a file is


@pytest.mark.parametrize(
    ("suffix", "name"),
    [("jpg", "jpeg"), ("png", "png"), ("webp", "webp"), ("avif", "avif"), ("gif", "gif")],
)
def test_every_format_is_told_by_content_not_by_name(
    tmp_path: Path, suffix: str, name: str
) -> None:
    path = saved(photo(), tmp_path / f"a.{suffix}").rename(tmp_path / "photo.txt")

    facts = inspect_image(path)

    assert (facts.width_px, facts.height_px, facts.format) == (600, 400, name)
    assert len(facts.digest) == 64


def test_heic_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "phone.heic"
    pillow_heif.from_pillow(Image.new("RGB", (64, 32), (200, 30, 30))).save(path)

    assert inspect_image(path).format == "heic"
    assert near(made(path, small()).getpixel((30, 20)), (200, 30, 30))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_rotation_is_applied(tmp_path: Path, orientation: int) -> None:
    spec = importlib.util.find_spec("wagtail.images.tests")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "image_files"

    facts = inspect_image(folder / f"landscape_{orientation}.jpg")
    assert facts.width_px > facts.height_px

    recipe = ImageRecipe(width_px=60, height_px=45, format="png")
    pictures = []
    for number in (1, orientation):
        path = tmp_path / f"{number}.png"
        list(make_images(folder / f"landscape_{number}.jpg", [(recipe, path)]))
        pictures.append(Image.open(path))
    first, other = pictures
    turns = (Transpose.FLIP_LEFT_RIGHT, Transpose.FLIP_TOP_BOTTOM, Transpose.ROTATE_180)
    wrong = [_difference(first.transpose(turn), other) for turn in turns]
    # Each picture has its number painted in, so they are alike but not equal.
    assert _difference(first, other) < min(wrong) / 2


def _difference(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"%PDF-1.4\n",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"plain words",
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)

    with pytest.raises(UnreadableMediaError, match="upload it again"):
        inspect_image(path)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "gif", "avif"])
def test_a_truncated_picture_is_refused(tmp_path: Path, suffix: str) -> None:
    path = saved(photo(), tmp_path / f"photo.{suffix}")
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])

    with pytest.raises(UnreadableMediaError):
        inspect_image(path)
    with pytest.raises(UnreadableMediaError):
        list(make_images(path, [(small(), tmp_path / "made.png")]))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    path = saved(Image.new("1", (20_000, 20_000)), tmp_path / "bomb.png")
    assert path.stat().st_size < 100_000

    with pytest.raises(MediaTooLargeError, match="50 million pixels"):
        inspect_image(path)


def test_the_pixels_of_all_frames_count(tmp_path: Path) -> None:
    frames = [Image.new("P", (2000, 2000), index) for index in range(14)]
    path = saved(frames[0], tmp_path / "b.gif", save_all=True, append_images=frames[1:])

    with pytest.raises(MediaTooLargeError):
        inspect_image(path)


def test_a_picture_just_within_the_limit_is_taken(tmp_path: Path) -> None:
    path = saved(Image.new("1", (10_000, 5_000)), tmp_path / "large.png")

    assert inspect_image(path).width_px == 10_000


# Colors


def test_display_p3_becomes_srgb(tmp_path: Path) -> None:
    # Display P3 (234, 51, 35) is sRGB's pure red (CSS Color 4, sample conversions).
    source = Image.new("RGB", (60, 40), (234, 51, 35))
    path = saved(source, tmp_path / "p3.png", icc_profile=display_p3())

    assert near(made(path, small()).getpixel((30, 20)), (255, 0, 0), tolerance=10)


def test_transparency_survives_the_profile(tmp_path: Path) -> None:
    source = Image.new("RGBA", (60, 40), (234, 51, 35, 128))
    path = saved(source, tmp_path / "p3.png", icc_profile=display_p3())

    assert near(made(path, small()).getpixel((30, 20)), (255, 0, 0, 128), tolerance=10)


def test_cmyk_is_converted_by_its_profile(tmp_path: Path) -> None:
    source = Image.new("CMYK", (60, 40), (0, 255, 255, 0))
    plain = saved(source, tmp_path / "plain.jpg", quality=95)
    managed = saved(source, tmp_path / "press.jpg", quality=95, icc_profile=dull_press())

    # Full yellow and magenta on coated paper (SWOP), out of sRGB's reach in green.
    assert near(made(plain, small()).getpixel((30, 20)), (231, 0, 17))
    # Lab (48, 50, 30) in sRGB.
    assert near(made(managed, small()).getpixel((30, 20)), (189, 69, 66), tolerance=12)


def test_a_damaged_profile_does_not_stop_the_picture(tmp_path: Path) -> None:
    path = saved(Image.new("RGB", (60, 40), "blue"), tmp_path / "a.png", icc_profile=b"junk" * 40)

    assert made(path, small()).getpixel((30, 20)) == (0, 0, 255)


def test_sixteen_bits_do_not_clip(tmp_path: Path) -> None:
    path = saved(Image.new("I;16", (60, 40), 0x8000), tmp_path / "deep.png")

    assert near(made(path, small()).getpixel((30, 20)), (128, 128, 128), tolerance=1)


def test_transparency_lies_on_white_in_jpeg(tmp_path: Path) -> None:
    # The hidden red under full transparency must not show, nor black.
    path = saved(Image.new("RGBA", (60, 40), (255, 0, 0, 0)), tmp_path / "a.png")

    assert near(made(path, small("jpeg")).getpixel((30, 20)), (255, 255, 255))
    assert made(path, small("webp")).mode == "RGBA"


def test_a_palette_is_smoothed_not_dithered(tmp_path: Path) -> None:
    path = saved(photo().quantize(256), tmp_path / "palette.png")

    picture = made(path, ImageRecipe(width_px=300, height_px=200, format="png"))

    assert picture.mode == "RGB"
    assert len(picture.getcolors(60_000) or []) > 256


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("image_format", FORMATS)
def test_every_mode_goes_into_every_format(
    tmp_path: Path, mode: str, image_format: ImageFormat
) -> None:
    blank = Image.new("P", (90, 60), 3) if mode == "PA" else Image.new(mode, (90, 60))
    path = saved(blank, tmp_path / "a.png")

    assert made(path, small(image_format)).mode in {"RGB", "RGBA"}


def test_an_animation_gives_its_first_frame(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (60, 40), color) for color in ("red", "green", "blue")]
    path = saved(frames[0], tmp_path / "a.gif", save_all=True, append_images=frames[1:])

    picture = made(path, small("webp"))

    assert getattr(picture, "n_frames", 1) == 1
    assert near(picture.convert("RGB").getpixel((30, 20)), (255, 0, 0), tolerance=8)


# Crops, sizes, bytes


@pytest.mark.parametrize(("x", "y"), [(60, 60), (540, 60), (300, 340), (590, 390)])
@pytest.mark.parametrize("size", [(100, 300), (300, 60), (90, 90), (1200, 300)])
def test_the_focus_stays_in_the_picture(
    tmp_path: Path, x: int, y: int, size: tuple[int, int]
) -> None:
    path = saved(with_dot(Image.new("RGB", (600, 400)), x, y), tmp_path / "a.png")
    frame = cover(600, 400, *size, Focus(x=x / 600, y=y / 400))

    picture = made(
        path, ImageRecipe(width_px=size[0], height_px=size[1], format="png", frame=frame)
    )

    reds = picture.convert("RGB").getchannel("R")
    assert reds.getextrema()[1] > 200


@pytest.mark.parametrize("shrink", [1.5, 3, 5, 9, 20])
def test_shrinking_in_steps_is_as_good_as_in_one(tmp_path: Path, shrink: float) -> None:
    source = photo(1203, 901)
    path = saved(source, tmp_path / "a.png")
    size = (round(900 / shrink), round(900 / shrink))
    frame = Frame(left=152, top=0, right=1052, bottom=900)

    picture = made(
        path, ImageRecipe(width_px=size[0], height_px=size[1], format="png", frame=frame)
    )

    exact = source.resize(size, Image.Resampling.LANCZOS, box=(152, 0, 1052, 900))
    assert max(ImageStat.Stat(ImageChops.difference(picture, exact)).rms) < 1.5


def test_invented_pixels_are_reported(tmp_path: Path) -> None:
    path = saved(photo(600, 400), tmp_path / "a.jpg")
    large, fitting = tmp_path / "l.jpg", tmp_path / "f.jpg"

    first, second = make_images(
        path,
        [
            (ImageRecipe(width_px=1200, height_px=600), large),
            (ImageRecipe(width_px=400, height_px=400), fitting),
        ],
    )

    assert first.upscaled == pytest.approx(2)
    assert second.upscaled == 1


@pytest.mark.parametrize("image_format", FORMATS)
def test_no_metadata_is_left(tmp_path: Path, image_format: ImageFormat) -> None:
    source = photo(90, 60)
    exif = source.getexif()
    exif[0x010E] = "CANARY description"
    exif.get_ifd(0x8825)[1] = "CANARY"
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>CANARY</x:xmpmeta>"
    profile = display_p3()
    for name in ("a.jpg", "a.webp", "a.png"):
        extra = {"comment": b"CANARY"} if name == "a.jpg" else {}
        path = saved(source, tmp_path / name, exif=exif, xmp=xmp, icc_profile=profile, **extra)

        picture = made(path, small(image_format))

        data = (tmp_path / f"made.{small(image_format).suffix}").read_bytes()
        assert b"CANARY" not in data
        assert b"Display P3" not in data
        assert not {"exif", "icc_profile", "xmp", "comment"} & set(picture.info)


def test_a_jpeg_is_progressive_with_half_the_color_samples(tmp_path: Path) -> None:
    path = saved(photo(), tmp_path / "a.png")
    target = tmp_path / "made.jpg"
    list(make_images(path, [(ImageRecipe(width_px=300, height_px=200), target)]))

    with Image.open(target) as picture:
        assert picture.info["progressive"]
        assert picture.layer[0][1:3] == (2, 2)  # type: ignore[attr-defined]


@pytest.mark.parametrize("image_format", ["jpeg", "webp", "avif"])
def test_a_byte_budget_lowers_the_quality_just_enough(
    tmp_path: Path, image_format: ImageFormat
) -> None:
    path = saved(photo(grain=60), tmp_path / "a.png")
    free = ImageRecipe(width_px=400, height_px=300, format=image_format, quality=90)
    target = tmp_path / "made"
    (unbounded,) = make_images(path, [(free, target)])
    budget = unbounded.bytes * 7 // 10

    (bounded,) = make_images(path, [(free.model_copy(update={"max_bytes": budget}), target)])

    assert budget * 0.8 < bounded.bytes <= budget


@pytest.mark.parametrize("image_format", FORMATS)
def test_an_impossible_budget_is_refused(tmp_path: Path, image_format: ImageFormat) -> None:
    path = saved(photo(grain=60), tmp_path / "a.png")
    recipe = ImageRecipe(width_px=400, height_px=300, format=image_format, max_bytes=900)

    with pytest.raises(BudgetError, match="calmer picture"):
        list(make_images(path, [(recipe, tmp_path / "made")]))
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]


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
