"""Looking at a film once: its shots, what each of them shows, and its best moment."""

from collections import deque
from collections.abc import Callable
from pathlib import Path

from omnicontent.media.films.probing import Probe, probe_film
from omnicontent.media.films.sandbox import job_folder
from omnicontent.media.reframe.covers import best_cover
from omnicontent.media.reframe.looks import Look, look_at, subjects
from omnicontent.media.reframe.proxies import Pixels, read_proxies
from omnicontent.media.reframe.shots import Cuts
from omnicontent.media.seen import FilmSeen, SeenShot

LOOKS_A_SECOND = 4
_APART_SECONDS = 0.08
"""Between the three pictures that tell what moves."""


def watch_film(source: Path, progress: Callable[[float], None] = lambda share: None) -> FilmSeen:
    """Return the shots of a film, what they show, and the moment of its best still.

    The film is decoded in the sandbox, once. ``progress`` is called with 0 to 1. Shots follow
    each other without a gap from 0 to the film's end, in seconds.

    :raises UnreadableMediaError: no film that we take, without a picture, or truncated.
    :raises MediaTooLargeError: larger than 3840x2160, 60 frames a second or 30 minutes.
    :raises EncodingError: it ran out of time.
    """
    with job_folder(source) as folder:
        probe = probe_film(folder)
        watcher = _Watcher(probe, progress)
        times = read_proxies(folder, probe, watcher.see)
    seen = watcher.told(times, probe.seconds)
    progress(1.0)
    return seen


class _Watcher:
    """Sees every picture of a film, and looks closely at some of them a second."""

    def __init__(self, probe: Probe, progress: Callable[[float], None]) -> None:
        self._cuts = Cuts(probe.fps)
        self._every = max(1, round(probe.fps / LOOKS_A_SECOND))
        self._apart = max(1, round(_APART_SECONDS * probe.fps))
        self._recent: deque[Pixels] = deque(maxlen=2 * self._apart + 1)
        self._newest = -1
        self._looks: list[Look] = []
        self._progress = progress
        self._expected = max(1.0, probe.seconds * probe.fps)

    def see(self, picture: Pixels) -> None:
        """Take the next picture."""
        self._newest += 1
        self._cuts.see(picture)
        self._recent.append(picture)
        number = self._newest - self._apart
        # Not the film's first picture: none before it tells what moves.
        if number >= 0 and number % self._every == self._every // 2:
            middle = len(self._recent) - 1 - self._apart
            self._looks.append(look_at(number, self._recent, middle))
            self._progress(min(0.99, self._newest / self._expected))

    def told(self, times: list[float], seconds: float) -> FilmSeen:
        """Return what was seen; ``times`` are the moments of all pictures."""
        looks = self._looks or [look_at(0, self._recent, 0)]
        cuts = [0, *self._cuts.found(), len(times)]
        starts = [0.0, *(times[cut] for cut in cuts[1:-1])]
        ends = [*starts[1:], max(seconds, times[-1])]
        shots = tuple(
            SeenShot(
                start=start,
                end=end,
                seen=subjects([look for look in looks if first <= look.number < last], times),
            )
            for start, end, first, last in zip(starts, ends, cuts[:-1], cuts[1:], strict=True)
        )
        return FilmSeen(shots=shots, cover_seconds=best_cover(looks, times, starts, seconds))
