"""Opening picture files that nobody has vetted: what they are, before any pixel is decoded.

Pillow (and pillow-heif for HEIC) reads the headers, since it knows every format that cameras and
designers send and tells their size and frames without decoding. ``decoding`` then takes the
pixels.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pillow_heif
from PIL import Image, ImageFile

from omnicontent.media.errors import MediaTooLargeError, UnreadableMediaError
from omnicontent.phrases import phrase as _

PIXELS_MAX = 50_000_000
SIDE_MAX = 30_000
FORMATS = {
    "JPEG": "jpeg",
    "MPO": "jpeg",
    "PNG": "png",
    "WEBP": "webp",
    "AVIF": "avif",
    "HEIF": "heic",
    "GIF": "gif",
}
_OPENERS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF")
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)

Image.MAX_IMAGE_PIXELS = PIXELS_MAX
pillow_heif.register_heif_opener(thumbnails=False)


@contextmanager
def opened(path: Path) -> Iterator[ImageFile.ImageFile]:
    """Open a picture by its content, its size checked before any pixel is decoded.

    :raises UnreadableMediaError: no format we take, or damaged.
    :raises MediaTooLargeError: more than ``PIXELS_MAX`` pixels over all frames.
    """
    try:
        with Image.open(path, formats=_OPENERS) as image:
            _check_size(image)
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except FileNotFoundError:
        raise
    except (OSError, SyntaxError, ValueError, EOFError, RuntimeError) as error:
        raise damaged() from error


def damaged() -> UnreadableMediaError:
    """Return the error for a file that is no whole picture."""
    return UnreadableMediaError(
        _(
            "The file is not a whole JPEG, PNG, WebP, AVIF, HEIC or GIF picture. "
            "Export it anew and upload it again."
        )
    )


def orientation(image: ImageFile.ImageFile) -> int:
    """Return how the picture must be turned to stand upright: EXIF's number, 1 for not at all."""
    if image.format == "PNG" and "exif" not in image.info:
        # Pillow would decode all pixels to look behind them, where browsers look for none.
        return 1
    number = image.getexif().get(_ORIENTATION, 1)
    return number if number in range(1, 9) else 1


def upright_size(image: ImageFile.ImageFile) -> tuple[int, int]:
    """Return width and height as seen after the EXIF rotation."""
    turned = orientation(image) in _TURNED
    return (image.height, image.width) if turned else (image.width, image.height)


def frame_count(image: ImageFile.ImageFile) -> int:
    """Return how many moments an animation shows, 1 for a still picture."""
    # The further pictures in an MPO or HEIC are previews, gain maps and bursts, never decoded.
    return 1 if image.format in ("MPO", "HEIF") else int(getattr(image, "n_frames", 1))


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_size(image: ImageFile.ImageFile) -> None:
    pixels = image.width * image.height * frame_count(image)
    if pixels > PIXELS_MAX or max(image.size) > SIDE_MAX:
        raise _too_large()


def _too_large() -> MediaTooLargeError:
    return MediaTooLargeError(
        _(
            "The picture has more than %(n)s million pixels over all its frames. Make it smaller "
            "and upload it again.",
            n=PIXELS_MAX // 1_000_000,
        )
    )
