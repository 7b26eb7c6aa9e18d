"""The ground under words in a picture: just as strong as they need, in the brand's color."""

from PIL import Image, ImageColor, ImageStat

from omnicontent.media.words.contrast import BLACK, WHITE, Color, contrast

CONTRAST_MIN = 4.5
"""WCAG 2.2, 1.4.3 (https://www.w3.org/TR/WCAG22/#contrast-minimum)."""
_PERCENTS = range(55, 100, 5)

Box = tuple[int, int, int, int]


def on_scrim(picture: Image.Image, box: Box, color: str = "") -> tuple[Image.Image, Color]:
    """Return the picture, tinted from above the box to its bottom, and the ink that reads there.

    The contrast is measured on the tinted pixels. ``color``, "#rrggbb", is the tint; it is black
    where there is none, or where no ink would be readable on that one.
    """
    tint = ImageColor.getrgb(color)[:3] if color else BLACK
    ink = max((WHITE, BLACK), key=lambda one: contrast(one, tint))
    for ground, words in ((tint, ink), (BLACK, WHITE)):
        for percent in _PERCENTS:
            tinted = _tinted(picture, box[1], ground, percent / 100)
            if all(contrast(words, seen) >= CONTRAST_MIN for seen in extremes(tinted, box)):
                return tinted, words
    return tinted, words


def extremes(picture: Image.Image, box: Box) -> tuple[Color, Color]:
    """Return a color at least as dark as every pixel in the box, and one at least as bright."""
    darkest, brightest = zip(*ImageStat.Stat(picture.crop(box)).extrema, strict=True)
    return darkest, brightest


def _tinted(picture: Image.Image, top: int, color: Color, strength: float) -> Image.Image:
    ground = Image.new("RGB", picture.size, color)
    return Image.composite(ground, picture, _ramp(picture.size, top, strength))


def _ramp(size: tuple[int, int], top: int, strength: float) -> Image.Image:
    height = size[1]
    fade = max(1, height // 8)
    column = Image.new("L", (1, height))
    for y in range(max(0, top - fade), height):
        column.putpixel((0, y), round(255 * strength * min(1.0, (y - top + fade) / fade)))
    return column.resize(size, Image.Resampling.NEAREST)
