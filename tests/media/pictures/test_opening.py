"""Which files are taken, what they are, and that a fault is told at upload."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageChops, ImageStat
from PIL.Image import Transpose

from omnicontent.media.errors import MediaError, MediaTooLargeError, UnreadableMediaError
from omnicontent.media.pictures.images import inspect_image, make_images
from omnicontent.media.recipes import ImageRecipe
from tests.media.making import made, small
from tests.media.photos import near, photo, saved

SAVED = ("jpg", "png", "webp", "avif", "gif")
TURNS = {
    1: None,
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}
"""How a picture must lie in its file so that EXIF's number brings it upright."""


@pytest.mark.parametrize("suffix", SAVED)
def test_every_format_is_told_by_content_not_by_name(tmp_path: Path, suffix: str) -> None:
    path = saved(photo(), tmp_path / f"a.{suffix}").rename(tmp_path / "photo.txt")

    facts = inspect_image(path)

    assert (facts.width_px, facts.height_px) == (600, 400)
    assert facts.format == {"jpg": "jpeg"}.get(suffix, suffix)
    assert len(facts.digest) == 64


def test_heic_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "phone.heic"
    pillow_heif.from_pillow(Image.new("RGB", (64, 32), (200, 30, 30))).save(path)

    assert inspect_image(path).format == "heic"
    assert near(made(path, small()).getpixel((30, 20)), (200, 30, 30))


def test_a_stereo_photo_shows_its_first_picture(tmp_path: Path) -> None:
    left, right = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (60, 40), "blue")
    path = saved(left, tmp_path / "a.mpo", save_all=True, append_images=[right])

    assert inspect_image(path).format == "jpeg"
    assert near(made(path, small()).getpixel((30, 20)), (254, 0, 0))


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif"])
@pytest.mark.parametrize("number", TURNS)
def test_every_picture_stands_upright(tmp_path: Path, number: int, suffix: str) -> None:
    upright = photo(90, 60, grain=0)
    turn = TURNS[number]
    exif = Image.Exif()
    exif[0x0112] = number
    lying = upright.transpose(turn) if turn is not None else upright
    path = saved(lying, tmp_path / f"a.{suffix}", exif=exif, quality=95)

    facts = inspect_image(path)
    picture = made(path, ImageRecipe(width_px=90, height_px=60, format="png"))

    assert (facts.width_px, facts.height_px) == (90, 60)
    assert max(ImageStat.Stat(ImageChops.difference(picture, upright)).rms) < 6


def test_a_turned_heic_stands_upright(tmp_path: Path) -> None:
    path = tmp_path / "phone.heic"
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = photo(96, 64, grain=0)
    lying = upright.transpose(Transpose.ROTATE_90)
    lying.save(path, "HEIF", exif=exif.tobytes(), quality=95)

    facts = inspect_image(path)
    picture = made(path, ImageRecipe(width_px=96, height_px=64, format="png"))

    assert (facts.width_px, facts.height_px) == (96, 64)
    assert max(ImageStat.Stat(ImageChops.difference(picture, upright)).rms) < 8


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (33, 17), (2, 3)])
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif", "gif"])
def test_odd_sizes_are_taken(tmp_path: Path, size: tuple[int, int], suffix: str) -> None:
    path = saved(Image.new("RGB", size, (200, 30, 30)), tmp_path / f"a.{suffix}")

    facts = inspect_image(path)

    assert (facts.width_px, facts.height_px) == size
    assert near(made(path, small()).getpixel((30, 20)), (200, 30, 30))


def _chunk(name: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check


def _png(width: int, height: int, *chunks: bytes) -> bytes:
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + _chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\xff\xd8\xff",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.4\n",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"P6 1 1 255 abc",
        b"II*\0\x08\0\0\0",
        b"BM" + bytes(60),
        b"plain words",
        _png(9, 9),
        _png(9, 9, _chunk(b"IDAT", b"no pixels")),
        _png(0, 9),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)

    with pytest.raises(UnreadableMediaError, match="upload it again"):
        inspect_image(path)


@pytest.mark.parametrize("suffix", SAVED)
@pytest.mark.parametrize("share", [0.2, 0.67, 0.95])
def test_a_truncated_picture_is_refused(tmp_path: Path, suffix: str, share: float) -> None:
    path = saved(photo(), tmp_path / f"photo.{suffix}")
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])

    with pytest.raises(UnreadableMediaError):
        inspect_image(path)
    with pytest.raises(UnreadableMediaError):
        list(make_images(path, [(small(), tmp_path / "made.png")]))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_truncated_heic_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "phone.heic"
    pillow_heif.from_pillow(photo()).save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])

    with pytest.raises(UnreadableMediaError):
        inspect_image(path)


@pytest.mark.parametrize("suffix", ["gif", "webp", "png"])
def test_an_animation_that_breaks_off_later_is_refused(tmp_path: Path, suffix: str) -> None:
    frames = [photo(90, 60, grain=grain) for grain in (10, 20, 30, 40)]
    path = saved(frames[0], tmp_path / f"a.{suffix}", save_all=True, append_images=frames[1:])
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 4 // 5])

    with pytest.raises(UnreadableMediaError):
        inspect_image(path)


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    path = saved(Image.new("1", (20_000, 20_000)), tmp_path / "bomb.png")
    assert path.stat().st_size < 100_000

    with pytest.raises(MediaTooLargeError, match="50 million pixels"):
        inspect_image(path)


@pytest.mark.parametrize(
    "size", [(2**31 - 1, 2**31 - 1), (60_000, 1), (31_000, 2), (10_000, 5_001)]
)
def test_a_huge_size_in_the_header_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(_png(*size, _chunk(b"IDAT", zlib.compress(b""))))

    with pytest.raises(MediaTooLargeError, match="Make it smaller"):
        inspect_image(path)


def test_a_bomb_of_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.png"
    text = _chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(80_000_000)))
    path.write_bytes(_png(9, 9, text, _chunk(b"IDAT", zlib.compress(bytes(28 * 9)))))

    with pytest.raises(UnreadableMediaError):
        inspect_image(path)


def test_the_pixels_of_all_frames_count(tmp_path: Path) -> None:
    frames = [Image.new("P", (2000, 2000), index) for index in range(14)]
    path = saved(frames[0], tmp_path / "b.gif", save_all=True, append_images=frames[1:])

    with pytest.raises(MediaTooLargeError):
        inspect_image(path)


def test_a_picture_just_within_the_limit_is_taken(tmp_path: Path) -> None:
    path = saved(Image.new("1", (10_000, 5_000)), tmp_path / "large.png")

    assert inspect_image(path).width_px == 10_000


@pytest.mark.parametrize("suffix", [*SAVED, "heic"])
def test_what_passes_at_upload_can_be_made_and_what_breaks_says_so(
    tmp_path: Path, suffix: str
) -> None:
    """Flipped bytes give a picture or a refusal, never another error, and never only later."""
    whole = tmp_path / f"whole.{suffix}"
    photo(64, 48).save(whole, "HEIF" if suffix == "heic" else None)
    data = whole.read_bytes()
    random = np.random.default_rng(7)
    path = tmp_path / "broken"
    for number in range(60):
        broken = bytearray(data)
        for place in random.integers(0, len(data), 1 + number % 6):
            broken[place] = random.integers(0, 256)
        path.write_bytes(bytes(broken))
        if _passes(path):
            list(make_images(path, [(small(), tmp_path / "made.png")]))


def _passes(path: Path) -> bool:
    try:
        inspect_image(path)
    except MediaError:
        return False
    return True


def test_a_missing_file_is_no_fault_of_the_picture(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        inspect_image(tmp_path / "none.jpg")
