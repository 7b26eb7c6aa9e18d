"""Colors made from the brand's own, readable on whatever they stand on.

A brand's color is chosen for its looks; text in it or on it must reach 4.5 : 1
(WCAG 2.2, 1.4.3, https://www.w3.org/TR/WCAG22/#contrast-minimum).
"""

from omnicontent.media.words.contrast import WHITE, Color, contrast

READABLE = 4.5
BLACK: Color = (0, 0, 0)
PAPER, NIGHT = "#ffffff", "#15171c"
"""What surfaces of ours stand on by day and in dark mode."""
STEPS = 40


def palette(brand: str) -> dict[str, str]:
    """Return the brand's color and what goes with it, by day and in dark mode."""
    return {
        "brand_color": brand,
        "ink": ink_on(brand),
        "accent": readable_on(brand, PAPER),
        "night_accent": readable_on(brand, NIGHT),
        "paper": PAPER,
        "night": NIGHT,
    }


def ink_on(background: str) -> str:
    """Return white or black, whichever is easier to read on ``background``.

    One of them always reaches 4.58 : 1; a softer black would leave middle grays without any.
    """
    ground = _parse(background)
    return "#ffffff" if contrast(WHITE, ground) >= contrast(BLACK, ground) else "#000000"


def readable_on(color: str, background: str) -> str:
    """Return ``color``, darkened or lightened just as far as it needs on ``background``."""
    start, ground, goal = _parse(color), _parse(background), _parse(ink_on(background))
    mixes = (_mix(start, goal, step / STEPS) for step in range(STEPS + 1))
    return _hex(next((mix for mix in mixes if contrast(mix, ground) >= READABLE), goal))


def _parse(color: str) -> Color:
    red, green, blue = bytes.fromhex(color.removeprefix("#"))
    return red, green, blue


def _hex(color: Color) -> str:
    return "#" + bytes(color).hex()


def _mix(start: Color, goal: Color, share: float) -> Color:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, goal, strict=True))
    return red, green, blue
