"""The closing card as a film: MoviePy lets the card fade in.

MoviePy, since time is its subject: effects, easing and frame rates are one line each. It is
slow on real footage and opens files without restrictions, so it sees only the picture that
``cards`` draws, and the one ffmpeg process appends what it writes. Imported only when a card is
wanted: it is the extra ``film`` of this package, and loads numpy.
"""

import warnings
from pathlib import Path

from omnicontent.media.errors import EncodingError
from omnicontent.media.films.cards import draw_card, ground_of
from omnicontent.media.recipes import ClosingCard
from omnicontent.media.words.fonts import brand_fonts
from omnicontent.phrases import phrase as _

with warnings.catch_warnings():
    # MoviePy 2.2.1's own sources have invalid escapes that Python 3.12 and later warn of.
    warnings.simplefilter("ignore", SyntaxWarning)
    import numpy as np
    from moviepy import ImageClip
    from moviepy.video.fx import FadeIn

_FADE_SECONDS = 0.5
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
    with brand_fonts(card.fonts):
        drawn = np.asarray(draw_card(card, size))
    clip = ImageClip(drawn, duration=seconds).with_effects(
        [FadeIn(min(_FADE_SECONDS, seconds), initial_color=list(ground_of(card)))]
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
        raise EncodingError(
            _("The closing card could not be encoded. It is tried again.")
        ) from error
    finally:
        clip.close()
