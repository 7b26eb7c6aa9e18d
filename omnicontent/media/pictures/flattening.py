"""Putting a transparent picture on a ground, for files and printers that know no transparency."""

from PIL import Image


def flattened(picture: Image.Image, background: str) -> Image.Image:
    """Return the picture as seen on ``background``, "#rrggbb", in mode RGB.

    It is mixed as browsers mix it (CSS Compositing, in sRGB), so that a logo's edges look
    alike in a JPEG and in a PNG on a page of that color.
    """
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, background)
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground
