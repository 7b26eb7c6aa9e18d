"""The closing card of a film: its words at the largest size that fits, drawn by Pillow."""

import re
from dataclasses import dataclass
from math import ceil

from PIL import Image, ImageColor, ImageDraw

from omnicontent.media.errors import WordsError
from omnicontent.media.recipes import ClosingCard
from omnicontent.media.words.contrast import BLACK, WHITE, Color, contrast
from omnicontent.media.words.fonts import drawable, font_for
from omnicontent.media.words.overlay import (
    SIZE_MIN_PX,
    Line,
    block_height,
    check_letters,
    draw_lines,
    fit_lines,
    right_to_left,
    safe_box,
)
from omnicontent.media.words.scrim import CONTRAST_MIN
from omnicontent.phrases import phrase as _

INK = (20, 28, 45)
_HEADLINE_SHARE = 0.15
_SMALLEST, _ROW = 0.6, 1.25
"""How much smaller a call may get, and how tall a row is, as shares of its letters' size."""
_AT_SPACES = re.compile(r"(?<= )")
_AT_PATHS = re.compile(r"(?<=[ /])|(?=[?&#])")
_ANYWHERE = re.compile(r"(?<=[ /-])|(?=[.?&#=%])")


def draw_card(card: ClosingCard, size: tuple[int, int]) -> Image.Image:
    """Draw headline, lines and call to action, inside what the surface leaves uncovered.

    :raises WordsError: the words don't fit at a size that people can read.
    """
    ground = ground_of(card)
    ink = _ink_on(ground)
    picture = Image.new("RGB", size, ground)
    left, top, right, bottom = safe_box(*size, bare=card.words_min_px > 0)
    lines, words = fit_card(card, size)
    tall = words.height + words.size if words else 0
    start = top + (bottom - top - block_height(lines) - tall) // 2
    draw = ImageDraw.Draw(picture)
    draw_lines(draw, lines, (left, right), start, ink)
    if words:
        over = start + block_height(lines) + tall - words.height
        side = right - words.width if right_to_left(lines) else left
        _draw_button(draw, words, (side, over), (ink, ground))
    return picture


def ground_of(card: ClosingCard) -> Color:
    """Return the color that the card's words stand on."""
    return ImageColor.getrgb(card.color)[:3] if card.color else INK


def _ink_on(ground: Color) -> Color:
    """Return the first ink that can be read; one of white and black always can."""
    inks = (WHITE, INK, BLACK)
    return next(ink for ink in inks if contrast(ink, ground) >= CONTRAST_MIN)


def fit_card(card: ClosingCard, size: tuple[int, int]) -> "tuple[list[Line], Button | None]":
    """Return the card's lines and its call to action as they are drawn at this size.

    :raises WordsError: the words don't fit at a size that people can read.
    """
    left, top, right, bottom = safe_box(*size, bare=card.words_min_px > 0)
    width, height = right - left, bottom - top
    words = (card.headline, *card.lines)
    lines = fit_lines(words, width, int(height * 0.6), _HEADLINE_SHARE, card.words_min_px)
    wanted = round(min(lines[0].size * 0.7, height * 0.06))
    smallest = max(SIZE_MIN_PX, card.words_min_px)
    return lines, fit_button(card.call_to_action, width, max(wanted, smallest), smallest)


@dataclass(frozen=True, slots=True)
class Button:
    """Rows of words at one size in pixels, and how wide the button around them is."""

    rows: tuple[str, ...]
    size: int
    width: int

    @property
    def height(self) -> int:
        """How tall it is, in pixels."""
        return self.size + len(self.rows) * round(self.size * _ROW)


def fit_button(words: str, width: int, size: int, smallest: int = SIZE_MIN_PX) -> Button | None:
    """Lay out a call in few rows; an address is broken, and letters made small, only at last.

    :raises WordsError: it can't be read even then.
    """
    check_letters((words,))
    words = drawable(words, bold=True)
    if not words:
        return None
    legible = max(int(size * _SMALLEST), smallest)
    for breaks, most, least in (
        (_AT_SPACES, 1, legible),
        (_AT_SPACES, 2, legible),
        (_AT_PATHS, 3, legible),
        (_ANYWHERE, 3, smallest),
    ):
        for smaller in range(size, least - 1, -1):
            button = _button(words, breaks, smaller, width)
            if len(button.rows) <= most and button.width <= width:
                return button
    raise WordsError(
        _("The call to action is too long for the card: “%(words)s”. Shorten it.", words=words)
    )


def _button(words: str, breaks: re.Pattern[str], size: int, width: int) -> Button:
    font = font_for(words, size, bold=True)
    rows = [""]
    for piece in breaks.split(words):
        if rows[-1] and font.getlength((rows[-1] + piece).rstrip()) > width - 2 * size:
            rows.append("")
        rows[-1] += piece
    rows = [row.strip() for row in rows]
    return Button(tuple(rows), size, ceil(max(map(font.getlength, rows))) + 2 * size)


def _draw_button(
    draw: ImageDraw.ImageDraw, button: Button, corner: tuple[int, int], colors: tuple[Color, Color]
) -> None:
    left, top = corner
    box = (left, top, left + button.width, top + button.height)
    draw.rounded_rectangle(box, radius=button.size, fill=colors[0])
    font = font_for("".join(button.rows), button.size, bold=True)
    row = (button.height - button.size) // len(button.rows)
    for number, words in enumerate(button.rows):
        middle = left + button.width / 2, top + button.size / 2 + (number + 0.5) * row
        draw.text(middle, words, fill=colors[1], font=font, anchor="mm")
