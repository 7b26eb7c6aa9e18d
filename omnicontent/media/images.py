"""Pictures by Pillow: one decode a source, a cover-crop around the focus for every recipe."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from omnicontent.media.recipes import ImageRecipe


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
    raise NotImplementedError


def make_images(source: Path, recipes: Sequence[tuple[ImageRecipe, Path]]) -> Iterator[Made]:
    """Write every recipe's file from one decode of ``source``, yielding each as it is done.

    A file appears under its final name only when it is whole.

    :raises MediaError: see the tree in ``errors``.
    """
    raise NotImplementedError
