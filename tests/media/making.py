"""Making one rendition and looking at it."""

from pathlib import Path

from PIL import Image

from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import ImageFormat, ImageRecipe

FORMATS: tuple[ImageFormat, ...] = ("jpeg", "png", "webp", "avif")


def made(source: Path, recipe: ImageRecipe) -> Image.Image:
    path = source.with_name(f"made.{recipe.suffix}")
    (result,) = make_images(source, [(recipe, path)])
    assert result.bytes == path.stat().st_size
    with Image.open(path) as image:
        assert image.size == (recipe.width_px, recipe.height_px)
        image.load()
    return image


def small(image_format: ImageFormat = "png", **changes: object) -> ImageRecipe:
    recipe = ImageRecipe(width_px=60, height_px=40, format=image_format)
    return ImageRecipe.model_validate({**recipe.model_dump(), **changes})
