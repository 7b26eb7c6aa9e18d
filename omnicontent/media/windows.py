"""Which part of the source each frame of a rendition shows, and the filters that show it.

A window that moves is cut out in two steps: on even pixels of the source, as 4:2:0 color needs
it, and after scaling once more on whole pixels of the rendition. One step alone would move by
two pixels of the source at a time, which shows as stairs in a slow pan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

import numpy as np
from numpy.typing import NDArray

from omnicontent.media.cropping import cover, even_window
from omnicontent.media.cutting import EARLY_SECONDS, Cut, Part, frame_at
from omnicontent.media.paths import positions
from omnicontent.media.probing import Probe
from omnicontent.media.recipes import Key, ShotFrame, VideoRecipe

Places = NDArray[np.float64]
_MARGIN = 4
"""Pixels of the source around a moving window, for the second step to choose from."""
_BLUR_SHRINK = 8
_BLUR = "gblur=sigma=5,eq=brightness=-0.06"


@dataclass(frozen=True, slots=True)
class Run:
    """Frames one after the other whose windows have one size and one kind of padding."""

    part: Part
    shots: tuple[ShotFrame, ...]
    """All of the film's, cut to the picture."""

    @property
    def shot(self) -> ShotFrame:
        """One of those that are shown: it has their size and padding."""
        return self.shots[0]


def shots_of(recipe: VideoRecipe, probe: Probe) -> tuple[ShotFrame, ...]:
    """Return the recipe's shots with windows inside the picture, or one in its middle."""
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


def runs(cut: Cut, part: Part, probe: Probe) -> list[Run]:
    """Return a part's frames in runs, each of which one chain of filters can draw."""
    fps = cut.recipe.fps
    shots = shots_of(cut.recipe, probe)
    starts = [0, *(frame_at(shot.start, fps) for shot in shots[1:])]
    ends = [*starts[1:], max(part.end, starts[-1] + 1)]
    shown = [
        (shot, Part(max(start, part.first), min(end, part.end)))
        for shot, start, end in zip(shots, starts, ends, strict=True)
        if max(start, part.first) < min(end, part.end)
    ]
    return [_run(list(group)) for _, group in groupby(shown, key=lambda one: _look(one[0]))]


def window_chain(name: str, run: Run, recipe: VideoRecipe, probe: Probe, colors: str) -> str:
    """Return the filters from the source's frames of a run to the rendition's.

    ``name`` sets their labels apart, ``colors`` is what the scale filter is told of colors.
    """
    if run.shot.pad:
        return _padded(name, run, recipe, probe, colors)
    places = _places(run, recipe.fps, probe)
    size = (run.shot.width, run.shot.height)
    if all(len(shot.keys) == 1 for shot in run.shots):
        fill = f"scale={recipe.width_px}:{recipe.height_px}:{colors}"
        return f"{_crop(size, _even(places, size, probe))},{fill}"
    return _moving(places, size, recipe, probe, colors)


def _look(shot: ShotFrame) -> tuple[int, int, str]:
    return shot.width, shot.height, shot.pad


def _run(shown: Sequence[tuple[ShotFrame, Part]]) -> Run:
    part = Part(shown[0][1].first, shown[-1][1].end)
    return Run(part, tuple(shot for shot, _ in shown))


def _inside(shot: ShotFrame, probe: Probe) -> ShotFrame:
    width = min(shot.width, probe.width_px // 2 * 2)
    height = min(shot.height, probe.height_px // 2 * 2)
    return shot.model_copy(update={"width": width, "height": height})


def _places(run: Run, fps: int, probe: Probe) -> Places:
    """Return the window's left and top in each frame of the run, shape (frames, 2).

    Each frame is given the place of the moment when the source's picture in it was taken: one
    that is shown twice would else slip away under its window and jump back.
    """
    numbers = np.arange(run.part.first, run.part.end)
    taken = numbers / fps
    if probe.fps > 0:
        after = ((numbers + 0.5) / fps - EARLY_SECONDS) * probe.fps
        taken = np.maximum(0.0, np.ceil(after - 1e-6) - 1) / probe.fps
    starts = [run.part.first, *(frame_at(shot.start, fps) for shot in run.shots[1:])]
    pieces = np.split(taken, [start - run.part.first for start in starts[1:]])
    joined = [positions(shot, piece) for shot, piece in zip(run.shots, pieces, strict=True)]
    room = (probe.width_px - run.shot.width, probe.height_px - run.shot.height)
    places: Places = np.clip(np.concatenate(joined), 0, np.array(room))
    return places


def _even(places: Places, size: tuple[int, int], probe: Probe) -> Places:
    """Return the places on even pixels, with a window of this size inside the picture."""
    most = np.array([(probe.width_px - size[0]) // 2 * 2, (probe.height_px - size[1]) // 2 * 2])
    even: Places = np.clip(2 * np.rint(places / 2), 0, most)
    return even


def _moving(
    places: Places, size: tuple[int, int], recipe: VideoRecipe, probe: Probe, colors: str
) -> str:
    target = (recipe.width_px, recipe.height_px)
    moves = np.ptp(places, axis=0) > 0
    wider = [
        side + _MARGIN if move and side + _MARGIN <= whole else side
        for side, move, whole in zip(size, moves, (probe.width_px, probe.height_px), strict=True)
    ]
    scaled = [2 * ceil(t * w / s / 2) for t, w, s in zip(target, wider, size, strict=True)]
    # One pixel less than half the margin before the window, rounding included, is always there.
    coarse = _even(places - [(w - s) / 2 for w, s in zip(wider, size, strict=True)],
                   (wider[0], wider[1]), probe)  # fmt: skip
    rest = (places - coarse) * [a / b for a, b in zip(scaled, wider, strict=True)]
    fine = np.clip(np.rint(rest), 0, [a - b for a, b in zip(scaled, target, strict=True)])
    scale = f"scale={scaled[0]}:{scaled[1]}:{colors}"
    return f"{_crop((wider[0], wider[1]), coarse)},{scale},{_crop(target, fine)}:exact=1"


def _padded(name: str, run: Run, recipe: VideoRecipe, probe: Probe, colors: str) -> str:
    """Show the window whole in the middle, over a color or a blurred copy of itself."""
    wide, tall = recipe.width_px, recipe.height_px
    size = (run.shot.width, run.shot.height)
    crop = _crop(size, _even(_places(run, recipe.fps, probe), size, probe))
    share = min(wide / size[0], tall / size[1])
    width, height = (min(2 * round(side * share / 2), most)
                     for side, most in zip(size, (wide, tall), strict=True))  # fmt: skip
    left, top = (wide - width) // 4 * 2, (tall - height) // 4 * 2
    whole = f"scale={width}:{height}:{colors}"
    if run.shot.pad != "blur":
        return f"{crop},{whole},pad={wide}:{tall}:{left}:{top}:color=0x{run.shot.pad[1:]}"
    frame = even_window(cover(*size, wide, tall), *size)
    cut = (frame.right - frame.left, frame.bottom - frame.top)
    small = (max(2, wide // _BLUR_SHRINK), max(2, tall // _BLUR_SHRINK))
    ground = (
        f"crop={cut[0]}:{cut[1]}:{frame.left}:{frame.top},scale={small[0]}:{small[1]}:flags=area,"
        f"{_BLUR},scale={wide}:{tall}:{colors}"
    )
    return (
        f"{crop},split[{name}a][{name}b];[{name}a]{ground}[{name}g];[{name}b]{whole}[{name}w];"
        f"[{name}g][{name}w]overlay={left}:{top}:format=yuv420"
    )


def _crop(size: tuple[int, int], places: Places) -> str:
    left, top = (_by_frame(places[:, side].astype(int).tolist()) for side in (0, 1))
    return f"crop={size[0]}:{size[1]}:{left}:{top}"


def _by_frame(values: list[int]) -> str:
    """Return an expression for a whole number in each frame.

    Commands sent by ``sendcmd`` would be shorter, but run ahead of the frames that are queued.
    """
    changes = [0, *(n for n in range(1, len(values)) if values[n] != values[n - 1])]
    if len(changes) == 1:
        return str(values[0])
    return f"'{_choice(changes, [values[n] for n in changes])}'"


def _choice(starts: Sequence[int], values: Sequence[int]) -> str:
    """Return nested ifs as deep as a search by halves, since each frame evaluates them."""
    if len(values) == 1:
        return str(values[0])
    half = len(values) // 2
    before, after = _choice(starts[:half], values[:half]), _choice(starts[half:], values[half:])
    return f"if(lt(n,{starts[half]}),{before},{after})"
