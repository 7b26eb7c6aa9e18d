"""Picture and sound stay together: a white picture and a beep come in the same instant."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from omnicontent.media.films.videos import make_videos
from omnicontent.media.recipes import ClosingCard, Span, VideoRecipe
from tests.media.sample_films import ffmpeg

APART_MAX = 0.04
RECIPE = VideoRecipe(width_px=160, height_px=160, seconds_max=60)


def make_flashes(
    path: Path, rate: str, *, layout: str = "stereo", extra: Sequence[str] = (), seconds: int = 4
) -> Path:
    """Write a film that flashes and beeps for a tenth of a second at 1, 2, 3 seconds."""
    lit = "gte(t,0.98)*lt(mod(t+0.02,1),0.12)"
    picture = f"color=black:s=192x160:r={rate},drawbox=c=white:t=fill:enable='{lit}'"
    beep = "aevalsrc='if(gte(t,1)*lt(mod(t,1),0.1),0.6*sin(5000*t),0)':s=48000"
    ffmpeg("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", beep,
           "-af", f"aformat=channel_layouts={layout}", "-t", str(seconds), "-c:v", "libx264",
           "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", *extra, path)  # fmt: skip
    return path


def flashes(path: Path) -> list[float]:
    with av.open(str(path)) as film:
        pictures = [(float(f.pts * f.time_base), f.to_ndarray(format="gray").mean())
                    for f in film.decode(video=0)]  # fmt: skip
    bright = [(0.0, 0.0), *pictures]
    return [at for (_, dark), (at, light) in pairwise(bright) if dark < 110 <= light]


def beeps(path: Path) -> list[float]:
    with av.open(str(path)) as film:
        heard = [(float(f.pts * f.time_base), f.to_ndarray()[0]) for f in film.decode(audio=0)]
    start = heard[0][0]
    loud = np.abs(np.concatenate([samples for _, samples in heard])) > 0.08
    onsets = np.flatnonzero(loud)
    new = np.insert(np.diff(onsets) > 4800, 0, True)
    return [start + onset / 48_000 for onset in onsets[new]]


def check_together(path: Path, expected: Sequence[float]) -> None:
    seen, heard = flashes(path), beeps(path)
    assert seen == pytest.approx(expected, abs=APART_MAX)
    assert heard == pytest.approx(expected, abs=0.02)
    assert np.abs(np.array(seen) - np.array(heard)).max() <= APART_MAX


@pytest.mark.parametrize(
    ("rate", "fps", "layout"),
    [
        ("24", 30, "stereo"),
        ("30000/1001", 30, "5.1"),
        ("60", 30, "mono"),
        ("25", 60, "7.1"),
        ("24000/1001", 24, "stereo"),
    ],
)
def test_every_rate_and_layout_stays_together(
    tmp_path: Path, rate: str, fps: int, layout: str
) -> None:
    source = make_flashes(tmp_path / "a.mp4", rate, layout=layout)
    recipe = RECIPE.model_copy(update={"fps": fps})

    make_videos(source, [(recipe, tmp_path / "out.mp4")])

    check_together(tmp_path / "out.mp4", [1, 2, 3])


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_uneven_frame_times_stay_together(tmp_path: Path, suffix: str) -> None:
    # Every third second has a third of the frames, as phones record in the dark.
    uneven = ("-vf", "select='not(between(mod(t,3),1.2,1.9))+not(mod(n,3))'", "-fps_mode", "vfr")
    picture = make_flashes(tmp_path / f"a.{suffix}", "60", extra=())
    ffmpeg("-i", picture, *uneven, "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "copy",
           tmp_path / f"v.{suffix}")  # fmt: skip

    make_videos(tmp_path / f"v.{suffix}", [(RECIPE, tmp_path / "out.mp4")])

    check_together(tmp_path / "out.mp4", [1, 2, 3])


def test_a_turned_film_stays_together(tmp_path: Path) -> None:
    source = make_flashes(tmp_path / "a.mp4", "30")
    ffmpeg("-display_rotation", "90", "-i", source, "-c", "copy", tmp_path / "r.mp4")

    make_videos(tmp_path / "r.mp4", [(RECIPE, tmp_path / "out.mp4")])

    check_together(tmp_path / "out.mp4", [1, 2, 3])


def test_sound_that_starts_late_or_ends_early_keeps_its_place(tmp_path: Path) -> None:
    source = make_flashes(tmp_path / "a.mp4", "30", seconds=5)
    ffmpeg("-i", source, "-itsoffset", "1.5", "-t", "1.2", "-i", source,
           "-map", "0:v", "-map", "1:a", "-c:v", "copy", tmp_path / "l.mp4")  # fmt: skip
    recipe = RECIPE.model_copy(update={"spans": (Span(start=0, end=5), Span(start=1.6, end=2.9))})

    make_videos(tmp_path / "l.mp4", [(recipe, tmp_path / "out.mp4")])

    assert flashes(tmp_path / "out.mp4") == pytest.approx([1, 2, 3, 4, 5.4], abs=APART_MAX)
    assert beeps(tmp_path / "out.mp4") == pytest.approx([2.5, 5.9], abs=APART_MAX)


@pytest.mark.parametrize("rate", ["24", "30000/1001", "60"])
def test_spans_cut_picture_and_sound_at_one_place(tmp_path: Path, rate: str) -> None:
    source = make_flashes(tmp_path / "a.mp4", rate)
    spans = (Span(start=2.5, end=3.6), Span(start=0.4, end=1.3), Span(start=1.5, end=2.5))
    card = ClosingCard(headline="Sale", seconds=1)
    recipe = RECIPE.model_copy(update={"spans": spans, "closing_card": card})

    (made,) = make_videos(source, [(recipe, tmp_path / "out.mp4")])

    assert made.seconds == pytest.approx(4.0)
    check_together(tmp_path / "out.mp4", [0.5, 1.7, 2.5])
