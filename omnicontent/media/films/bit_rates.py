"""How many bits a second a film's picture and sound may take."""

from math import floor

from omnicontent.media.errors import BudgetError
from omnicontent.media.films.cutting import Cut
from omnicontent.phrases import ngettext

AUDIO_BITS = 128_000
_BITS_MIN_PER_PIXEL = 0.02
"""Below it H.264 at preset veryfast turns into blocks."""


def video_bits(cut: Cut) -> int:
    """Return the highest bit rate of the picture that honors surface and byte budget.

    :raises BudgetError: too few bits for a picture worth showing.
    """
    recipe = cut.recipe
    pixels_a_second = recipe.width_px * recipe.height_px * recipe.fps
    usual = max(1_000_000, round(8_000_000 * pixels_a_second / (1920 * 1080 * 30)))
    usual = min(usual, recipe.bits_max or usual)
    if recipe.max_bytes is None:
        return usual
    # A buffer of one second may be spent on top of the rate; 3 % go to the container.
    sound = AUDIO_BITS * cut.seconds if recipe.sound else 0
    spendable = recipe.max_bytes * 8 * 0.97 - sound
    affordable = floor(spendable / (cut.seconds + 1))
    if affordable < _BITS_MIN_PER_PIXEL * pixels_a_second:
        raise BudgetError(
            ngettext(
                "%(bytes)s bytes are too few for %(n)s second at %(size)s. Use a shorter film.",
                "%(bytes)s bytes are too few for %(n)s seconds at %(size)s. Use a shorter film.",
                round(cut.seconds),
                bytes=recipe.max_bytes,
                size=f"{recipe.width_px}x{recipe.height_px}",
            )
        )
    return min(usual, affordable)
