"""Pictures: one decode a source, a window of it for every recipe, one encode a file.

libvips decodes and scales, Pillow draws and encodes; see ``pyramid`` and ``encoding`` for why.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from omnicontent.media.errors import MediaError
from omnicontent.media.pictures.decoding import check
from omnicontent.media.pictures.drawing import Source, finished, open_source
from omnicontent.media.pictures.encoding import Drawn, Encoded, encode_within_budget
from omnicontent.media.pictures.opening import FORMATS, file_digest, opened, upright_size
from omnicontent.media.placing import write_whole
from omnicontent.media.recipes import ImageRecipe, PosterRecipe

Wish = tuple[ImageRecipe | PosterRecipe, Path]

ENCODE_THREADS = 1
"""Celery runs a process for every core already; one that is alone may take two."""
_AHEAD = 4
"""How many pictures are drawn before the encoder has come to them; more would only fill memory."""
_EFFORT = {"avif": 4, "webp": 3}
"""What a pixel takes, beside one of JPEG: about, as AVIF's speed and quality change it."""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What a picture file is, after its EXIF rotation."""

    width_px: int
    height_px: int
    format: str
    digest: str


@dataclass(frozen=True, slots=True)
class Made:
    """A finished rendition on disk. ``upscaled`` above 1 means pixels were invented.

    ``lufs`` is how loud a film came out, None where there is nothing to hear; ``quality`` that of
    a picture, less than its recipe's where more bytes would not have fitted.
    """

    path: Path
    width_px: int
    height_px: int
    bytes: int
    upscaled: float = 1.0
    seconds: float | None = None
    lufs: float | None = None
    quality: int | None = None


def inspect_image(path: Path) -> ImageFacts:
    """Check a picture file and say what it is, without trusting its name.

    What passes can be decoded later: it is read to its end by the same decoder.

    :raises UnreadableMediaError: not a JPEG, PNG, WebP, AVIF, HEIC or GIF, or truncated.
    :raises MediaTooLargeError: more than 50 million pixels over all frames.
    """
    with opened(path) as image:
        width_px, height_px = upright_size(image)
        check(path, image)
        return ImageFacts(width_px, height_px, FORMATS[image.format or ""], file_digest(path))


@dataclass(frozen=True, slots=True)
class Unmade:
    """A file that can't be made of a picture, and why; others of the same picture can."""

    path: Path
    error: MediaError


def make_images(
    source: Path, recipes: Sequence[Wish], threads: int = ENCODE_THREADS
) -> Iterator[Made]:
    """Write every recipe's file from one decode of ``source``, yielding each as it is done.

    Like :func:`try_images`, but the first file that can't be made ends it.

    :raises MediaError: see the tree in ``errors``.
    """
    for outcome in try_images(source, recipes, threads):
        if isinstance(outcome, Unmade):
            raise outcome.error
        yield outcome


def try_images(
    source: Path, recipes: Sequence[Wish], threads: int = ENCODE_THREADS
) -> Iterator[Made | Unmade]:
    """Write every recipe's file that can be made, yielding each as it is done.

    The next pictures are scaled while others are encoded; those that show the same pixels come
    one after the other, and what takes longest comes first, so that no thread is left with it at
    the end. A file appears under its final name only when it is whole.

    :raises UnreadableMediaError: no format we take, or damaged: no file can be made.
    :raises MediaTooLargeError: more than 50 million pixels over all frames.
    """
    decoded = open_source(source, [recipe for recipe, _ in recipes])
    pool = ThreadPoolExecutor(threads)
    waiting: deque[Future[Made | Unmade]] = deque()
    try:
        for scaled, wish in _scaled(decoded, recipes):
            waiting.append(pool.submit(_try, scaled, *wish, decoded.upscaled(wish[0])))
            while waiting and (waiting[0].done() or len(waiting) > threads + _AHEAD):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _scaled(source: Source, wishes: Sequence[Wish]) -> Iterator[tuple[Drawn, Wish]]:
    """Yield the pixels of every wish; wishes that look alike share them."""
    alike: dict[object, list[Wish]] = {}
    for wish in wishes:
        alike.setdefault(source.look(wish[0]), []).append(wish)
    for group in sorted(alike.values(), key=_effort, reverse=True):
        scaled = source.scaled(group[0][0])
        for wish in group:
            yield scaled, wish


def _effort(alike: Sequence[Wish]) -> int:
    """Return about how much there is to encode, in pixels of JPEG."""
    formats = [(one, "pdf" if isinstance(one, PosterRecipe) else one.format) for one, _ in alike]
    return sum(one.width_px * one.height_px * _EFFORT.get(name, 1) for one, name in formats)


def _try(
    scaled: Drawn, recipe: ImageRecipe | PosterRecipe, path: Path, upscaled: float
) -> Made | Unmade:
    try:
        encoded = _encoded(finished(scaled, recipe), recipe)
    except MediaError as error:
        return Unmade(path, error)
    write_whole(path, encoded.data)
    size = (recipe.width_px, recipe.height_px, len(encoded.data))
    return Made(path, *size, upscaled, quality=encoded.quality)


def _encoded(drawn: Drawn, recipe: ImageRecipe | PosterRecipe) -> Encoded:
    if isinstance(recipe, ImageRecipe):
        return encode_within_budget(drawn, recipe)
    from omnicontent.media.posters.poster import draw_poster  # loads a PDF library that few need

    return Encoded(draw_poster(drawn.frames[0], recipe))
