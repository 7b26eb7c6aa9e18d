"""Opening picture files that nobody has vetted, by Pillow (and pillow-heif for HEIC).

Pillow, since it reads every format that cameras and designers send, decodes once into memory
that all crops share, and its limits can be checked before a single pixel is decoded.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms, ImageFile, ImageOps

from omnicontent.media.errors import MediaTooLargeError, UnreadableMediaError

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
_SRGB = ImageCms.createProfile("sRGB")

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
        raise UnreadableMediaError(
            "The file is not a whole JPEG, PNG, WebP, AVIF, HEIC or GIF picture. "
            "Export it anew and upload it again."
        ) from error


def load_upright(image: ImageFile.ImageFile) -> Image.Image:
    """Decode the first frame: upright, in sRGB, mode RGB or RGBA, free of metadata."""
    image.load()
    upright = ImageOps.exif_transpose(image) or image
    result = _to_srgb(upright)
    # The encoders of PNG and AVIF would write the profile and texts that are left here.
    result.info = {}
    return result


def upright_size(image: ImageFile.ImageFile) -> tuple[int, int]:
    """Return width and height as seen after the EXIF rotation."""
    turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (image.height, image.width) if turned else (image.width, image.height)


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_size(image: ImageFile.ImageFile) -> None:
    # The further pictures in an MPO are a camera's previews and gain maps: never decoded.
    frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
    if image.width * image.height * frames > PIXELS_MAX or max(image.size) > SIDE_MAX:
        raise _too_large()


def _too_large() -> MediaTooLargeError:
    return MediaTooLargeError(
        f"The picture has more than {PIXELS_MAX // 1_000_000} million pixels over all its "
        "frames. Make it smaller and upload it again."
    )


def _to_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode.startswith("I"):
        # convert() alone would clip 16 bits to white.
        image = image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    elif image.mode not in ("L", "CMYK"):
        image = image.convert(mode)
    if profile:
        image = _apply_profile(image, profile)
    return image if image.mode == mode else image.convert(mode)


def _apply_profile(image: Image.Image, icc: bytes) -> Image.Image:
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(icc))
        if "srgb" in ImageCms.getProfileDescription(profile).lower():
            return image
        opaque = image.convert("RGB") if image.mode == "RGBA" else image
        converted = ImageCms.profileToProfile(
            opaque,
            profile,
            _SRGB,
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        # A damaged profile makes colors a little off; refusing the picture would help nobody.
        return image
    if converted is None:
        return image
    if image.mode == "RGBA":
        converted.putalpha(image.getchannel("A"))
    return converted
