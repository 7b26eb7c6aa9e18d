"""Files as people send them: turned, of odd colors, cut off, empty, or called what they aren't."""

from collections.abc import Callable
from pathlib import Path

import pillow_heif
from PIL import Image

from omnicontent.media.pictures.vips import pyvips
from tests.media.profiles import display_p3
from tests.media.sample_films import ffmpeg, make_film

Draw = Callable[[Path], object]
RED = (192, 48, 48)
FAST = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
VP8 = ("-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus")
MPEG4 = ("-c:v", "mpeg4", "-c:a", "mp3")


def picture(mode: str = "RGB", orientation: int = 0, **options: object) -> Draw:
    """Return what draws a picture that lies 60 wide and 40 high in its file."""
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    flat = Image.new("RGB", (60, 40), RED).convert(mode)
    return lambda path: flat.save(path, exif=exif, **options)


def grainy(path: Path) -> None:
    """Draw a picture whose half is not all of its pixels."""
    Image.effect_noise((60, 40), 90).save(path)


def deep(path: Path) -> None:
    """Draw a picture of 16 bits."""
    pixels = (pyvips.Image.black(60, 40, bands=3) + 40_000).cast("ushort")
    pixels.copy(interpretation="rgb16").pngsave(str(path), bitdepth=16)


def heic(path: Path) -> None:
    """Draw a picture as phones do."""
    pillow_heif.from_pillow(Image.new("RGB", (60, 40), RED)).save(path)


def in_display_p3(path: Path) -> None:
    """Draw a picture in the colors of phones."""
    picture(icc_profile=display_p3())(path)


def film(size: str = "64x48", sound: str = "stereo", codec: tuple[str, ...] = FAST) -> Draw:
    """Return what draws a second of a film."""
    drawn = f"testsrc=s={size}:r=10"
    return lambda path: make_film(path, picture=drawn, seconds=1, sound=sound, codec=codec)


def film_turned(path: Path) -> None:
    """Draw a film that a phone held upright has taken."""
    lying = path.with_name("lying.mp4")
    film()(lying)
    ffmpeg("-display_rotation", "90", "-i", lying, "-c", "copy", path)


def film_of_varying_rate(path: Path) -> None:
    """Draw a film with every frame of its first half and every fifth of the other."""
    some = r"testsrc2=s=64x48:r=30,select='lt(n\,15)+not(mod(n\,5))'"
    ffmpeg("-f", "lavfi", "-i", some, "-t", "1", "-fps_mode", "vfr", *FAST, path)


def half_of(draw: Draw) -> Draw:
    """Return what draws a file that an upload has left off in the middle of."""

    def cut(path: Path) -> None:
        draw(path)
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])

    return cut


def called_otherwise(draw: Draw, suffix: str) -> Draw:
    """Return what draws a file of another kind than its name says."""

    def rename(path: Path) -> None:
        draw(path.with_suffix(suffix))
        path.with_suffix(suffix).rename(path)

    return rename


def playlist(path: Path) -> None:
    """Write a text that makes ffmpeg open other files, if it is let."""
    path.write_text("ffconcat version 1.0\nfile '/etc/hostname'\n")
