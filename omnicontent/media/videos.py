"""Films: one sandboxed ffmpeg process, one decode, every recipe's file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from omnicontent.media.images import Made
from omnicontent.media.recipes import FrameRecipe, VideoRecipe


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """What a film file is, after rotation."""

    width_px: int
    height_px: int
    seconds: float
    fps: float
    has_sound: bool
    digest: str


def inspect_video(path: Path) -> VideoFacts:
    """Check a film in the sandbox and say what it is.

    :raises UnreadableMediaError: not an MP4, MOV, MKV, WebM or AVI film with a picture.
    :raises MediaTooLargeError: larger than 3840x2160, 60 frames a second or 30 minutes.
    """
    raise NotImplementedError


def make_videos(
    source: Path,
    recipes: Sequence[tuple[VideoRecipe | FrameRecipe, Path]],
    progress: Callable[[float], None] = lambda share: None,
) -> list[Made]:
    """Write every film and still from one decode, calling ``progress`` with 0 to 1.

    Kills the whole process group when interrupted; half files never appear.

    :raises MediaError: see the tree in ``errors``.
    """
    raise NotImplementedError
