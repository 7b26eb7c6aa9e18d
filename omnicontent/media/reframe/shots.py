"""Finding where a film's shots begin, picture by picture.

PySceneDetect finds hard cuts: its adaptive detector compares a change with those around it, so a
quick pan is none. Three things are added that it does not tell apart: a flash is no cut, a
dissolve is one at its middle, and a fade is one where the picture is gone.
"""

import warnings
from collections import deque

import cv2
import numpy as np
from numpy.typing import NDArray

from omnicontent.media.reframe.proxies import Pixels

with warnings.catch_warnings():
    # It looks for MoviePy, whose own sources have invalid escapes.
    warnings.simplefilter("ignore", SyntaxWarning)
    from scenedetect import FrameTimecode  # type: ignore[import-untyped]
    from scenedetect.detectors import AdaptiveDetector  # type: ignore[import-untyped]

SHOT_SECONDS_MIN = 0.3
"""No shot is shorter: the eye would not find what a new window shows."""
_SIDE = 64
_FLASH_SECONDS = 0.2
_LASTING = 0.5
"""After a cut the picture stays different by this share of the change; after a flash it is as
before."""
_BLEND_SECONDS = 0.4
_BLENDED = 0.3
"""In a dissolve the picture is the mean of the ones before and after: it differs from that mean
by less than this share of their difference. In a pan it differs by nine tenths."""
_CHANGED = 18.0
"""How many levels of 255 two pictures differ at least, for the change to be a dissolve."""
_SUDDEN = 6.0
"""The same for a hard cut: in the dark the detector takes noise of the hue for one."""
_ALIKE = 0.5
"""Pictures whose levels are so correlated show the same, darker or lighter: no new shot."""
_GONE = 5.0
"""A picture whose levels have a smaller standard deviation shows nothing."""
_GONE_SECONDS = 0.1
"""For longer than a flash: black between two shots."""


class Cuts:
    """Watches a film's pictures in order and notes the numbers at which new shots begin."""

    def __init__(self, fps: float) -> None:
        self._fps = max(float(fps), 1.0)
        self._detector = AdaptiveDetector(min_scene_len=1)
        self._after = max(2, round(_FLASH_SECONDS * self._fps))
        self._reach = max(self._after, round(_BLEND_SECONDS * self._fps))
        self._recent: deque[NDArray[np.int16]] = deque(maxlen=2 * self._reach + 1)
        self._newest = -1
        self._sudden: list[int] = []
        self._hard: list[int] = []
        self._blends: list[int] = []
        self._gone: list[int] = []

    def see(self, picture: Pixels) -> None:
        """Take the next picture."""
        self._newest += 1
        small = _small(picture)
        found = self._detector.process_frame(
            FrameTimecode(self._newest, self._fps), np.ascontiguousarray(small[..., ::-1])
        )
        self._recent.append(small.astype(np.int16))
        self._sudden += [cut.frame_num for cut in found]
        self._sort_sudden(self._after)
        self._note_blend()
        if _is_gone(self._recent[-1]):
            self._gone.append(self._newest)

    def found(self) -> list[int]:
        """Return the numbers of the pictures with which shots begin, the film's first left out."""
        self._sort_sudden(0)
        least = round(SHOT_SECONDS_MIN * self._fps)
        cuts: list[int] = []
        for cut in sorted([*self._hard, *filter(self._unexplained, self._gradual())]):
            if cut >= (cuts[-1] if cuts else 0) + least and cut <= self._newest + 1 - least:
                cuts.append(cut)
        return cuts

    def _sort_sudden(self, after: int) -> None:
        """Keep of the sudden changes that are ``after`` pictures old those that last."""
        while self._sudden and self._sudden[0] + after <= self._newest:
            cut = self._sudden.pop(0)
            changed = _apart(self._back(cut - 1), self._back(cut))
            lasting = _apart(self._back(cut - self._after), self._back(cut + self._after))
            if changed >= _SUDDEN and lasting >= _LASTING * changed:
                self._hard.append(cut)

    def _back(self, number: int) -> NDArray[np.int16]:
        """Return the picture of this number, or the nearest one that is still here."""
        last = len(self._recent) - 1
        return self._recent[min(max(last - self._newest + number, 0), last)]

    def _note_blend(self) -> None:
        if len(self._recent) < 2 * self._reach + 1:
            return
        before, here, after = self._recent[0], self._recent[self._reach], self._recent[-1]
        changed = _apart(before, after)
        if changed >= _CHANGED and not _is_alike(before, after):
            off = float(np.abs(2 * here - before - after).mean()) / 2
            if off <= _BLENDED * changed:
                self._blends.append(self._newest - self._reach)

    def _gradual(self) -> list[int]:
        """Return one middle for each dissolve and fade: going and coming are one change."""
        runs = [*_runs(self._blends, self._after), *self._fades()]
        middles = sorted((run[0] + run[-1] + 1) // 2 for run in runs)
        return [near[len(near) // 2] for near in _runs(middles, 2 * self._reach)]

    def _fades(self) -> list[list[int]]:
        """Return the times without a picture, but for the film's beginning and end."""
        first, last = self._after, self._newest - self._after
        runs = [run for run in _runs(self._gone, 1) if len(run) > _GONE_SECONDS * self._fps]
        return [run for run in runs if first < run[0] and run[-1] < last]

    def _unexplained(self, middle: int) -> bool:
        """Tell whether no hard cut is so near that it explains the change."""
        return all(abs(middle - cut) > self._reach for cut in self._hard)


def _runs(numbers: list[int], step: int) -> list[list[int]]:
    """Group numbers of which each is at most ``step`` after the one before."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number - runs[-1][-1] <= step:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _small(picture: Pixels) -> Pixels:
    height, width = picture.shape[:2]
    scale = _SIDE / max(width, height)
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _is_gone(picture: NDArray[np.int16]) -> bool:
    return float(picture.std()) < _GONE


def _is_alike(one: NDArray[np.int16], other: NDArray[np.int16]) -> bool:
    if _is_gone(one) or _is_gone(other):
        return True
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1]) > _ALIKE


def _apart(one: NDArray[np.int16], other: NDArray[np.int16]) -> float:
    return float(np.abs(one - other).mean())
