"""Pictures like photos: soft gradients with grain, and a mark to find again."""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw


def photo(width: int = 600, height: int = 400, grain: float = 12) -> Image.Image:
    return _photo(width, height, grain).copy()


@cache
def _photo(width: int, height: int, grain: float) -> Image.Image:
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    noise = Image.effect_noise((width, height), grain)
    return Image.merge("RGB", (across, down, noise))


def saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)
    return path


def with_dot(image: Image.Image, x: int, y: int, radius: int = 10) -> Image.Image:
    ImageDraw.Draw(image).ellipse(
        (x - radius, y - radius, x + radius, y + radius), fill=(255, 0, 255)
    )
    return image


def near(
    color: float | tuple[int, ...] | None, other: tuple[int, ...], tolerance: int = 6
) -> bool:
    assert isinstance(color, tuple)
    return all(abs(one - two) <= tolerance for one, two in zip(color, other, strict=True))
