"""Every color to sRGB, which all surfaces show, before anything is cut or scaled.

libvips converts through LittleCMS and copes with what designers send: Display P3 and Adobe RGB,
CMYK, gray, 16 bits. A damaged profile, or one for another kind of color, is passed over: colors a
little off help more than a refusal.
"""

from contextlib import suppress
from io import BytesIO

from PIL import ImageCms

from omnicontent.media.pictures.vips import pyvips

PROFILE = "icc-profile-data"
_OPAQUE = 255


def to_srgb(image: pyvips.Image) -> pyvips.Image:
    """Return the picture in sRGB, 8 bits a band: red, green, blue and, if it has one, alpha.

    CMYK that doesn't say for which press it is meant is taken for coated paper (SWOP).
    """
    if image.interpretation == "cmyk" or _tells_other_colors(image):
        with suppress(pyvips.Error):
            return _managed(image)
        image = image.copy()
        image.remove(PROFILE)
    return image.colourspace("srgb")


def has_transparency(image: pyvips.Image) -> bool:
    """Tell whether any pixel of a picture in sRGB lets its ground through."""
    return bool(image.bands == 4 and image[3].min() < _OPAQUE)


def _managed(image: pyvips.Image) -> pyvips.Image:
    return image.icc_transform(
        "srgb",
        embedded=True,
        input_profile="cmyk" if image.interpretation == "cmyk" else "srgb",
        intent="relative",
        black_point_compensation=True,
        depth=8,
    )


def _tells_other_colors(image: pyvips.Image) -> bool:
    if not image.get_typeof(PROFILE):
        return False
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(image.get(PROFILE)))
        return "srgb" not in ImageCms.getProfileDescription(profile).lower()
    except (ImageCms.PyCMSError, OSError):
        return False
