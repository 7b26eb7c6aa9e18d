"""How much work the renditions of a photo are, beside other ways.

``python -m tests.benchmarks.pictures [--rounds 5] [--json FILE]``, after ``make demo`` has fetched
the photo; sharp takes part after ``npm install --prefix var/bench/sharp sharp``.

Every way makes the same 25 files of 24 megapixels in a process of its own, one after the other in
every round, so that a busy machine slows all of them. CPU is user and system time with that of
children. Figures are medians of the rounds' ratios: seconds say little about other machines.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

from PIL import Image

from omnicontent.media.framing.cropping import cover
from tests.benchmarks.picture_set import HEIGHT, WIDTH, files, source
from tests.benchmarks.picture_ways import PREPARE, SHARP, WAYS, wagtail_filters
from tests.media.likeness import likeness

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Figures:
    """What one run took; ``work_cpu`` and ``work_wall`` leave out the start of the process."""

    cpu: float
    work_cpu: float
    work_wall: float
    peak_mib: float


@dataclass(frozen=True)
class Aim:
    """A ratio of two ways, and what it should be at most, or at least if ``at_least``."""

    name: str
    figure: str
    one: str
    other: str
    aim: float
    at_least: bool = False


AIMS = (
    Aim("CPU to encoding alone, AVIF speed 6", "work_cpu", "ours-6", "floor-6", 1.25),
    Aim("CPU to encoding alone, AVIF speed 9", "work_cpu", "ours-9", "floor-9", 1.5),
    Aim("Wagtail's CPU to ours, same settings", "cpu", "wagtail-6", "ours-6", 3.5, True),
    Aim(
        "Wagtail's wall to ours on two threads",
        "work_wall",
        "wagtail-6",
        "ours-6-two-threads",
        4,
        True,
    ),
    Aim("peak memory to Wagtail's", "peak_mib", "ours-6-two-threads", "wagtail-6", 0.6),
    Aim("Wagtail's CPU to ours at our defaults", "cpu", "wagtail-6", "ours-9", 7, True),
    Aim("sharp's CPU to ours, AVIF speed 6", "cpu", "sharp-6", "ours-6", 1.6, True),
    Aim("sharp's CPU to ours, AVIF speed 9", "cpu", "sharp-9", "ours-9", 1.6, True),
)


def main() -> None:
    """Run all ways, and print each aim beside what was measured."""
    arguments = _arguments()
    source()
    ways = [way for way in WAYS if way != PREPARE and _is_here(way)]
    with TemporaryDirectory(prefix="pictures-") as name:
        _run(PREPARE, Path(name) / PREPARE)
        folders = {way: Path(name) / way for way in ways}
        rounds = [_round(folders) for _ in range(arguments.rounds)]
        looks = {way: _likeness(way, folders[way]) for way in ("ours-6", "ours-9", "wagtail-6")}
    results = [_result(aim, rounds) for aim in AIMS if aim.one in ways]
    _print(rounds, results, looks)
    if not _is_here("sharp"):
        print("sharp: not installed (npm install --prefix var/bench/sharp sharp)")
    if arguments.json:
        whole = {"rounds": len(rounds), "ratios": results, "ssim": looks}
        arguments.json.write_text(json.dumps(whole, indent=2))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def _is_here(way: str) -> bool:
    return not way.startswith("sharp") or (SHARP / "node_modules").exists()


def _round(folders: dict[str, Path]) -> dict[str, Figures]:
    return {way: _run(way, folder) for way, folder in folders.items()}


def _run(way: str, folder: Path) -> Figures:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    argv = [sys.executable, "-m", "tests.benchmarks.picture_ways", way, str(folder)]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{way} failed")
    work = json.loads(told.splitlines()[-1])
    cpu = usage.ru_utime + usage.ru_stime
    return Figures(cpu, work["cpu"], work["wall"], usage.ru_maxrss / 1024)


def _result(aim: Aim, rounds: list[dict[str, Figures]]) -> dict[str, object]:
    ratios = [
        getattr(one[aim.one], aim.figure) / getattr(one[aim.other], aim.figure) for one in rounds
    ]
    ratio = median(ratios)
    met = ratio >= aim.aim if aim.at_least else ratio <= aim.aim
    return {
        **asdict(aim),
        "ratio": ratio,
        "lowest": min(ratios),
        "highest": max(ratios),
        "met": met,
    }


def _likeness(way: str, folder: Path) -> float:
    """Return the mean SSIM of a way's files to Lanczos from all pixels of the same part."""
    with Image.open(source()) as photo:
        photo.load()
    likenesses = []
    for number, (size, kind) in enumerate(files()):
        with Image.open(folder / f"{number}.{kind}") as picture:
            box = _wagtails_box(number) if way == "wagtail-6" else _our_box(size)
            ideal = photo.resize(picture.size, Image.Resampling.LANCZOS, box=box)
            likenesses.append(likeness(picture, ideal))
    return mean(likenesses)


def _our_box(size: tuple[int, int]) -> Box:
    frame = cover(WIDTH, HEIGHT, *size)
    return frame.left, frame.top, frame.right, frame.bottom


def _wagtails_box(number: int) -> Box:
    if wagtail_filters()[number].startswith("width"):
        return 0, 0, WIDTH, HEIGHT
    width, height = files()[number][0]
    scale = min(WIDTH / width, HEIGHT / height)
    left, top = (WIDTH - width * scale) / 2, (HEIGHT - height * scale) / 2
    return round(left), round(top), round(WIDTH - left), round(HEIGHT - top)


def _print(
    rounds: list[dict[str, Figures]], results: list[dict[str, object]], looks: dict[str, float]
) -> None:
    print(f"{'way':<20}{'CPU s':>8}{'of it work':>12}{'wall s':>8}{'peak MiB':>10}")
    for way in rounds[0]:
        runs = [astuple(one[way]) for one in rounds]
        cpu, work, wall, peak = (median(figures) for figures in zip(*runs, strict=True))
        print(f"{way:<20}{cpu:>8.2f}{work:>12.2f}{wall:>8.2f}{peak:>10.0f}")
    print(f"\n{'ratio':<42}{'median':>8}{'range':>14}{'aim':>9}")
    for one in results:
        span = f"{one['lowest']:.2f}-{one['highest']:.2f}"
        aim = f"{'>=' if one['at_least'] else '<='} {one['aim']}"
        missed = "" if one["met"] else "  MISSED"
        print(f"{one['name']:<42}{one['ratio']:>8.2f}{span:>14}{aim:>9}{missed}")
    told = ", ".join(f"{way} {value:.4f}" for way, value in looks.items())
    print(f"\nmean SSIM of the files: {told}")


if __name__ == "__main__":
    main()
