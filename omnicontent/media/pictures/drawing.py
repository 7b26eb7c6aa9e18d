"""What a recipe shows of a source: its window, scaled or padded, on its ground, with words."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from omnicontent.media.framing.cropping import cover
from omnicontent.media.pictures.animation import Moving, moving
from omnicontent.media.pictures.decoding import decode
from omnicontent.media.pictures.encoding import Drawn
from omnicontent.media.pictures.flattening import flattened
from omnicontent.media.pictures.opening import opened
from omnicontent.media.pictures.padding import inner_size, padded
from omnicontent.media.pictures.pyramid import Pyramid
from omnicontent.media.pictures.vips import pyvips
from omnicontent.media.recipes import Frame, ImageRecipe, PosterRecipe
from omnicontent.media.words.fonts import brand_fonts
from omnicontent.media.words.overlay import draw_words

PAPER = "#ffffff"
"""A poster's ground where its picture is transparent."""


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded picture, and the animation that it may be."""

    still: Pyramid
    moving: Moving | None

    def scaled(self, recipe: ImageRecipe | PosterRecipe) -> Drawn:
        """Return what the recipe shows at its size, before anything is drawn into it."""
        size = (recipe.width_px, recipe.height_px)
        frame, background = self.frame(recipe), _background(recipe)
        if self.moving is None or not _moves(recipe):
            return Drawn((_scaled(self.still, frame, size, background),))
        shown = self.moving.thinned(size)
        frames = tuple(_scaled(one, frame, size, background) for one in shown.frames)
        return Drawn(frames, shown.milliseconds, shown.loop)

    def look(self, recipe: ImageRecipe | PosterRecipe) -> object:
        """Return a value that is the same for recipes that share their scaled pixels."""
        size = (recipe.width_px, recipe.height_px)
        return self.frame(recipe), size, _background(recipe), _moves(recipe)

    def frame(self, recipe: ImageRecipe | PosterRecipe) -> Frame:
        """Return the window that the recipe shows."""
        size = (recipe.width_px, recipe.height_px)
        return recipe.frame or cover(self.still.width, self.still.height, *size)

    def upscaled(self, recipe: ImageRecipe | PosterRecipe) -> float:
        """Return how many pixels of the rendition show one of the source, along one side."""
        frame, size = self.frame(recipe), (recipe.width_px, recipe.height_px)
        wide, tall = inner_size(frame, size) if frame.pad else size
        return max(wide / (frame.right - frame.left), tall / (frame.bottom - frame.top), 1.0)


def open_source(path: Path, recipes: Sequence[ImageRecipe | PosterRecipe]) -> Source:
    """Decode all that the recipes need of a picture.

    :raises UnreadableMediaError: no format we take, or damaged.
    :raises MediaTooLargeError: more than 50 million pixels over all frames.
    """
    with opened(path) as file:
        still = Pyramid(decode(path, file))
        return Source(still, moving(file) if any(map(_moves, recipes)) else None)


def framed(picture: Image.Image, frame: Frame, size: tuple[int, int]) -> Image.Image:
    """Return what ``frame`` shows of a picture that is decoded already, at ``size`` pixels."""
    whole = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    pyramid = Pyramid(pyvips.Image.new_from_array(np.asarray(whole), interpretation="srgb"))
    return flattened(_scaled(pyramid, frame, size, PAPER), PAPER)


def finished(drawn: Drawn, recipe: ImageRecipe | PosterRecipe) -> Drawn:
    """Return the scaled picture as it will be encoded: on its ground, with its words.

    :raises WordsError: the words can't be drawn at a legible size.
    """
    if isinstance(recipe, ImageRecipe) and recipe.format != "jpeg" and not recipe.words:
        return drawn
    frames = tuple(_finished(frame, recipe) for frame in drawn.frames)
    return Drawn(frames, drawn.milliseconds, drawn.loop)


def _background(recipe: ImageRecipe | PosterRecipe) -> str:
    return recipe.background if isinstance(recipe, ImageRecipe) else PAPER


def _moves(recipe: ImageRecipe | PosterRecipe) -> bool:
    return isinstance(recipe, ImageRecipe) and recipe.animated and recipe.format == "webp"


def _scaled(pyramid: Pyramid, frame: Frame, size: tuple[int, int], background: str) -> Image.Image:
    if frame.pad:
        return padded(pyramid, frame, size, background)
    return pyramid.window(frame, size)


def _finished(picture: Image.Image, recipe: ImageRecipe | PosterRecipe) -> Image.Image:
    flat = flattened(picture, _background(recipe))
    if isinstance(recipe, ImageRecipe) and recipe.words:
        with brand_fonts(recipe.fonts):
            return draw_words(flat, recipe.words, recipe.words_min_px, recipe.color)
    return flat
