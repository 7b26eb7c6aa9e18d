"""Pictures by Pillow: one decode a source, a cover-crop around the focus for every recipe."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from omnicontent.media.cropping import cover
from omnicontent.media.encoding import encode_within_budget
from omnicontent.media.opening import FORMATS, file_digest, load_upright, opened, upright_size
from omnicontent.media.overlay import draw_words
from omnicontent.media.placing import write_whole
from omnicontent.media.recipes import Frame, ImageRecipe, PosterRecipe


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What a picture file is, after its EXIF rotation."""

    width_px: int
    height_px: int
    format: str
    digest: str


@dataclass(frozen=True, slots=True)
class Made:
    """A finished rendition on disk. ``upscaled`` above 1 means pixels were invented."""

    path: Path
    width_px: int
    height_px: int
    bytes: int
    upscaled: float = 1.0
    seconds: float | None = None


def inspect_image(path: Path) -> ImageFacts:
    """Check a picture file and say what it is, without trusting its name.

    :raises UnreadableMediaError: not a JPEG, PNG, WebP, AVIF, HEIC or GIF, or truncated.
    :raises MediaTooLargeError: more than 50 million pixels over all frames.
    """
    with opened(path) as image:
        width_px, height_px = upright_size(image)
        # A draft decodes a JPEG at an eighth of its size but still reads it to the end.
        image.draft(None, (width_px // 8, height_px // 8))
        image.load()
        return ImageFacts(width_px, height_px, FORMATS[image.format or ""], file_digest(path))


def make_images(
    source: Path, recipes: Sequence[tuple[ImageRecipe | PosterRecipe, Path]]
) -> Iterator[Made]:
    """Write every recipe's file from one decode of ``source``, yielding each as it is done.

    A file appears under its final name only when it is whole.

    :raises MediaError: see the tree in ``errors``.
    """
    with opened(source) as file:
        master = _Master(load_upright(file))
    for recipe, path in recipes:
        data = _bytes(master, recipe)
        write_whole(path, data)
        upscaled = max(1.0, 1 / master.shrink(recipe))
        yield Made(path, recipe.width_px, recipe.height_px, len(data), upscaled)


def _bytes(master: "_Master", recipe: ImageRecipe | PosterRecipe) -> bytes:
    if isinstance(recipe, ImageRecipe):
        return encode_within_budget(_draw(master, recipe), recipe)
    from omnicontent.media.poster import draw_poster  # loads a PDF library that few need

    return draw_poster(_on_white(master.fitted(recipe)), recipe)


def _draw(master: "_Master", recipe: ImageRecipe) -> Image.Image:
    picture = master.fitted(recipe)
    if recipe.format == "jpeg" or recipe.words:
        picture = _on_white(picture)
    return draw_words(picture, recipe.words, recipe.words_min_px) if recipe.words else picture


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white


@dataclass
class _Master:
    """The decoded source and its halved copies, shared by all crops.

    Shrinking 2x2 and 4x4 blocks first saves four fifths of Lanczos' work; as it still has a
    factor of at least two left to do, the difference can't be seen.
    """

    full: Image.Image
    halves: dict[int, Image.Image] = field(default_factory=dict)

    def shrink(self, recipe: ImageRecipe | PosterRecipe) -> float:
        """Return how many source pixels make one pixel of the rendition, along one side."""
        frame = self.frame(recipe)
        wide, tall = frame.right - frame.left, frame.bottom - frame.top
        return min(wide / recipe.width_px, tall / recipe.height_px)

    def frame(self, recipe: ImageRecipe | PosterRecipe) -> Frame:
        return recipe.frame or cover(*self.full.size, recipe.width_px, recipe.height_px)

    def fitted(self, recipe: ImageRecipe | PosterRecipe) -> Image.Image:
        size = (recipe.width_px, recipe.height_px)
        frame = self.frame(recipe)
        box = (frame.left, frame.top, frame.right, frame.bottom)
        level = next((step for step in (4, 2) if self.shrink(recipe) >= 2 * step), 1)
        left, top, right, bottom = (edge / level for edge in box)
        return self._reduced(level).resize(
            size, Image.Resampling.LANCZOS, box=(left, top, right, bottom)
        )

    def _reduced(self, level: int) -> Image.Image:
        if level == 1:
            return self.full
        if level not in self.halves:
            self.halves[level] = self._reduced(level // 2).reduce(2)
        return self.halves[level]
