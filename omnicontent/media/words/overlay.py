"""Words in pictures, for surfaces that show no caption: legible, and clear of their buttons."""

import unicodedata
from dataclasses import dataclass
from math import ceil

from PIL import Image, ImageDraw

from omnicontent.media.errors import WordsError
from omnicontent.media.words.contrast import WHITE, Color
from omnicontent.media.words.fonts import drawable, font_for, lacking_letters
from omnicontent.media.words.rows import wrap
from omnicontent.media.words.scrim import on_scrim
from omnicontent.phrases import phrase as _

_TALL_SAFE = (120 / 1080, 288 / 1920, 780 / 1080, 1248 / 1920)
"""What no button, name or caption covers on any 9:16 surface: the crossing of the ad templates
of Meta, TikTok, YouTube and Pinterest at 1080x1920 (seen 2026-11-22)."""
_BARE_SAFE = (0.05, 0.05, 0.95, 0.95)
"""EBU R 95: graphics stay 5 % off every edge."""

HEADLINE_SHARE = 0.085
"""Size of the first line in a picture with few words, as a share of its width."""
_AFAR_SHARE = 0.12
"""The same on a screen that is seen from afar."""
_SMALLEST_SHARE = 0.04
_STEP = 0.92
_SMALLER = 0.62
_LEADING = 1.18
SIZE_MIN_PX = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words as it will stand, with its size in pixels."""

    text: str
    size: int
    bold: bool


def draw_words(
    picture: Image.Image, words: tuple[str, ...], smallest_px: int = 0, color: str = ""
) -> Image.Image:
    """Draw the first line large and the others below it, on a scrim of this color.

    :raises WordsError: they don't fit at a size that people can read.
    """
    left, _, right, bottom = safe_box(*picture.size, bare=smallest_px > 0)
    lines = fit_words(picture.size, words, smallest_px)
    start = bottom - block_height(lines)
    result, ink = on_scrim(picture, (left, start, right, bottom), color)
    draw_lines(ImageDraw.Draw(result), lines, (left, right), start, ink)
    return result


def fit_words(size: tuple[int, int], words: tuple[str, ...], smallest_px: int = 0) -> list[Line]:
    """Return the lines as they are drawn into a picture of this size.

    :raises WordsError: they don't fit at a size that people can read.
    """
    left, top, right, bottom = safe_box(*size, bare=smallest_px > 0)
    largest = _AFAR_SHARE if smallest_px else HEADLINE_SHARE
    return fit_lines(words, right - left, int((bottom - top) * 0.7), largest, smallest_px)


def safe_box(width: int, height: int, *, bare: bool = False) -> tuple[int, int, int, int]:
    """Return the part of a picture of this size that its surface leaves uncovered.

    ``bare``: a screen without buttons of an app.
    """
    tall = height >= 1.6 * width and not bare
    left, top, right, bottom = _TALL_SAFE if tall else _BARE_SAFE
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


def fit_lines(
    words: tuple[str, ...],
    width: int,
    height: int,
    largest: float = HEADLINE_SHARE,
    smallest_px: int = 0,
) -> list[Line]:
    """Wrap the words at the largest size that fits a box of these pixels.

    :raises WordsError: even the smallest size is too large, or no font here has their letters.
    """
    check_letters(words)
    smallest = max(SIZE_MIN_PX, smallest_px)
    base = min(width, 1.2 * height) / 0.72
    size = max(int(base * largest), ceil(smallest_px / _SMALLER))
    while size >= base * _SMALLEST_SHARE and int(size * _SMALLER) >= smallest:
        lines = [
            row for index, text in enumerate(words) for row in _wrap(text, index, size, width)
        ]
        if lines and block_height(lines) <= height and _widest(lines) <= width:
            return lines
        size = int(size * _STEP)
    raise WordsError(
        _(
            "The words don't fit at a size that people can read. Shorten the longest of them: "
            "“%(longest)s”.",
            longest=max(words, key=len, default=""),
        )
    )


def check_letters(words: tuple[str, ...]) -> None:
    """Pass if some font here has every letter; signs and emoji may be left out.

    :raises WordsError: naming the letters.
    """
    for index, text in enumerate(words):
        if letters := lacking_letters(text, bold=index == 0):
            raise WordsError(
                _(
                    "No font on this machine has the letters “%(letters)s”. Have one installed "
                    "for their script (Debian: fonts-noto-core, fonts-noto-cjk), or use other "
                    "words.",
                    letters=letters,
                )
            )


def block_height(lines: list[Line]) -> int:
    """Return how tall the lines stand, in pixels."""
    return sum(_advance(line) for line in lines)


def draw_lines(
    draw: ImageDraw.ImageDraw,
    lines: list[Line],
    sides: tuple[int, int],
    top: int,
    ink: Color = WHITE,
) -> None:
    """Draw the lines from ``top`` downward, from the side where their script begins."""
    side, anchor = (sides[1], "ra") if right_to_left(lines) else (sides[0], "la")
    for line in lines:
        font = font_for(line.text, line.size, bold=line.bold)
        draw.text((side, top), line.text, fill=ink, font=font, anchor=anchor)
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
    text = drawable(text, bold=bold)
    font = font_for(text, size, bold=bold)
    rows = wrap(text, lambda row: font.getlength(row) <= width)
    return [Line(row, size, bold) for row in rows]


def _widest(lines: list[Line]) -> float:
    fonts = ((line, font_for(line.text, line.size, bold=line.bold)) for line in lines)
    return max((font.getlength(line.text) for line, font in fonts), default=0)
