"""How alike and how large real photos come out at each quality: ``python -m`` this module.

SSIM of the luma against Lanczos from all pixels of the same part, over the photos of the demo and
two sizes. It is the table that the default qualities are chosen by.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from PIL import Image

from omnicontent.media.framing.cropping import cover
from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import ImageFormat, ImageRecipe
from tests.media.likeness import likeness

PHOTOS = tuple(
    Path("var/demo-media") / f"{name}.jpg" for name in ("garden", "bird", "sunset", "wine")
)
SIZES = ((1080, 1080), (1280, 720))
QUALITIES: dict[ImageFormat, tuple[int, ...]] = {
    "jpeg": (50, 60, 70, 76, 80, 82, 85, 88, 90, 92),
    "webp": (40, 50, 60, 70, 76, 80, 84, 88, 90, 92),
    "avif": (30, 40, 50, 58, 62, 66, 70, 75, 80, 85),
}


def main() -> None:
    """Print, for each format and quality, the lowest and mean SSIM and the mean kilobytes."""
    print(f"{'':<16}{'lowest':>8}{'mean':>8}{'KB':>7}   SSIM of each photo")
    for kind, qualities in QUALITIES.items():
        for thorough in (False, True) if kind == "avif" else (False,):
            for quality in qualities:
                _row(kind, quality, thorough=thorough)


def _row(kind: ImageFormat, quality: int, *, thorough: bool) -> None:
    looks, sizes, photos = [], [], []
    for photo in PHOTOS:
        made = list(_made(photo, kind, quality, thorough=thorough))
        looks += [look for look, _ in made]
        sizes += [count for _, count in made]
        photos.append(f"{photo.stem} {mean(look for look, _ in made):.4f}")
    name = f"{kind}{' thorough' if thorough else ''} {quality}"
    figures = f"{min(looks):>8.4f}{mean(looks):>8.4f}{mean(sizes) / 1000:>7.0f}"
    print(f"{name:<16}{figures}   {', '.join(photos)}", flush=True)


def _made(
    photo: Path, kind: ImageFormat, quality: int, *, thorough: bool
) -> Iterator[tuple[float, int]]:
    with TemporaryDirectory() as name:
        wishes = []
        for number, size in enumerate(SIZES):
            recipe = ImageRecipe(
                width_px=size[0],
                height_px=size[1],
                format=kind,
                quality=quality,
                frame=_frame(photo, size),
                thorough=thorough,
            )
            wishes.append((recipe, Path(name) / str(number)))
        for size, made in zip(SIZES, make_images(photo, wishes), strict=True):
            with Image.open(made.path) as picture:
                yield likeness(picture, _ideal(photo, size)), made.bytes


def _frame(photo: Path, size: tuple[int, int]):
    with Image.open(photo) as image:
        return cover(*image.size, *size)


@cache
def _ideal(photo: Path, size: tuple[int, int]) -> Image.Image:
    frame = _frame(photo, size)
    box = (frame.left, frame.top, frame.right, frame.bottom)
    with Image.open(photo) as image:
        return image.convert("RGB").resize(size, Image.Resampling.LANCZOS, box=box)


if __name__ == "__main__":
    main()
