"""The closing card of a film: Pillow draws it once, MoviePy lets it fade in.

MoviePy, since time is its subject: effects, easing and frame rates are one line each. It is
slow on real footage and opens files without restrictions, so it sees only the frames that are
drawn here, and the one ffmpeg process appends what it writes. Imported only when a card is
wanted: it is the extra ``film`` of this package, and loads numpy.
"""

import warnings
from pathlib import Path

from PIL import Image, ImageDraw

from omnicontent.media.contrast import WHITE
from omnicontent.media.errors import EncodingError, WordsError
from omnicontent.media.fonts import drawable, font_for
from omnicontent.media.overlay import SIZE_MIN_PX, block_height, draw_lines, fit_lines, safe_box
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
    button = round(min(lines[0].size * 1.4, height * 0.12)) if card.call_to_action else 0
    start = top + (height - block_height(lines) - button * 3 // 2) // 2
    draw = ImageDraw.Draw(picture)
    draw_lines(draw, lines, left, start)
    if card.call_to_action:
        corner = (left, start + block_height(lines) + button // 2)
        _draw_button(draw, card.call_to_action, corner, width, button)
    return picture


def _draw_button(
    draw: ImageDraw.ImageDraw, words: str, corner: tuple[int, int], width: int, height: int
) -> None:
    words = drawable(words, bold=True)
    padding = height // 2
    font = font_for(words, height // 2, bold=True)
    if font.getlength(words) > width - 2 * padding:
        fitting = int(height / 2 * (width - 2 * padding) / font.getlength(words))
        font = font_for(words, max(fitting, 1), bold=True)
    if font.size < SIZE_MIN_PX:
        raise WordsError(f"The call to action is too long for the card: {words!r}. Shorten it.")
    left, top = corner
    right, bottom = left + font.getlength(words) + 2 * padding, top + height
    draw.rounded_rectangle((left, top, right, bottom), radius=padding, fill=WHITE)
    middle = ((left + right) / 2, (top + bottom) / 2)
    draw.text(middle, words, fill=INK, font=font, anchor="mm")
