"""The window of a master that a rendition will show, for browsers: they crop as we will encode."""

import json
from dataclasses import dataclass
from math import ceil

import numpy as np

from omnicontent.channels.framing import window_at
from omnicontent.media.films.paths import positions
from omnicontent.media.framing.cropping import cover
from omnicontent.media.recipes import Frame, ImageRecipe, PosterRecipe, ShotFrame, VideoRecipe

Size = tuple[int, int]
STEP_SECONDS = 0.2
"""Between so close points of its path a window moves as good as evenly."""


@dataclass(frozen=True, slots=True)
class Window:
    """What a style sheet needs: ``view`` is exact, ``position`` for browsers that lack it."""

    view: str
    """CSS object-view-box: what lies within these insets is the picture."""
    position: str
    """CSS object-position of a picture that covers its box."""
    pad: str = ""
    """What fills the rest where the window has another shape: ``blur``, a color, or nothing."""

    @property
    def css(self) -> str:
        """The properties that the mocks' style sheet asks for."""
        ground = f"; background: {self.pad}" if self.pad.startswith("#") else ""
        return f"--view: {self.view}; --position: {self.position}{ground}"


def window_of(source: Size, recipe: ImageRecipe | VideoRecipe | PosterRecipe) -> Window:
    """Return the window that the encoder cuts out of a master of ``source`` pixels.

    A film's is that of its first shot.
    """
    frame, (width, height) = _frame_in(source, recipe), source
    insets = (
        frame.top / height,
        1 - frame.right / width,
        1 - frame.bottom / height,
        frame.left / width,
    )
    across = _percent(frame.left, width - frame.right)
    return Window(
        view="inset({})".format(" ".join(f"{100 * share:.3f}%" for share in insets)),
        position=f"{across} {_percent(frame.top, height - frame.bottom)}",
        pad=frame.pad,
    )


def windows_over_time(source: Size, recipe: object) -> str:
    """Return the windows of a film's shots as JSON for ``film-window.js``; empty for one window.

    A list of shots: ``start`` in seconds, ``width`` and ``height`` of the window and ``path`` of
    its corner, ``[seconds, left, top]``, as shares of the source, and ``pad``.
    """
    shots = recipe.shots if isinstance(recipe, VideoRecipe) else ()
    if len(shots) < 2 and all(len(shot.keys) < 2 for shot in shots):
        return ""
    return json.dumps([_moving(source, shot) for shot in shots], separators=(",", ":"))


def stands_on_blur(recipe: object) -> bool:
    """Tell whether any shot of a film is padded with a blurred copy of itself."""
    return isinstance(recipe, VideoRecipe) and any(shot.pad == "blur" for shot in recipe.shots)


def _moving(source: Size, shot: ShotFrame) -> dict[str, object]:
    width, height = source
    first, last = shot.keys[0].at, shot.keys[-1].at
    times = np.linspace(first, last, 1 + ceil((last - first) / STEP_SECONDS))
    places = positions(shot, times) / (width, height)
    path = np.column_stack((times, places)).round(5)
    return {
        "start": shot.start,
        "width": round(shot.width / width, 5),
        "height": round(shot.height / height, 5),
        "path": path.tolist(),
        "pad": shot.pad,
    }


def _frame_in(source: Size, recipe: ImageRecipe | VideoRecipe | PosterRecipe) -> Frame:
    """Return the recipe's frame, or that of its first shot, or else the middle."""
    if isinstance(recipe, VideoRecipe):
        if recipe.shots:
            first = recipe.shots[0]
            return window_at(first, first.keys[0].left, first.keys[0].top)
    elif recipe.frame:
        return recipe.frame
    return cover(*source, recipe.width_px, recipe.height_px)


def _percent(before: float, after: float) -> str:
    """Return where the window stands, as a part of the way that it can move."""
    room = before + after
    return f"{100 * before / room:.2f}%" if room > 0 else "50%"
