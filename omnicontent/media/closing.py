"""The closing card of a film: Pillow draws it once, MoviePy lets it fade in.

MoviePy, since time is its subject: effects, easing and frame rates are one line each. It is
slow on real footage and opens files without restrictions, so it sees only the frames that are
drawn here, and the one ffmpeg process appends what it writes. Imported only when a card is
wanted: it is the extra ``film`` of this package, and loads numpy.
"""

import re
import warnings
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw

from omnicontent.media.contrast import WHITE
from omnicontent.media.errors import EncodingError, WordsError
from omnicontent.media.fonts import drawable, font_for
from omnicontent.media.overlay import (
    SIZE_MIN_PX,
    block_height,
    draw_lines,
    fit_lines,
    right_to_left,
    safe_box,
)
from omnicontent.media.recipes import ClosingCard

with warnings.catch_warnings():
    # MoviePy 2.2.1's own sources have invalid escapes that Python 3.12 and later warn of.
    warnings.simplefilter("ignore", SyntaxWarning)
    import numpy as np
    from moviepy import ImageClip
    from moviepy.video.fx import FadeIn

INK = (20, 28, 45)
_FADE_SECONDS = 0.5
_HEADLINE_SHARE = 0.15
_SMALLEST, _ROW = 0.6, 1.25
"""How much smaller a call may get, and how tall a row is, as shares of its letters' size."""
_AT_SPACES = re.compile(r"(?<= )")
_AT_PATHS = re.compile(r"(?<=[ /])|(?=[?&#])")
_ANYWHERE = re.compile(r"(?<=[ /-])|(?=[.?&#=%])")
_NEARLY_LOSSLESS = [
    # In BT.709 as the rest of the film, or the colors would jump at the cut.
    *("-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"),
    *("-crf", "12"),
]


def write_card(
    card: ClosingCard, size: tuple[int, int], fps: float, seconds: float, path: Path
) -> None:
    """Write the card's silent H.264 film.

    :raises WordsError: the words don't fit at a size that people can read.
    :raises EncodingError: the encoder failed.
    """
    drawn = np.asarray(draw_card(card, size))
    clip = ImageClip(drawn, duration=seconds).with_effects(
        [FadeIn(min(_FADE_SECONDS, seconds), initial_color=list(INK))]
    )
    try:
        clip.write_videofile(
            str(path),
            fps=fps,
            codec="libx264",
            audio=False,
            preset="ultrafast",
            threads=1,
            ffmpeg_params=_NEARLY_LOSSLESS,
            logger=None,
        )
    except OSError as error:
        raise EncodingError("The closing card could not be encoded. It is tried again.") from error
    finally:
        clip.close()


def draw_card(card: ClosingCard, size: tuple[int, int]) -> Image.Image:
    """Draw headline, lines and call to action, inside what the surface leaves uncovered."""
    picture = Image.new("RGB", size, INK)
    left, top, right, bottom = safe_box(*size)
    width, height = right - left, bottom - top
    lines = fit_lines((card.headline, *card.lines), width, int(height * 0.6), _HEADLINE_SHARE)
    words = _fit_button(card.call_to_action, width, round(min(lines[0].size * 0.7, height * 0.06)))
    tall = words.height + words.size if words else 0
    start = top + (height - block_height(lines) - tall) // 2
    draw = ImageDraw.Draw(picture)
    draw_lines(draw, lines, (left, right), start)
    if words:
        over = start + block_height(lines) + tall - words.height
        _draw_button(draw, words, right - words.width if right_to_left(lines) else left, over)
    return picture


@dataclass(frozen=True, slots=True)
class _Button:
    """Rows of words at one size in pixels, and how large the button around them is."""

    rows: tuple[str, ...]
    size: int
    width: int

    @property
    def height(self) -> int:
        return self.size + len(self.rows) * round(self.size * _ROW)


def _fit_button(words: str, width: int, size: int) -> _Button | None:
    """Lay out a call in few rows; an address is broken, and letters made small, only at last.

    :raises WordsError: it can't be read even then.
    """
    words = drawable(words, bold=True)
    if not words:
        return None
    legible = max(int(size * _SMALLEST), SIZE_MIN_PX)
    for breaks, most, smallest in (
        (_AT_SPACES, 1, legible),
        (_AT_SPACES, 2, legible),
        (_AT_PATHS, 3, legible),
        (_ANYWHERE, 3, SIZE_MIN_PX),
    ):
        for smaller in range(size, smallest - 1, -1):
            button = _button(words, breaks, smaller, width)
            if len(button.rows) <= most and button.width <= width:
                return button
    raise WordsError(f"The call to action is too long for the card: {words!r}. Shorten it.")


def _button(words: str, breaks: re.Pattern[str], size: int, width: int) -> _Button:
    font = font_for(words, size, bold=True)
    rows = [""]
    for piece in breaks.split(words):
        if rows[-1] and font.getlength((rows[-1] + piece).rstrip()) > width - 2 * size:
            rows.append("")
        rows[-1] += piece
    rows = [row.strip() for row in rows]
    return _Button(tuple(rows), size, ceil(max(map(font.getlength, rows))) + 2 * size)


def _draw_button(draw: ImageDraw.ImageDraw, button: _Button, left: int, top: int) -> None:
    box = (left, top, left + button.width, top + button.height)
    draw.rounded_rectangle(box, radius=button.size, fill=WHITE)
    font = font_for("".join(button.rows), button.size, bold=True)
    row = (button.height - button.size) // len(button.rows)
    for number, words in enumerate(button.rows):
        middle = left + button.width / 2, top + button.size / 2 + (number + 0.5) * row
        draw.text(middle, words, fill=INK, font=font, anchor="mm")
