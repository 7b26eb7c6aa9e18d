"""What looking for marks in a photo costs: ``python -m tests.benchmarks.focus [--json FILE]``.

CPU of a warm process, medians of five, as a share of what each part may cost: 0.12 s for a photo
of 24 megapixels with its own proxy, 0.05 s for a picture of 512 pixels at hand, 0.2 ms for a
frame that takes some search.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from skimage import data

from omnicontent.media.focus.finding import find_marks, find_marks_in, proxy
from omnicontent.media.framing.frames import frame_picture
from omnicontent.media.geometry import Box
from omnicontent.media.marks import Keep, Marks
from tests.benchmarks.picture_set import HEIGHT, WIDTH, source

ROUNDS = 5
WITH_PROXY, AT_HAND, FRAME = 0.12, 0.05, 0.0002
BUTTONS = (
    Box(left=0, top=0, right=1, bottom=0.07),
    Box(left=0.86, top=0.4, right=1, bottom=0.85),
    Box(left=0, top=0.8, right=0.86, bottom=1),
)


def main() -> None:
    """Print CPU and share of the limit for each part; write them as JSON where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    path = source()
    photo, portrait = proxy(path), data.astronaut()
    found = {
        "24 MP file": _share(lambda: find_marks(path), WITH_PROXY),
        "its proxy alone": _share(lambda: proxy(path), WITH_PROXY),
        "photo at hand": _share(lambda: find_marks_in(photo), AT_HAND),
        "portrait at hand": _share(lambda: find_marks_in(portrait), AT_HAND),
        "frame, three boxes": _share(lambda: _frames(_marks()), 100 * FRAME),
    }
    for name, (seconds, share) in found.items():
        print(f"{name:<20}{1000 * seconds:>8.1f} ms CPU{share:>8.2f} of the limit")
    if file := parser.parse_args().json:
        shares = {name: {"cpu_seconds": one, "share": two} for name, (one, two) in found.items()}
        file.write_text(json.dumps(shares, indent=2) + "\n")


def _share(work: Callable[[], object], limit: float) -> tuple[float, float]:
    work()
    seconds = median(_cpu(work) for _ in range(ROUNDS))
    return seconds, seconds / limit


def _cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _marks() -> Marks:
    keep = ((0.6, 0.2, 0.7, 0.4), (0.55, 0.5, 0.72, 0.7), (0.5, 0.75, 0.6, 0.85))
    return Marks(
        keep=tuple(Keep(left=a, top=b, right=c, bottom=d) for a, b, c, d in keep),
        avoid=(Box(left=0.8, top=0.94, right=1, bottom=1),),
    )


def _frames(marks: Marks) -> None:
    """Frame a hundred times without the memory of earlier frames."""
    for _ in range(100):
        frame_picture.__wrapped__(marks, (WIDTH, HEIGHT), (1080, 1920), BUTTONS)


if __name__ == "__main__":
    main()
