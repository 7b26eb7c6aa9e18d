"""Whatever colors a file holds, a rendition shows them in sRGB."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from omnicontent.media.pictures.vips import pyvips
from omnicontent.media.recipes import ImageFormat, ImageRecipe
from tests.media.making import FORMATS, made, small
from tests.media.photos import near, photo, saved
from tests.media.profiles import display_p3, dull_press


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif"])
def test_display_p3_becomes_srgb(tmp_path: Path, suffix: str) -> None:
    # Display P3 (234, 51, 35) is sRGB's pure red (CSS Color 4, sample conversions).
    source = Image.new("RGB", (60, 40), (234, 51, 35))
    path = saved(source, tmp_path / f"p3.{suffix}", icc_profile=display_p3(), quality=95)

    assert near(made(path, small()).getpixel((30, 20)), (255, 0, 0), tolerance=10)


def test_a_heic_in_display_p3_becomes_srgb(tmp_path: Path) -> None:
    path = tmp_path / "phone.heic"
    source = Image.new("RGB", (64, 64), (234, 51, 35))
    source.save(path, "HEIF", icc_profile=display_p3(), quality=95)

    assert near(made(path, small()).getpixel((30, 20)), (255, 0, 0), tolerance=14)


def test_transparency_survives_the_profile(tmp_path: Path) -> None:
    source = Image.new("RGBA", (60, 40), (234, 51, 35, 128))
    path = saved(source, tmp_path / "p3.png", icc_profile=display_p3())

    assert near(made(path, small()).getpixel((30, 20)), (255, 0, 0, 128), tolerance=10)


def test_cmyk_is_converted_by_its_profile(tmp_path: Path) -> None:
    source = Image.new("CMYK", (60, 40), (0, 255, 255, 0))
    path = saved(source, tmp_path / "press.jpg", quality=95, icc_profile=dull_press())

    # Lab (48, 50, 30) in sRGB.
    assert near(made(path, small()).getpixel((30, 20)), (189, 69, 66), tolerance=12)


@pytest.mark.parametrize(
    ("ink", "shown"),
    [
        ((0, 0, 0, 0), (255, 255, 255)),
        ((0, 255, 255, 0), (231, 0, 17)),  # no screen's red: coated paper's (SWOP)
        ((0, 0, 0, 255), (35, 31, 32)),
    ],
)
def test_cmyk_without_a_profile_looks_as_printed(
    tmp_path: Path, ink: tuple[int, ...], shown: tuple[int, ...]
) -> None:
    path = saved(Image.new("CMYK", (60, 40), ink), tmp_path / "plain.jpg", quality=95)

    assert near(made(path, small()).getpixel((30, 20)), shown, tolerance=40 if ink[3] else 6)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_a_damaged_profile_does_not_stop_the_picture(tmp_path: Path, suffix: str) -> None:
    source = Image.new("RGB", (60, 40), "blue")
    path = saved(source, tmp_path / f"a.{suffix}", icc_profile=b"junk" * 40, quality=95)

    assert near(made(path, small()).getpixel((30, 20)), (0, 0, 255))


@pytest.mark.parametrize(
    ("mode", "suffix", "profile"),
    [
        ("RGB", "png", display_p3()),
        ("RGB", "webp", display_p3()),
        ("CMYK", "jpg", dull_press()),
    ],
)
def test_no_profile_however_damaged_stops_the_picture(
    tmp_path: Path, mode: str, suffix: str, profile: bytes
) -> None:
    random = np.random.default_rng(3)
    for number in range(40):
        broken = bytearray(profile)
        for place in random.integers(0, len(profile), 1 + number % 8):
            broken[place] = random.integers(0, 256)
        source = Image.new(mode, (16, 16))
        path = saved(source, tmp_path / f"a.{suffix}", icc_profile=bytes(broken))

        assert made(path, small("jpeg")).mode == "RGB"


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("profile", [display_p3(), dull_press()], ids=["rgb", "cmyk"])
def test_a_profile_for_other_colors_is_passed_over(
    tmp_path: Path, mode: str, profile: bytes
) -> None:
    path = saved(Image.new(mode, (60, 40)), tmp_path / "a.jpg", icc_profile=profile, quality=95)

    assert made(path, small()).mode == "RGB"


def test_sixteen_bits_do_not_clip(tmp_path: Path) -> None:
    path = saved(Image.new("I;16", (60, 40), 0x8000), tmp_path / "deep.png")

    assert near(made(path, small()).getpixel((30, 20)), (128, 128, 128), tolerance=1)


@pytest.mark.parametrize("color", [(0x8000, 0x4000, 0xFFFF), (0x8000, 0x4000, 0xFFFF, 0x8000)])
def test_sixteen_bits_of_every_band_come_through(tmp_path: Path, color: tuple[int, ...]) -> None:
    pixels = np.full((40, 60, len(color)), color, np.uint16)
    path = tmp_path / "deep.png"
    pyvips.Image.new_from_array(pixels, interpretation="rgb16").pngsave(str(path), bitdepth=16)

    shown = tuple(value >> 8 for value in color)
    assert near(made(path, small()).getpixel((30, 20)), shown, tolerance=1)


def test_a_palette_is_smoothed_not_dithered(tmp_path: Path) -> None:
    path = saved(photo().quantize(256), tmp_path / "palette.png")

    picture = made(path, ImageRecipe(width_px=300, height_px=200, format="png"))

    assert picture.mode == "RGB"
    assert len(picture.getcolors(60_000) or []) > 256


@pytest.mark.parametrize("suffix", ["png", "gif"])
def test_a_palette_keeps_its_transparent_color(tmp_path: Path, suffix: str) -> None:
    source = Image.new("P", (60, 40), 1)
    source.putpalette([255, 0, 0, 0, 0, 255])
    source.paste(0, (0, 0, 30, 40))
    path = saved(source, tmp_path / f"a.{suffix}", transparency=1)

    picture = made(path, small())

    assert picture.getpixel((10, 20)) == (255, 0, 0, 255)
    assert picture.getpixel((50, 20))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("image_format", FORMATS)
def test_every_mode_goes_into_every_format(
    tmp_path: Path, mode: str, image_format: ImageFormat
) -> None:
    blank = Image.new("P", (90, 60), 3) if mode == "PA" else Image.new(mode, (90, 60))
    path = saved(blank, tmp_path / "a.png")

    assert made(path, small(image_format)).mode in {"RGB", "RGBA"}


# Transparency


def test_what_is_opaque_everywhere_has_no_transparency(tmp_path: Path) -> None:
    path = saved(Image.new("RGBA", (90, 60), (10, 20, 30, 255)), tmp_path / "a.png")

    assert made(path, small()).mode == "RGB"


@pytest.mark.parametrize("background", ["#ffffff", "#2f6b3c", "#000000"])
def test_transparency_lies_on_the_brand_color_in_jpeg(tmp_path: Path, background: str) -> None:
    # The hidden red under full transparency must not show, nor black.
    path = saved(Image.new("RGBA", (60, 40), (255, 0, 0, 0)), tmp_path / "a.png")

    picture = made(path, small("jpeg", background=background))

    expected = Image.new("RGB", (1, 1), background).getpixel((0, 0))
    assert isinstance(expected, tuple)
    assert near(picture.getpixel((30, 20)), expected)


@pytest.mark.parametrize("image_format", ["png", "webp", "avif"])
def test_transparency_is_kept_where_the_format_knows_it(
    tmp_path: Path, image_format: ImageFormat
) -> None:
    path = saved(_logo((0, 90, 0)), tmp_path / "a.png")

    picture = made(path, small(image_format, quality=95))

    assert picture.mode == "RGBA"
    assert near(picture.getpixel((30, 20)), (0, 90, 0, 255), tolerance=8)
    assert near(picture.getpixel((0, 0))[3:], (0,))  # type: ignore[index]


@pytest.mark.parametrize("size", [(200, 133), (450, 300), (900, 600)])
@pytest.mark.parametrize("background", ["#ffffff", "#2f6b3c"])
def test_a_logos_edges_have_no_fringe(
    tmp_path: Path, size: tuple[int, int], background: str
) -> None:
    """Nothing of the red that is hidden around a green logo comes into its edges."""
    logo = _logo((47, 107, 60), hidden=(255, 0, 0))
    path = saved(logo, tmp_path / "a.png")
    width, height = size
    recipe = ImageRecipe(
        width_px=width, height_px=height, format="jpeg", quality=100, background=background
    )

    picture = made(path, recipe)

    ideal = Image.new("RGB", logo.size, background)
    ideal.paste(logo, mask=logo.getchannel("A"))
    ideal = ideal.resize(size, Image.Resampling.LANCZOS)
    assert max(ImageStat.Stat(ImageChops.difference(picture, ideal)).rms) < 4


def _logo(
    color: tuple[int, int, int], hidden: tuple[int, int, int] = (255, 255, 255)
) -> Image.Image:
    """A disc with smooth edges whose surroundings hide a color."""
    mask = Image.new("L", (2400, 1600))
    ImageDraw.Draw(mask).ellipse((600, 200, 1800, 1400), fill=255)
    mask = mask.resize((600, 400), Image.Resampling.LANCZOS)
    logo = Image.new("RGBA", mask.size, (*hidden, 0))
    logo.paste(
        Image.new("RGBA", mask.size, (*color, 255)), mask=mask.point(lambda v: 255 * (v > 0))
    )
    logo.putalpha(mask)
    return logo
