"""A real film from end to end: looked at, reframed, leveled, and together with its sound.

What ffmpeg's generators draw has no grain, no soft edges and no breath before a word.
"""

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from omnicontent.media.films.videos import make_videos
from omnicontent.media.marks import Marks
from omnicontent.media.recipes import VideoRecipe
from omnicontent.media.reframe.planning import plan_shots
from omnicontent.media.reframe.watching import watch_film
from tests.media.demo_photos import demo_film
from tests.media.films.test_sound import loudness
from tests.media.reframe.layouts import check_smooth, dense
from tests.media.sample_films import ffmpeg, read_film

SOURCE = (1280, 720)
TALL, WIDE = (270, 480), (320, 180)
APART_MAX = 0.04
LAGS = np.arange(-12, 13) / 100
RATE = 8000
Samples = NDArray[np.float64]


def cut_film(path: Path) -> Path:
    """Write six seconds of the film: three as they are, three closer, mirrored, and moving."""
    closer = "crop=800:450:x='160*(t-2)':y=100,hflip,scale=1280:720,setsar=1"
    graph = (
        "[0:v]split[v0][v1];[v0]trim=0:3,setpts=PTS-STARTPTS,setsar=1[a];"
        f"[v1]trim=2.24:5.24,{closer},setpts=PTS-STARTPTS[b];[0:a]asplit[s0][s1];"
        "[s0]atrim=0:3,asetpts=PTS-STARTPTS[c];[s1]atrim=2.24:5.24,asetpts=PTS-STARTPTS[d];"
        "[a][c][b][d]concat=n=2:v=1:a=1[v][s]"
    )
    ffmpeg("-i", demo_film(), "-filter_complex", graph, "-map", "[v]", "-map", "[s]",
           "-c:v", "libx264", "-preset", "ultrafast", "-crf", "16", "-c:a", "aac",
           path)  # fmt: skip
    return path


def seen_at(path: Path) -> tuple[Samples, Samples]:
    """Return the moments of a film's pictures, and the pictures as small gray ones."""
    with av.open(str(path)) as film:
        frames = [(float(f.pts * f.time_base), f.to_image()) for f in film.decode(video=0)]
    small = [np.asarray(p.convert("L").resize((64, 36), Image.Resampling.BOX)) for _, p in frames]
    return np.array([at for at, _ in frames]), np.array(small, float)


def heard_in(path: Path) -> Samples:
    """Return a film's sound in mono, from its first moment."""
    mono = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    with av.open(str(path)) as film:
        parts = [out.to_ndarray()[0] for f in film.decode(audio=0) for out in mono.resample(f)]
    return np.concatenate(parts).astype(float)


def picture_lag(source: Path, made: Path) -> float:
    """Return how many seconds later than in its source a film's picture comes."""
    (before, pictures), (after, shown) = seen_at(source), seen_at(made)
    inner = (after > 0.2) & (after < 5.7)

    def unlike(lag: float) -> float:
        # Each picture of the source stands until the next one comes.
        places = np.searchsorted(before, after[inner] - lag + 1e-6) - 1
        return float(np.abs(shown[inner] - pictures[places]).mean())

    return float(min(LAGS, key=unlike))


def sound_lag(source: Path, made: Path) -> float:
    """Return how many seconds later than in its source a film's sound comes."""
    one, other = heard_in(source), heard_in(made)
    inner = np.arange(round(0.2 * RATE), round(5.5 * RATE))
    lags = np.arange(-RATE // 8, RATE // 8)
    alike = [float(one[inner] @ other[inner + lag]) for lag in lags]
    return float(lags[int(np.argmax(alike))]) / RATE


def test_a_real_film_is_reframed_leveled_and_together(tmp_path: Path) -> None:
    source = cut_film(tmp_path / "a.mp4")

    seen = watch_film(source)
    shots = {size: plan_shots(seen.shots, SOURCE, size, Marks(), (), 6) for size in (TALL, WIDE)}
    wishes = [
        (
            VideoRecipe(width_px=width, height_px=height, seconds_max=60, shots=planned),
            tmp_path / f"{width}.mp4",
        )
        for (width, height), planned in shots.items()
    ]
    made = make_videos(source, wishes)

    assert [shot.start for shot in seen.shots] == pytest.approx([0, 3], abs=0.05)
    assert any(len(frame.keys) > 1 for frame in shots[TALL])
    for frame in shots[TALL]:
        check_smooth(dense(frame) / SOURCE[0])
    for (recipe, path), one in zip(wishes, made, strict=True):
        film = read_film(path)
        assert film.size == (recipe.width_px, recipe.height_px)
        assert film.picture_seconds == pytest.approx(6, abs=0.05)
        assert film.sound_seconds == pytest.approx(6, abs=0.05)
        assert loudness(path).lufs == pytest.approx(-14, abs=1)
        assert one.lufs == pytest.approx(-14, abs=1)
    wide = wishes[1][1]
    lags = picture_lag(source, wide), sound_lag(source, wide)
    assert abs(lags[0] - lags[1]) <= APART_MAX, lags
