"""What watching and planning a film cost beside encoding it.

``python -m tests.benchmarks.reframe`` prints it.

CPU of ``watch_film`` and of planning three shapes, against CPU of ``make_videos`` for five sizes
at preset veryfast, in turns; medians. A 20 s film of 1080p is looped from the demo's film, unless
``var/bench/film.mp4`` is there. The aim is 0.15; nothing asserts it. ``--json FILE`` writes the
figures. Then it says how much of drawn subjects a story's windows hold, and a crop of the middle.
"""

import argparse
import json
import subprocess
import threading
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import psutil
from imageio_ffmpeg import get_ffmpeg_exe

from omnicontent.media.films.videos import inspect_video, make_videos
from omnicontent.media.marks import Marks
from omnicontent.media.recipes import VideoRecipe
from omnicontent.media.reframe.planning import plan_shots
from omnicontent.media.reframe.watching import watch_film
from omnicontent.media.seen import FilmSeen
from tests.media.reframe.containment import WAYS, held

AIM = 0.15
ROUNDS = 3
SIZES = ((1080, 1920), (1080, 1080), (1080, 1350), (1920, 1080), (1280, 720))
SHAPES = ((1080, 1920), (1080, 1080), (1080, 1350))
VAR = Path(__file__).resolve().parents[2] / "var"


def main() -> None:
    """Print the seconds of CPU of each part, and their share of encoding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    wished = parser.parse_args()
    figures = measure(_film())
    for name, value in figures.items():
        print(f"{name:<28}{value:>9.3f}")
    print(f"aim: at most {AIM} of encoding")
    _print_held()
    if wished.json:
        wished.json.write_text(json.dumps(figures, indent=2))


def _print_held() -> None:
    """Print in how many pictures drawn subjects are whole: in our windows, in the middle."""
    print(f"{'9:16 of 16:9':<28}{'windows':>9}{'middle':>9}{'peak':>9}")
    for of, way in product(("thing", "face"), WAYS):
        with TemporaryDirectory() as folder:
            found = held(of, WAYS[way], Path(folder))
        print(
            f"{of + ', ' + way:<28}{found.in_windows:>9.3f}{found.in_middle:>9.3f}"
            f"{found.peak:>9.2f}"
        )


def measure(film: Path) -> dict[str, float]:
    """Return the figures for one film: seconds of CPU, milliseconds of planning, and the share."""
    facts = inspect_video(film)
    source = (facts.width_px, facts.height_px)
    watched, encoded, planned, walls = [], [], [], []
    for _ in range(ROUNDS):
        seen, cpu, wall = _metered(lambda: watch_film(film))
        watched.append(cpu)
        walls.append(wall)
        planned.append(_plan_ms(seen, source, facts.seconds))
        encoded.append(_metered(lambda: _encode(film))[1])
    watching = median(watched) + median(planned) / 1000
    return {
        "film, s": facts.seconds,
        "watching, s CPU": median(watched),
        "watching, s wall": median(walls),
        "planning 3 shapes, ms CPU": median(planned),
        "encoding 5 sizes, s CPU": median(encoded),
        "share of encoding": watching / median(encoded),
    }


def _plan_ms(seen: FilmSeen, source: tuple[int, int], seconds: float) -> float:
    started = time.process_time()
    for shape in SHAPES:
        plan_shots(seen.shots, source, shape, Marks(), (), seconds)
    return 1000 * (time.process_time() - started)


def _encode(film: Path) -> None:
    with TemporaryDirectory() as folder:
        recipes = [
            (VideoRecipe(width_px=w, height_px=h, seconds_max=60), Path(folder) / f"{w}x{h}.mp4")
            for w, h in SIZES
        ]
        make_videos(film, recipes)


def _metered[T](work: Callable[[], T]) -> tuple[T, float, float]:
    """Return what the work returns, its seconds of CPU, and of wall.

    The sandbox's processes are asked while they run, since what ran in a namespace of its own
    is in nobody's account afterwards.
    """
    spent: dict[int, float] = {}
    over = threading.Event()
    watch = threading.Thread(target=_watch_children, args=(spent, over))
    own, wall = time.process_time(), time.perf_counter()
    watch.start()
    try:
        result = work()
    finally:
        wall = time.perf_counter() - wall
        over.set()
        watch.join()
    return result, time.process_time() - own + sum(spent.values()), wall


def _watch_children(spent: dict[int, float], over: threading.Event) -> None:
    this = psutil.Process()
    while not over.wait(0.02):
        for child in this.children(recursive=True):
            try:
                times = child.cpu_times()
            except psutil.Error:
                continue
            spent[child.pid] = times.user + times.system


def _film() -> Path:
    film = VAR / "bench" / "film.mp4"
    if not film.is_file():
        film.parent.mkdir(parents=True, exist_ok=True)
        words = [get_ffmpeg_exe(), "-v", "error", "-y", "-stream_loop", "-1"]
        words += ["-i", str(VAR / "demo-media" / "film.mp4"), "-t", "20"]
        words += ["-vf", "scale=1920:1080", "-c:v", "libx264", "-crf", "14", str(film)]
        subprocess.run(words, check=True)
    return film


if __name__ == "__main__":
    main()
