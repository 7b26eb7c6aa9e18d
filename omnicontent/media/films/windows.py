"""Which part of the source each frame of a rendition shows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnicontent.media.films.cutting import EARLY_SECONDS, Cut, frame_at
from omnicontent.media.films.paths import positions
from omnicontent.media.films.probing import Probe
from omnicontent.media.framing.cropping import cover, even_window
from omnicontent.media.recipes import Key, ShotFrame, VideoRecipe

Places = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of all frames that come from the source, one after the other.

    ``places`` are left and top, ``sizes`` width and height, each of shape (frames, 2), in pixels
    of the source. ``pads`` says what fills the rest of each frame.
    """

    places: Places
    sizes: Whole
    pads: tuple[str, ...]
    moving: bool


def shots_of(recipe: VideoRecipe, probe: Probe) -> tuple[ShotFrame, ...]:
    """Return the recipe's shots with windows no larger than the picture, or one in its middle."""
    if recipe.shots:
        return tuple(_inside(shot, probe) for shot in recipe.shots)
    size = (probe.width_px, probe.height_px)
    frame = even_window(cover(*size, recipe.width_px, recipe.height_px), *size)
    return (
        ShotFrame(
            start=0,
            end=max(probe.seconds, 0.001),
            width=frame.right - frame.left,
            height=frame.bottom - frame.top,
            keys=(Key(at=0, left=frame.left, top=frame.top),),
        ),
    )


def enlargement(recipe: VideoRecipe, probe: Probe) -> float:
    """Return how many pixels of the rendition one of the source becomes at most, at least 1."""
    target = (recipe.width_px, recipe.height_px)
    sizes = ((shot.width, shot.height) for shot in shots_of(recipe, probe))
    return max(1.0, *(min(target[0] / wide, target[1] / tall) for wide, tall in sizes))


def windows_of(cut: Cut, probe: Probe) -> Windows:
    """Return the window of each of the cut's frames: a shot's from its first frame on.

    Each frame is given the place of the moment when the source's picture in it was taken: one
    that is shown twice would else slip away under its window and jump back.
    """
    fps, shots = cut.recipe.fps, shots_of(cut.recipe, probe)
    numbers = np.concatenate([np.arange(part.first, part.end) for part in cut.parts])
    taken = _taken(numbers, fps, probe.fps)
    starts = [frame_at(shot.start, fps) for shot in shots[1:]]
    which = np.searchsorted(np.array(starts), numbers, side="right")
    places = np.zeros((len(numbers), 2))
    for number in np.unique(which).tolist():
        places[which == number] = positions(shots[number], taken[which == number])
    sizes = np.array([(shot.width, shot.height) for shot in shots])[which]
    room = np.array((probe.width_px, probe.height_px)) - sizes
    shown = [shots[number] for number in np.unique(which).tolist()]
    return Windows(
        np.clip(places, 0, room),
        sizes,
        tuple(shots[number].pad for number in which.tolist()),
        any(len(shot.keys) > 1 for shot in shown),
    )


def _taken(numbers: Whole, fps: int, source_fps: float) -> Places:
    if source_fps <= 0:
        return numbers / fps
    after = ((numbers + 0.5) / fps - EARLY_SECONDS) * source_fps
    taken: Places = np.maximum(0.0, np.ceil(after - 1e-6) - 1) / source_fps
    return taken


def _inside(shot: ShotFrame, probe: Probe) -> ShotFrame:
    width = min(shot.width, probe.width_px // 2 * 2)
    height = min(shot.height, probe.height_px // 2 * 2)
    return shot.model_copy(update={"width": width, "height": height})
