"""What a channel's film shows at each moment: planned as for a release, sampled for a screen."""

import numpy as np
from django.utils.translation import gettext_lazy as _

from omnicontent.media.films.paths import positions
from omnicontent.media.marks import Marks
from omnicontent.media.recipes import ShotFrame
from omnicontent.media.reframe.own import own_shot
from omnicontent.media.reframe.planning import plan_shots
from omnicontent.media.seen import OwnShot, SeenShot
from omnicontent.stories.marking.shapes import Shape
from omnicontent.stories.models import MasterMedia

SAMPLES_PER_SECOND = 10
MODES = {"still": _("still"), "moves": _("moves"), "whole": _("whole picture")}
Size = tuple[int, int]


def film_windows(
    film: MasterMedia, shape: Shape, own: tuple[OwnShot, ...], marks: Marks
) -> dict[str, list[dict[str, object]]]:
    """Return the film's shots with how each is shown, and the windows as fractions of it.

    A window may serve several shots: its samples say left and top ten times a second.
    """
    size, target = (film.width or 0, film.height or 0), (shape.width_px, shape.height_px)
    seen = film.known_seen()
    shots = seen.shots if seen else ()
    windows = plan_shots(shots, size, target, marks, own, film.duration)
    spans = shots or (SeenShot(start=0, end=film.duration),)
    return {
        "shots": [_shot(shot, windows, size, shape.ratio, own) for shot in spans],
        "windows": [_window(window, size) for window in windows],
    }


def _shot(
    shot: SeenShot,
    windows: tuple[ShotFrame, ...],
    size: Size,
    ratio: float,
    own: tuple[OwnShot, ...],
) -> dict[str, object]:
    middle = (shot.start + shot.end) / 2
    window = next((one for one in windows if one.start <= middle < one.end), windows[-1])
    mode = _mode(window, size)
    chosen = own_shot(own, shot, ratio)
    return {
        "start": shot.start,
        "end": shot.end,
        "mode": mode,
        "words": str(MODES[mode]),
        "own": "" if chosen is None else "whole" if chosen.whole else "hand",
    }


def _mode(window: ShotFrame, size: Size) -> str:
    if window.pad or (window.width >= size[0] - 1 and window.height >= size[1] - 1):
        return "whole"
    places = {(round(key.left), round(key.top)) for key in window.keys}
    return "moves" if len(places) > 1 else "still"


def _window(window: ShotFrame, size: Size) -> dict[str, object]:
    count = max(2, round((window.end - window.start) * SAMPLES_PER_SECOND) + 1)
    if len(window.keys) == 1:
        count = 1
    times = np.linspace(window.start, window.end, count)
    places = positions(window, times) / size
    return {
        "start": window.start,
        "end": window.end,
        "width": window.width / size[0],
        "height": window.height / size[1],
        "padded": bool(window.pad),
        "times": np.round(times, 3).tolist(),
        "places": np.round(places, 5).tolist(),
    }
