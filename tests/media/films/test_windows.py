from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from omnicontent.media.films.cutting import frame_at
from omnicontent.media.films.paths import positions
from omnicontent.media.films.videos import make_videos
from omnicontent.media.recipes import FrameRecipe, ImageRecipe, Key, ShotFrame, Span, VideoRecipe
from tests.media.photos import near
from tests.media.sample_films import ffmpeg, make_film

COLORS = {"red": (254, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 254), "white": (255, 255, 255)}
SHARP = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "8", "-pix_fmt", "yuv420p")
ODD = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p")
SIZE = (640, 360)


def make_shots(path: Path, rate: str, shots: list[tuple[str, str, int]]) -> list[float]:
    """Write shots with a color on each half; return their starts, and the end, in seconds."""
    words: list[str] = []
    for left, right, frames in shots:
        half = f"drawbox=x=320:w=320:h=360:color={right}:t=fill,trim=end_frame={frames}"
        words += ["-f", "lavfi", "-i", f"color={left}:s=640x360:r={rate}:d=9,{half}"]
    inputs = "".join(f"[{number}:v]" for number in range(len(shots)))
    joined = f"{inputs}concat=n={len(shots)}:v=1:a=0[o]"
    ffmpeg(*words, "-filter_complex", joined, "-map", "[o]", *SHARP, path)
    counts = [frames for _, _, frames in shots]
    return [float(sum(counts[:n]) / Fraction(rate)) for n in range(len(counts) + 1)]


def pictures(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as film:
        return [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]


def looks(pixel: np.ndarray, color: tuple[int, ...], tolerance: int) -> bool:
    return near(tuple(pixel.tolist()), color, tolerance)


def still(
    start: float, end: float, left: float, pad: str = "", size: tuple[int, int] = (202, 360)
):
    keys = (Key(at=start, left=left, top=0),)
    return ShotFrame(start=start, end=end, width=size[0], height=size[1], keys=keys, pad=pad)


@pytest.mark.parametrize(
    ("rate", "name", "fps"),
    [
        ("24", "a.mp4", 30),
        ("60", "a.mkv", 30),
        ("30000/1001", "a.mp4", 30),
        ("50", "a.mkv", 24),
        ("24000/1001", "a.mkv", 60),
    ],
)
def test_each_shot_starts_at_its_own_window_on_its_first_frame(
    tmp_path: Path, rate: str, name: str, fps: int
) -> None:
    shots = [("red", "blue", 17), ("blue", "lime", 13), ("white", "red", 21), ("red", "blue", 9)]
    starts = make_shots(tmp_path / name, rate, shots)
    frames = tuple(
        still(starts[n], starts[n + 1], 0 if n % 2 == 0 else 438) for n in range(len(shots))
    )
    recipe = VideoRecipe(
        width_px=202, height_px=360, fps=fps, seconds_max=60, crf=10, shots=frames, sound=False
    )

    make_videos(tmp_path / name, [(recipe, tmp_path / "out.mp4")])

    wanted = ["red", "lime", "white", "blue"]
    order: list[str] = []
    for picture in pictures(tmp_path / "out.mp4"):
        seen = [c for c in wanted if looks(picture[180, 100], COLORS[c], tolerance=25)]
        assert seen, f"no window shows {picture[180, 100]}"
        assert picture[20:-20, 20:-20].std(axis=(0, 1)).max() < 8  # one half of the shot alone
        order += [seen[0]] if order[-1:] != seen else []
    assert order == wanted


def centers(path: Path) -> np.ndarray:
    rows = [picture[picture.shape[0] // 2, :, 0].astype(float) for picture in pictures(path)]
    lights = [np.clip(row - 30, 0, None) for row in rows]
    return np.array([(np.arange(len(x)) * x).sum() / x.sum() for x in lights])


@pytest.mark.parametrize("rate", ["24", "30"])
def test_a_moving_window_goes_by_single_pixels(tmp_path: Path, rate: str) -> None:
    bar = f"color=black:s=640x360:r={rate},drawbox=x=300:w=10:h=360:color=white:t=fill"
    source = make_film(tmp_path / "a.mp4", picture=bar, seconds=2, sound="", codec=SHARP)
    keys = tuple(
        Key(at=at, left=left, top=0) for at, left in [(0, 150), (0.7, 165), (1.4, 205), (2, 280)]
    )
    shot = ShotFrame(start=0, end=2, width=202, height=360, keys=keys)
    recipe = VideoRecipe(
        width_px=404, height_px=720, seconds_max=9, crf=8, shots=(shot,), sound=False
    )

    make_videos(source, [(recipe, tmp_path / "out.mp4")])

    found = centers(tmp_path / "out.mp4")
    taken = np.arange(2 * int(rate)) / int(rate)
    first = np.floor(taken * 30 + 0.53)  # halves go to the later frame
    shown = taken[np.searchsorted(first, np.arange(len(found)), side="right") - 1]
    expected = (304.5 - positions(shot, shown)[:, 0]) * 2
    # One pixel of the source is two here: steps by two of its pixels would be off by four.
    assert np.abs(found - expected).max() < 2.2
    assert np.abs(np.diff(found) - np.diff(expected)).max() < 2


def test_a_padded_shot_is_shown_whole_among_cropped_ones(tmp_path: Path) -> None:
    shots = [("red", "blue", 12), ("white", "red", 12), ("blue", "lime", 12), ("red", "blue", 12)]
    starts = make_shots(tmp_path / "a.mp4", "24", shots)
    frames = (
        still(starts[0], starts[1], 0),
        still(starts[1], starts[2], 0, "#00ff00", SIZE),
        still(starts[2], starts[3], 0, "blur", SIZE),
        still(starts[3], starts[4], 420, size=(180, 320)),
    )
    recipe = VideoRecipe(
        width_px=180, height_px=320, fps=24, seconds_max=9, shots=frames, sound=False
    )

    (made,) = make_videos(tmp_path / "a.mp4", [(recipe, tmp_path / "out.mp4")])

    seen = pictures(tmp_path / "out.mp4")
    assert len(seen) == 48
    assert made.upscaled == 1
    colored, blurred = seen[18], seen[30]
    assert looks(seen[11][160, 90], COLORS["red"], tolerance=20)
    for picture, left, right in ((colored, "white", "red"), (blurred, "blue", "lime")):
        assert looks(picture[160, 20], COLORS[left], tolerance=20)
        assert looks(picture[160, 160], COLORS[right], tolerance=20)
    assert looks(colored[12, 90], COLORS["lime"], tolerance=20)
    assert looks(seen[12][12, 90], COLORS["lime"], tolerance=20)
    assert blurred[12, 4, 2] > blurred[12, 4, 1]
    assert blurred[12, 175, 1] > blurred[12, 175, 2]
    assert np.abs(np.diff(blurred[12].astype(int), axis=0)).max() < 30  # no hard edge is left
    assert looks(seen[36][160, 90], COLORS["blue"], tolerance=20)


def test_spans_in_any_order_show_their_own_shots(tmp_path: Path) -> None:
    shots = [("red", "blue", 24), ("white", "red", 24), ("blue", "lime", 24)]
    starts = make_shots(tmp_path / "a.mp4", "24", shots)
    frames = tuple(still(starts[n], starts[n + 1], 0) for n in range(3))
    spans = (Span(start=2.25, end=2.75), Span(start=0.5, end=1.25))
    recipe = VideoRecipe(
        width_px=202, height_px=360, fps=24, seconds_max=9, shots=frames, spans=spans, sound=False
    )

    make_videos(tmp_path / "a.mp4", [(recipe, tmp_path / "out.mp4")])

    seen = pictures(tmp_path / "out.mp4")
    expected = ["blue"] * 12 + ["red"] * 12 + ["white"] * 6
    assert len(seen) == len(expected)
    for picture, color in zip(seen, expected, strict=True):
        assert looks(picture[180, 100], COLORS[color], tolerance=25)


def test_a_window_beyond_the_picture_is_moved_into_it(tmp_path: Path) -> None:
    source = make_film(
        tmp_path / "a.mp4", picture="color=red:s=321x241:r=24", seconds=0.5, codec=ODD
    )
    shot = ShotFrame(start=0, end=1, width=400, height=400, keys=(Key(at=0, left=90, top=90),))
    recipe = VideoRecipe(width_px=160, height_px=160, seconds_max=9, shots=(shot,))

    make_videos(source, [(recipe, tmp_path / "out.mp4")])

    assert looks(pictures(tmp_path / "out.mp4")[0][80, 80], COLORS["red"], tolerance=20)


@pytest.mark.parametrize(("rate", "suffix"), [("24", "mp4"), ("30000/1001", "mkv"), ("60", "mp4")])
def test_parts_late_in_a_film_are_found_without_decoding_all_before(
    tmp_path: Path, rate: str, suffix: str
) -> None:
    source = tmp_path / f"a.{suffix}"
    count = int(8 * Fraction(rate))
    shots = [("white", "red", count), ("red", "blue", count // 8), ("blue", "lime", count)]
    starts = make_shots(source, rate, shots)
    frames = tuple(still(starts[n], starts[n + 1], 0) for n in range(3))
    spans = (
        Span(start=starts[1], end=starts[2] + 0.5),
        Span(start=starts[1] - 0.5, end=starts[1]),
    )
    recipe = VideoRecipe(
        width_px=202, height_px=360, seconds_max=9, shots=frames, spans=spans, sound=False
    )
    image = ImageRecipe(width_px=64, height_px=36, format="png")
    late = FrameRecipe(at_seconds=starts[2], image=image)

    make_videos(source, [(recipe, tmp_path / "out.mp4"), (late, tmp_path / "out.png")])

    seen = pictures(tmp_path / "out.mp4")
    lengths = [frame_at(starts[2], 30) - frame_at(starts[1], 30), 15, 15]
    expected = [
        c for c, n in zip(("red", "blue", "white"), lengths, strict=True) for _ in range(n)
    ]
    assert len(seen) == pytest.approx(len(expected), abs=1)
    for number in (0, lengths[0] - 1, lengths[0], lengths[0] + 13, -13, -1):
        color = COLORS[expected[number]]
        assert looks(seen[number][180, 100], color, tolerance=25), number
    with Image.open(tmp_path / "out.png") as picture:
        assert near(picture.convert("RGB").getpixel((10, 18)), COLORS["blue"], tolerance=12)
