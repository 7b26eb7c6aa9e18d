"""Pictures and films for surfaces drawn by a browser: one picture in many sizes and formats.

Slots are called ``<name>-<width>-<format>``; :func:`draw_picture` finds them again for a
``<picture>`` element: a ``<source>`` for each modern format, an ``<img>`` in JPEG for the rest.
"""

import base64
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from omnicontent.channels.content import MediaUse
from omnicontent.channels.films import video_recipe
from omnicontent.channels.media_uses import media_use, still_recipe
from omnicontent.channels.spec import ImageSlot, VideoSlot
from omnicontent.channels.story import Film, Picture, Story
from omnicontent.media.recipes import ImageFormat, ImageRecipe

QUALITY: dict[ImageFormat, int] = {"avif": 75, "webp": 90, "jpeg": 88}
"""The least at which every photo measured has an SSIM of .98 or more (``picture_quality``)."""
BYTES_PER_PIXEL: dict[ImageFormat, float] = {"avif": 0.16, "webp": 0.2, "jpeg": 0.25}
"""Our budget for a page: a photo 1280 pixels wide comes in a quarter of a megabyte at most."""
SMALLEST = 640
"""Made even of a smaller source: something must be shown."""


def responsive_slots(
    source: Literal["hero", "body"],
    widths: Sequence[int],
    ratio: float,
    formats: Sequence[ImageFormat],
) -> Iterator[ImageSlot]:
    """Yield a slot for every width and format; ``ratio`` is width by height."""
    for width in widths:
        for name in formats:
            yield ImageSlot(
                name=f"{source}-{width}-{name}",
                width_px=width,
                height_px=round(width / ratio),
                format=name,
                quality=QUALITY[name],
                budget_bytes=round(width * round(width / ratio) * BYTES_PER_PIXEL[name]),
                source=source,
                required=False,
            )


def fitting_sizes(uses: Sequence[MediaUse], story: Story) -> Iterator[MediaUse]:
    """Yield the uses without pictures wider than their source: no pixel is invented."""
    images = [block.image for block in story.body if isinstance(block, Picture)]
    images += [story.hero_image] if story.hero_image else []
    widths = {image.source: image.width_px for image in images}
    for use in uses:
        recipe = use.recipe if "-" in use.slot else None
        widest = max(SMALLEST, widths.get(use.source, 0))
        if not isinstance(recipe, ImageRecipe) or recipe.width_px <= widest:
            yield use


def body_films(story: Story, film: VideoSlot, poster: ImageSlot) -> Iterator[MediaUse]:
    """Yield a film and a still for every film of the body but the hero film, which has its own."""
    hero = story.hero_video.digest if story.hero_video else ""
    for block in story.body:
        if isinstance(block, Film) and block.video.digest != hero:
            video = block.video
            yield media_use(film, video, video_recipe(film, video, None), story)
            yield media_use(poster, video, still_recipe(poster, video, story.brand), story)


def draw_picture(uses: Sequence[MediaUse]) -> dict[str, object] | None:
    """Return what a ``<picture>`` element needs of one picture's sizes, None without any."""
    sizes = [(use, use.recipe) for use in uses if isinstance(use.recipe, ImageRecipe)]
    sizes.sort(key=lambda pair: pair[1].width_px)
    if not sizes:
        return None
    sets: dict[str, list[str]] = {}
    for use, recipe in sizes:
        sets.setdefault(recipe.format, []).append(f"{use.url} {recipe.width_px}w")
    plain = [(use, recipe) for use, recipe in sizes if recipe.format == "jpeg"]
    use, recipe = plain[len(plain) // 2]
    return {
        "sources": [(f"image/{name}", ", ".join(sets[name])) for name in QUALITY if name in sets],
        "src": use.url,
        "width": recipe.width_px,
        "height": recipe.height_px,
        "alt": use.alt,
    }


def draw_film(uses: Iterable[MediaUse], film: str, poster: str) -> dict[str, object] | None:
    """Return what a ``<video>`` element needs of the film in a slot, None without one.

    Captions become a data address: a file of their own would be one more thing to recall.
    """
    by_slot = {use.slot: use for use in uses}
    use = by_slot.get(film)
    if use is None or use.recipe.kind != "video":
        return None
    still = by_slot.get(poster)
    captions = base64.b64encode(use.captions.encode()).decode()
    return {
        "src": use.url,
        "poster": still.url if still else "",
        "width": use.recipe.width_px,
        "height": use.recipe.height_px,
        "name": use.alt,
        "track": f"data:text/vtt;base64,{captions}" if captions else "",
    }
