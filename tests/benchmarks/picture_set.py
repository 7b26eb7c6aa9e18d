"""What the picture benchmark makes: 25 renditions of a photo of 24 megapixels.

Thirteen JPEG files for social networks, e-mail and the web, six WebP and six AVIF files for the
web: 29.6 megapixels in 17 sizes.
"""

from pathlib import Path

from PIL import Image

from omnicontent.media.framing.cropping import cover
from omnicontent.media.recipes import ImageFormat, ImageRecipe

BENCH = Path("var/bench")
SOURCE = BENCH / "bird-24mp.jpg"
WIDTH, HEIGHT = 6000, 4000
SOCIAL = (
    (1080, 1080),
    (1080, 1350),
    (1080, 1920),
    (1200, 630),
    (1200, 627),
    (1600, 900),
    (1000, 1500),
    (1280, 720),
    (600, 300),
    (1200, 600),
    (1920, 1080),
)
WEB = (480, 800, 1024, 1366, 1600, 1920)
WEB_JPEG = (1024, 1920)
QUALITY: dict[ImageFormat, int] = {"jpeg": 82, "webp": 80, "avif": 60}


def source() -> Path:
    """Return the photo as a camera of 24 megapixels would have taken it, noise and all."""
    if not SOURCE.exists():
        import numpy as np  # only here: its start is no part of what is measured

        from tests.media.demo_photos import demo_photo

        BENCH.mkdir(parents=True, exist_ok=True)
        photo = Image.open(demo_photo("bird.jpg")).convert("RGB")
        wide = photo.height * 3 // 2
        left = (photo.width - wide) // 2
        box = (left, 0, left + wide, photo.height)
        pixels = np.asarray(photo.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC, box=box))
        noise = np.random.default_rng(1).normal(0, 4, pixels.shape)
        noisy = np.clip(pixels + noise, 0, 255).astype(np.uint8)
        Image.fromarray(noisy).save(SOURCE, quality=93)
    return SOURCE


def recipes(*, thorough: bool = False) -> list[ImageRecipe]:
    """Return the 25 recipes; AVIF at speed 9, or 6 if ``thorough``."""
    return [_recipe(size, name, thorough=thorough) for size, name in files()]


def files() -> list[tuple[tuple[int, int], ImageFormat]]:
    """Return size and format of the 25 files."""
    social: list[tuple[tuple[int, int], ImageFormat]] = [(size, "jpeg") for size in SOCIAL]
    web: list[tuple[tuple[int, int], ImageFormat]] = [(_web(w), "jpeg") for w in WEB_JPEG]
    formats: tuple[ImageFormat, ...] = ("webp", "avif")
    return social + web + [(_web(width), name) for name in formats for width in WEB]


def _web(width: int) -> tuple[int, int]:
    return width, round(width * HEIGHT / WIDTH)


def _recipe(size: tuple[int, int], name: ImageFormat, *, thorough: bool) -> ImageRecipe:
    return ImageRecipe(
        width_px=size[0],
        height_px=size[1],
        format=name,
        quality=QUALITY[name],
        frame=cover(WIDTH, HEIGHT, *size),
        thorough=thorough,
    )
