"""Animated sources: every frame as it is seen, and how long."""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import ImageFile

from omnicontent.media.pictures.decoding import decode_frame
from omnicontent.media.pictures.opening import PIXELS_MAX, frame_count
from omnicontent.media.pictures.pyramid import Pyramid

FRAMES_MAX = 300
_HASTE_MS = 10
_USUAL_MS = 100
"""Browsers show frames that ask for at most 10 ms for 100 ms; so old GIFs look as always."""


@dataclass(frozen=True, slots=True)
class Moving:
    """The frames of an animation, how many milliseconds each is shown, and how often all are.

    ``loop`` 0 is without end.
    """

    frames: tuple[Pyramid, ...]
    milliseconds: tuple[int, ...]
    loop: int

    def thinned(self, size: tuple[int, int]) -> "Moving":
        """Return as many frames as a file of this size may have, in the same time.

        They are at most ``FRAMES_MAX``, and ``PIXELS_MAX`` pixels together.
        """
        most = max(1, min(FRAMES_MAX, PIXELS_MAX // (size[0] * size[1])))
        step = -(-len(self.frames) // most)
        starts = range(0, len(self.frames), step)
        times = tuple(sum(self.milliseconds[start : start + step]) for start in starts)
        return Moving(self.frames[::step], times, self.loop)


def moving(image: ImageFile.ImageFile) -> Moving | None:
    """Return the animation that ``image`` is, or nothing for a still picture.

    :raises UnreadableMediaError: truncated or damaged.
    """
    if frame_count(image) < 2:
        return None
    frames, times = zip(*_frames(image), strict=True)
    # A GIF that doesn't tell is shown once; the other formats always tell.
    return Moving(frames, times, int(image.info.get("loop", 1)))


def _frames(image: ImageFile.ImageFile) -> Iterator[tuple[Pyramid, int]]:
    # An APNG's own still, for readers that know no animation, is none of its frames.
    for number in range(int(getattr(image, "default_image", False)), frame_count(image)):
        image.seek(number)
        image.load()
        time = round(image.info.get("duration", 0))
        yield Pyramid(decode_frame(image)), time if time > _HASTE_MS else _USUAL_MS
