"""Encoding pictures, and finding the best quality that a byte budget allows.

Pillow encodes: its JPEG and WebP cost less than libvips' at the same bytes, its AVIF the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from math import log

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from omnicontent.media.errors import BudgetError
from omnicontent.media.pictures.metadata import xmp_packet
from omnicontent.media.recipes import ImageFormat, ImageRecipe
from omnicontent.phrases import phrase as _

QUALITY_FLOORS: dict[ImageFormat, int] = {"jpeg": 50, "webp": 66, "avif": 48}
"""Below 50 JPEG blocks show on phones; a surface with such a budget gets an issue instead. The
others look the same there: photos have the SSIM of JPEG 50 (.966 in ``picture_quality``)."""
ENCODES_MAX = 5
"""How often a picture is encoded at most until it fits its budget."""
_CAUTION = 0.96
"""After a miss the next try aims this much lower: one that fits is worth more than one that is
nearer."""
_SPEED, _THOROUGH_SPEED = 9, 6
"""AVIF: speed 9 costs a seventh of speed 6, and its files are still smaller than WebP's."""
_XMP_IN_PNG = "XML:com.adobe.xmp"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pixels as they will be shown; more than one frame is an animation.

    ``milliseconds`` says how long each frame is shown; ``loop`` how often all, 0 for without end.
    """

    frames: tuple[Image.Image, ...]
    milliseconds: tuple[int, ...] = ()
    loop: int = 0


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture's bytes, and the quality that they have, None where nothing could lower it."""

    data: bytes
    quality: int | None = None


def encode_within_budget(drawn: Drawn, recipe: ImageRecipe) -> Encoded:
    """Encode at the recipe's quality, or about the highest below it that fits ``max_bytes``.

    :raises BudgetError: even the lowest quality we accept is too large, and the budget is strict.
    """

    def encoded(quality: int) -> bytes:
        return encode(drawn, recipe, quality)

    data, quality = encoded(recipe.quality), recipe.quality
    if recipe.max_bytes is None or len(data) <= recipe.max_bytes:
        return Encoded(data, quality)
    floor = QUALITY_FLOORS.get(recipe.format, quality)
    if floor < quality:
        data, quality = _search(encoded, (floor, quality), len(data), recipe.max_bytes)
    if len(data) > recipe.max_bytes and recipe.strict:
        raise BudgetError(
            _(
                "The picture of %(size)s needs more than the %(most)s bytes its surface takes. "
                "Choose a calmer picture.",
                size=f"{recipe.width_px}x{recipe.height_px}",
                most=recipe.max_bytes,
            )
        )
    return Encoded(data, quality)


def encode(drawn: Drawn, recipe: ImageRecipe, quality: int) -> bytes:
    """Return the picture's bytes; its credit and origin are the only metadata."""
    options = _options(recipe, quality)
    first, *others = drawn.frames
    if others:
        options |= {"save_all": True, "append_images": others, "loop": drawn.loop}
        options["duration"] = list(drawn.milliseconds)
    out = BytesIO()
    # save() keeps its parameters on the image: two threads sharing one would swap qualities.
    first.copy().save(out, recipe.format, **options)
    return out.getvalue()


def _search(
    encoded: Callable[[int], bytes], qualities: tuple[int, int], size: int, budget: int
) -> tuple[bytes, int]:
    """Return what fits at a quality between both, or what the lower one makes; and its quality.

    ``size`` is what the upper one makes. The logarithm of the size grows about evenly with
    quality, so that few tries come near.
    """
    low, high = qualities
    best, aim = encoded(low), float(budget)
    for _encode in range(ENCODES_MAX - 2):
        if len(best) > budget or high - low <= 1:
            break
        share = log(aim / len(best)) / log(size / len(best))
        middle = min(max(low + int(share * (high - low)), low + 1), high - 1)
        data = encoded(middle)
        if len(data) <= budget:
            low, best = middle, data
        else:
            high, size = middle, len(data)
            aim *= _CAUTION
    return best, low


def _options(recipe: ImageRecipe, quality: int) -> dict[str, object]:
    xmp = xmp_packet(recipe.credit, recipe.ai_origin)
    if recipe.format == "png":
        return {"compress_level": 6, "pnginfo": _png_texts(xmp)}
    options: dict[str, object] = {"quality": quality} | ({"xmp": xmp} if xmp else {})
    match recipe.format:
        case "jpeg":
            return options | {"progressive": True, "optimize": True, "subsampling": "4:2:0"}
        case "webp":
            return options | {"method": 4}
        case "avif":
            speed = _THOROUGH_SPEED if recipe.thorough else _SPEED
            # Celery runs a process for every core already.
            return options | {"speed": speed, "max_threads": 1}


def _png_texts(xmp: bytes) -> PngInfo:
    texts = PngInfo()
    if xmp:
        texts.add_itxt(_XMP_IN_PNG, xmp.decode())
    return texts
