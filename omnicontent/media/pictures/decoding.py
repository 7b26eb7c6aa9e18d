"""Decoding a picture once, into memory that all its renditions share.

libvips decodes JPEG and PNG in half of Pillow's time, and takes their 16 bits and CMYK as they
are. The other formats come through Pillow: it is twice as fast for AVIF, as fast for WebP, and the
wheel of libvips reads no HEIC.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import Image, ImageFile, ImageOps

from omnicontent.media.pictures.colors import PROFILE, has_transparency, to_srgb
from omnicontent.media.pictures.opening import damaged, frame_count, orientation
from omnicontent.media.pictures.vips import pyvips

_CHECK_SHRINK: Final = 8


def decode(path: Path, image: ImageFile.ImageFile) -> pyvips.Image:
    """Return the first frame in memory: upright, sRGB, 8 bits; 3 bands, or 4 if transparent.

    ``image`` is the file at ``path`` as ``opened`` gave it.

    :raises UnreadableMediaError: truncated or damaged.
    """
    if not _is_for_vips(image):
        image.load()
        return decode_frame(image)
    with _damage_told():
        flat = _opaque_if_it_is(to_srgb(_loaded(path, image)).copy_memory())
        turn = orientation(image)
        if turn == 1:
            return flat
        flat = flat.copy()
        flat.set_type(pyvips.GValue.gint_type, "orientation", turn)
        return flat.autorot().copy_memory()


def decode_frame(frame: Image.Image) -> pyvips.Image:
    """Return what Pillow has decoded as :func:`decode` would."""
    upright = ImageOps.exif_transpose(frame)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    data = upright.convert(mode).tobytes()
    pixels = pyvips.Image.new_from_memory(data, *upright.size, len(mode), "uchar")
    pixels = pixels.copy(interpretation="srgb")
    if icc := frame.info.get("icc_profile"):
        pixels.set_type(pyvips.GValue.blob_type, PROFILE, icc)
    return _opaque_if_it_is(to_srgb(pixels).copy_memory())


def check(path: Path, image: ImageFile.ImageFile) -> None:
    """Read every frame to its end by the decoder that will be used, as cheaply as it can.

    :raises UnreadableMediaError: truncated or damaged.
    """
    if _is_for_vips(image):
        with _damage_told():
            _loaded(path, image, **_quickest(image)).avg()
    if frame_count(image) > 1 or not _is_for_vips(image):
        for number in range(frame_count(image)):
            image.seek(number)
            image.load()


def _is_for_vips(image: ImageFile.ImageFile) -> bool:
    return image.format in ("JPEG", "MPO", "PNG")


def _quickest(image: ImageFile.ImageFile) -> dict[str, int]:
    """Return the options to read a file to its end: a JPEG at an eighth of its size."""
    if image.format == "PNG" or min(image.size) < _CHECK_SHRINK:
        return {}
    return {"shrink": _CHECK_SHRINK}


def _loaded(path: Path, image: ImageFile.ImageFile, **options: int) -> pyvips.Image:
    load = pyvips.Image.pngload if image.format == "PNG" else pyvips.Image.jpegload
    loaded = load(str(path), access="sequential", fail_on="truncated", **options)
    if not options and (loaded.width, loaded.height) != image.size:
        # The size that was checked is not the size that would be decoded.
        raise damaged()
    return loaded


def _opaque_if_it_is(image: pyvips.Image) -> pyvips.Image:
    return image if image.bands == 3 or has_transparency(image) else image[:3].copy_memory()


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except pyvips.Error as error:
        raise damaged() from error
