"""Words in pictures, for surfaces that show no caption: legible, and clear of their buttons."""

import re
import unicodedata
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageStat

from omnicontent.media.contrast import WHITE, contrast
from omnicontent.media.errors import WordsError
from omnicontent.media.fonts import drawable, font_for

CONTRAST_MIN = 4.5
"""WCAG 2.2, 1.4.3 (https://www.w3.org/TR/WCAG22/#contrast-minimum)."""

_TALL_SAFE = (120 / 1080, 288 / 1920, 780 / 1080, 1248 / 1920)
"""What no button, name or caption covers on any 9:16 surface: the crossing of the ad templates
of Meta, TikTok, YouTube and Pinterest at 1080x1920 (seen 2026-11-22)."""
_WIDE_SAFE = (0.05, 0.05, 0.95, 0.95)
"""EBU R 95: graphics stay 5 % off every edge."""

HEADLINE_SHARE = 0.085
"""Size of the first line in a picture with few words, as a share of its width."""
_SMALLEST_SHARE = 0.04
_STEP = 0.92
_SMALLER = 0.62
_LEADING = 1.18
SIZE_MIN_PX = 12
_BEFORE_SIGN = re.compile(r" (?=[:;!?%‰€£$»])")
"""An editor types a plain space there; the sign alone on the next row would look broken."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words as it will stand, with its size in pixels."""

    text: str
    size: int
    bold: bool


def draw_words(picture: Image.Image, words: tuple[str, ...]) -> Image.Image:
    """Draw the first line large and the others below it, white on a dark scrim.

    :raises WordsError: they don't fit at a size that people can read.
    """
    left, top, right, bottom = safe_box(*picture.size)
    lines = fit_lines(words, right - left, int((bottom - top) * 0.7))
    start = bottom - block_height(lines)
    result = _with_scrim(picture, (left, start, right, bottom))
    draw_lines(ImageDraw.Draw(result), lines, (left, right), start)
    return result


def safe_box(width: int, height: int) -> tuple[int, int, int, int]:
    """Return the part of a picture of this size that its surface leaves uncovered."""
    left, top, right, bottom = _TALL_SAFE if height >= 1.6 * width else _WIDE_SAFE
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


def fit_lines(
    words: tuple[str, ...], width: int, height: int, largest: float = HEADLINE_SHARE
) -> list[Line]:
    """Wrap the words at the largest size that fits a box of these pixels.

    :raises WordsError: even the smallest size is too large.
    """
    base = min(width, 1.2 * height) / 0.72
    size = int(base * largest)
    while size >= base * _SMALLEST_SHARE and size * _SMALLER >= SIZE_MIN_PX:
        lines = [
            row for index, text in enumerate(words) for row in _wrap(text, index, size, width)
        ]
        if lines and block_height(lines) <= height and _widest(lines) <= width:
            return lines
        size = int(size * _STEP)
    raise WordsError(
        f"The words don't fit into the picture: {' / '.join(words)!r}. Shorten the headline."
    )


def block_height(lines: list[Line]) -> int:
    """Return how tall the lines stand, in pixels."""
    return sum(_advance(line) for line in lines)


def draw_lines(
    draw: ImageDraw.ImageDraw, lines: list[Line], sides: tuple[int, int], top: int
) -> None:
    """Draw the lines in white from ``top`` downward, from the side where their script begins."""
    side, anchor = (sides[1], "ra") if right_to_left(lines) else (sides[0], "la")
    for line in lines:
        font = font_for(line.text, line.size, bold=line.bold)
        draw.text((side, top), line.text, fill=WHITE, font=font, anchor=anchor)
        top += _advance(line)


def right_to_left(lines: list[Line]) -> bool:
    """Tell whether the first letter is of a script that runs to the left."""
    letters = (unicodedata.bidirectional(sign) for line in lines for sign in line.text)
    return next((letter for letter in letters if letter in {"L", "R", "AL"}), "L") != "L"


def _advance(line: Line) -> int:
    return round(line.size * (_LEADING if line.bold else _LEADING + 0.17))


def _wrap(text: str, index: int, size: int, width: int) -> list[Line]:
    bold = index == 0
    size = size if bold else int(size * _SMALLER)
    text = drawable(_BEFORE_SIGN.sub("\u00a0", text), bold=bold)
    font = font_for(text, size, bold=bold)
    rows: list[str] = []
    for word in text.split(" "):
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and font.getlength(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return [Line(row, size, bold) for row in rows if row]


def _widest(lines: list[Line]) -> float:
    fonts = ((line, font_for(line.text, line.size, bold=line.bold)) for line in lines)
    return max((font.getlength(line.text) for line, font in fonts), default=0)


def _with_scrim(picture: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    """Darken the picture from above the words to its bottom, as much as they need."""
    result = picture
    for percent in range(55, 100, 5):
        scrim = _scrim(picture.size, box[1], percent / 100)
        result = Image.composite(Image.new("RGB", picture.size), picture, scrim)
        if contrast(WHITE, brightest(result, box)) >= CONTRAST_MIN:
            break
    return result


def brightest(picture: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int]:
    """Return a color at least as bright as every pixel in the box."""
    red, green, blue = (high for _, high in ImageStat.Stat(picture.crop(box)).extrema)
    return red, green, blue


def _scrim(size: tuple[int, int], top: int, strength: float) -> Image.Image:
    height = size[1]
    fade = max(1, height // 8)
    column = Image.new("L", (1, height))
    for y in range(max(0, top - fade), height):
        column.putpixel((0, y), round(255 * strength * min(1.0, (y - top + fade) / fade)))
    return column.resize(size, Image.Resampling.NEAREST)
