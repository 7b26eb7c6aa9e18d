import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import av
import numpy as np
import psutil
import pytest
from PIL import Image

from omnicontent.media.errors import BudgetError, CancelledError, MediaError
from omnicontent.media.films.cards import INK
from omnicontent.media.films.videos import inspect_video, make_videos, try_videos
from omnicontent.media.pictures.images import Unmade
from omnicontent.media.recipes import (
    ClosingCard,
    Frame,
    FrameRecipe,
    ImageRecipe,
    Key,
    ShotFrame,
    VideoRecipe,
)
from tests.media.photos import near
from tests.media.sample_films import boxes, decoders, ffmpeg, make_film, read_film

CARD = ClosingCard(
    headline="Un été à –30 %", lines=("Code ÉTÉ26",), call_to_action="Réservez", seconds=1.5
)
TALL = VideoRecipe(width_px=360, height_px=640, seconds_max=60)
WIDE = VideoRecipe(width_px=640, height_px=360, seconds_max=60)


def still_of(path: Path, at_seconds: float, size: tuple[int, int]) -> Image.Image:
    target = path.with_suffix(".png")
    image = ImageRecipe(width_px=size[0], height_px=size[1], format="png")
    make_videos(path, [(FrameRecipe(at_seconds=at_seconds, image=image), target)])
    with Image.open(target) as picture:
        picture.load()
    return picture


@pytest.mark.parametrize(
    ("sound", "picture", "seconds"),
    [
        ("stereo", "testsrc2=s=320x240:r=24", 2.0),
        ("5.1", "testsrc2=s=320x240:r=25", 2.0),
        ("mono", "testsrc2=s=321x241:r=60", 1.0),
        ("", "testsrc2=s=320x240:r=30000/1001", 2.0),
    ],
)
def test_a_film_fits_every_player(
    tmp_path: Path, sound: str, picture: str, seconds: float
) -> None:
    odd = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p")
    source = make_film(
        tmp_path / "a.mp4", picture=picture, seconds=seconds, sound=sound, codec=odd
    )
    target = tmp_path / "out.mp4"

    (made,) = make_videos(source, [(TALL, target)])

    film = read_film(target)
    assert film.size == (360, 640) == (made.width_px, made.height_px)
    assert (film.codec, film.pix_fmt, film.fps) == ("h264", "yuv420p", 30)
    assert (film.sound_codec, film.sound_layout, film.sound_rate) == ("aac", "stereo", 48_000)
    assert film.picture_seconds == pytest.approx(seconds, abs=0.1)
    assert film.sound_seconds == pytest.approx(seconds, abs=0.1)
    assert made.seconds == pytest.approx(film.picture_seconds)
    assert made.bytes == target.stat().st_size
    assert (film.loudness > 0.01) == bool(sound)
    names = boxes(target)
    assert names.index("moov") < names.index("mdat")


def test_films_and_stills_come_in_the_order_of_their_wishes(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4")
    still = FrameRecipe(image=ImageRecipe(width_px=128, height_px=72, words=()))
    wishes = [
        (still, tmp_path / "0.jpg"),
        (TALL, tmp_path / "1.mp4"),
        (still.model_copy(update={"at_seconds": 99.0}), tmp_path / "2.jpg"),
        (WIDE.model_copy(update={"fps": 15}), tmp_path / "3.mp4"),
    ]
    shares: list[float] = []

    made = make_videos(source, wishes, shares.append)

    assert [result.path for result in made] == [path for _, path in wishes]
    assert [result.seconds is None for result in made] == [True, False, True, False]
    assert all(path.stat().st_size == made[index].bytes for index, (_, path) in enumerate(wishes))
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(list(tmp_path.iterdir())) == 5


def test_a_film_is_cut_to_what_its_surface_takes(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=5)
    target = tmp_path / "out.mp4"

    make_videos(source, [(TALL.model_copy(update={"seconds_max": 2.0}), target)])

    film = read_film(target)
    assert film.seconds <= 2.0
    assert film.sound_seconds <= 2.0 + 0.03
    assert film.seconds > 1.9


def test_the_closing_card_comes_last_and_in_time(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", picture="color=red:s=640x360:r=24", seconds=4)
    target, square = tmp_path / "out.mp4", tmp_path / "square.mp4"
    recipe = WIDE.model_copy(update={"closing_card": CARD, "seconds_max": 4.0})
    other = recipe.model_copy(update={"width_px": 360})

    make_videos(source, [(recipe, target), (other, square)])

    assert read_film(square).size == (360, 360)
    film = read_film(target)
    assert 3.9 < film.seconds <= 4.0
    assert film.sound_seconds == pytest.approx(4, abs=0.05)
    assert near(still_of(target, 2.3, (640, 360)).getpixel((9, 9)), (254, 0, 0), tolerance=8)
    card = still_of(target, 3.8, (640, 360))
    assert near(card.getpixel((9, 9)), INK, tolerance=5)
    assert (card.convert("L").getextrema())[1] > 240


def test_words_too_long_for_the_card_stop_the_film_with_advice(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=0.5)
    card = ClosingCard(headline="word " * 500)

    with pytest.raises(MediaError, match="Shorten"):
        make_videos(source, [(WIDE.model_copy(update={"closing_card": card}), tmp_path / "o.mp4")])
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]


@pytest.mark.parametrize("left", [0, 430])
def test_the_window_is_what_the_film_shows(tmp_path: Path, left: int) -> None:
    at = left + 85
    marked = f"color=black:s=640x360:r=24,drawbox=x={at}:y=160:w=40:h=40:c=white:t=fill"
    source = make_film(tmp_path / "a.mp4", picture=marked, seconds=0.5)
    target = tmp_path / "out.mp4"

    shot = ShotFrame(start=0, end=0.5, width=202, height=360, keys=(Key(at=0, left=left, top=0),))
    make_videos(source, [(TALL.model_copy(update={"shots": (shot,)}), target)])

    picture = still_of(target, 0.2, (360, 640)).convert("L")
    assert picture.getpixel((185, 320)) > 220
    assert picture.getpixel((140, 320)) < 30 > picture.getpixel((230, 320))


def test_a_turned_film_is_cropped_upright(tmp_path: Path) -> None:
    halves = "color=blue:s=640x360:r=24,drawbox=x=0:y=0:w=320:h=360:c=red:t=fill"
    source = make_film(tmp_path / "a.mp4", picture=halves, seconds=0.5)
    ffmpeg("-display_rotation", "-90", "-i", source, "-c", "copy", tmp_path / "r.mp4")
    target = tmp_path / "out.mp4"

    (made,) = make_videos(tmp_path / "r.mp4", [(TALL, target)])

    picture = still_of(target, 0.2, (360, 640))
    assert near(picture.getpixel((180, 40)), (254, 0, 0), tolerance=12)
    assert near(picture.getpixel((180, 600)), (0, 0, 254), tolerance=12)
    assert made.upscaled == 1


def test_uneven_frame_times_become_even_without_changing_the_length(tmp_path: Path) -> None:
    source = make_film(
        tmp_path / "a.mp4",
        picture="testsrc2=s=320x240:r=30,select=not(mod(n\\,7))+not(mod(n\\,4))",
        seconds=3,
        codec=("-c:v", "libx264", "-preset", "ultrafast", "-fps_mode", "vfr"),
    )
    target = tmp_path / "out.mp4"

    make_videos(source, [(WIDE, target)])

    film = read_film(target)
    assert film.fps == 30
    assert film.seconds == pytest.approx(inspect_video(source).seconds, abs=0.1)
    assert film.sound_seconds == pytest.approx(film.seconds, abs=0.1)


@pytest.mark.parametrize("size", ["1280x720", "640x480"])
@pytest.mark.parametrize("color", [(255, 0, 0), (0, 160, 60), (40, 80, 200)])
def test_untagged_colors_stay(tmp_path: Path, size: str, color: tuple[int, int, int]) -> None:
    # Cameras mean BT.709 from 720 lines up, and BT.601 below.
    matrix = "bt709" if size == "1280x720" else "bt601"
    hexadecimal = "0x{:02x}{:02x}{:02x}".format(*color)
    picture = f"color={hexadecimal}:s={size}:r=24,format=rgb24,scale=out_color_matrix={matrix}"
    source = make_film(tmp_path / "a.mp4", picture=f"{picture},format=yuv420p", seconds=0.5)
    target = tmp_path / "out.mp4"

    make_videos(source, [(WIDE.model_copy(update={"width_px": 640, "height_px": 360}), target)])

    assert near(still_of(target, 0.2, (640, 360)).getpixel((300, 200)), color, tolerance=8)


@pytest.mark.parametrize("transfer", ["arib-std-b67", "smpte2084"])
def test_high_dynamic_range_is_brought_down(tmp_path: Path, transfer: str) -> None:
    high = ("-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le",
            "-x265-params", f"log-level=none:colorprim=bt2020:transfer={transfer}"
            ":colormatrix=bt2020nc")  # fmt: skip
    source = make_film(tmp_path / "a.mp4", seconds=0.5, codec=high)
    target = tmp_path / "out.mp4"

    make_videos(source, [(WIDE, target)])

    film = read_film(target)
    assert film.pix_fmt == "yuv420p"
    picture = still_of(target, 0.2, (640, 360)).convert("L")
    assert picture.getextrema()[1] > 150


def test_no_metadata_is_left(tmp_path: Path) -> None:
    tags = ("-metadata", "title=CANARY", "-metadata", "location=+48.1+011.5/CANARY",
            "-metadata:s:v", "handler_name=CANARY", "-movflags", "use_metadata_tags")  # fmt: skip
    source = make_film(tmp_path / "a.mp4", seconds=0.5, codec=tags)
    assert b"CANARY" in source.read_bytes()
    target, still = tmp_path / "out.mp4", tmp_path / "out.jpg"

    frame = FrameRecipe(image=ImageRecipe(width_px=64, height_px=36))
    make_videos(source, [(WIDE, target), (frame, still)])

    assert b"CANARY" not in target.read_bytes() + still.read_bytes()


def test_the_same_wish_gives_the_same_bytes(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=0.5)
    files = [tmp_path / "one.mp4", tmp_path / "two.mp4"]

    for file in files:
        make_videos(source, [(WIDE.model_copy(update={"closing_card": CARD}), file)])

    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_byte_budget_is_kept(tmp_path: Path) -> None:
    noise = "nullsrc=s=320x180:r=30,geq=random(1)*255:128:128"
    source = make_film(tmp_path / "a.mp4", picture=noise, seconds=4)
    target = tmp_path / "out.mp4"
    recipe = WIDE.model_copy(update={"max_bytes": 400_000})

    (made,) = make_videos(source, [(recipe, target)])

    assert made.bytes <= 400_000


def test_an_impossible_budget_is_refused(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4")
    recipe = WIDE.model_copy(update={"max_bytes": 20_000})

    with pytest.raises(BudgetError, match="shorter film"):
        make_videos(source, [(recipe, tmp_path / "out.mp4")])


def test_an_interrupted_job_leaves_nothing(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=20)

    def interrupt(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_videos(source, [(WIDE, tmp_path / "out.mp4")], interrupt)

    assert decoders(os.getpid()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]


def test_nothing_wished_makes_nothing(tmp_path: Path) -> None:
    assert make_videos(tmp_path / "absent.mp4", []) == []


@pytest.mark.parametrize("sound", ["stereo", ""])
def test_a_film_for_a_screen_is_silent_beside_one_that_is_heard(
    tmp_path: Path, sound: str
) -> None:
    source = make_film(tmp_path / "a.mp4", sound=sound)
    silent = WIDE.model_copy(update={"sound": False, "closing_card": CARD})
    wishes = [(silent, tmp_path / "0.mp4"), (TALL, tmp_path / "1.mp4")]

    made = make_videos(source, wishes)

    with av.open(str(made[0].path)) as film:
        assert [stream.type for stream in film.streams] == ["video"]
        assert film.streams.video[0].frames == 30 * (2 + 1.5)
    assert read_film(made[1].path).sound_seconds == pytest.approx(2, abs=0.1)


def test_only_silent_films_need_no_sound_at_all(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4")

    (made,) = make_videos(source, [(WIDE.model_copy(update={"sound": False}), tmp_path / "0.mp4")])

    assert made.seconds == pytest.approx(2)
    with av.open(str(made.path)) as film:
        assert not film.streams.audio


def test_a_bit_rate_is_kept(tmp_path: Path) -> None:
    noise = "nullsrc=s=640x360:r=30,geq=random(1)*255:128:128"
    source = make_film(tmp_path / "a.mp4", picture=noise, sound="", seconds=3)
    slow = WIDE.model_copy(update={"sound": False, "bits_max": 400_000})
    wishes = [(slow, tmp_path / "0.mp4"), (WIDE, tmp_path / "1.mp4")]

    small, large = make_videos(source, wishes)

    assert small.bytes * 8 <= 400_000 * (3 + 2)  # a buffer of two seconds is spent on top
    assert large.bytes > 1.5 * small.bytes


@pytest.mark.parametrize("step", [1, 3, 6])
def test_a_cancelled_job_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=20)
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked >= step

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with pytest.raises(CancelledError):
        make_videos(source, [(WIDE, tmp_path / "out.mp4")], cancelled=cancelled)

    assert asked == step
    assert decoders(os.getpid()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mp4", "temporary"]
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("codec", ["libx264", "mpeg4"])
def test_interlaced_films_lose_their_combs(tmp_path: Path, codec: str) -> None:
    # A white bar that goes 16 pixels from field to field.
    moving = (
        "color=black:s=320x240:r=50[b];color=white:s=60x240:r=50[w];"
        "[b][w]overlay=x='mod(n*16,260)',interlace=scan=tff:lowpass=off"
    )
    flags = ("-c:v", codec, "-qp", "5", "-flags", "+ildct+ilme", "-x264opts", "tff=1")
    suffix = "avi" if codec == "mpeg4" else "mp4"
    combed = tmp_path / f"a.{suffix}"
    ffmpeg("-f", "lavfi", "-i", moving, "-t", "1", *(flags if codec == "libx264" else
           ("-c:v", codec, "-q:v", "2", "-flags", "+ildct+ilme")), combed)  # fmt: skip
    recipe = VideoRecipe(width_px=320, height_px=240, fps=25, seconds_max=9, crf=8)
    still = FrameRecipe(
        at_seconds=0.5, image=ImageRecipe(width_px=320, height_px=240, format="png")
    )

    make_videos(combed, [(recipe, tmp_path / "out.mp4"), (still, tmp_path / "still.png")])

    def combs(pictures: list[np.ndarray]) -> float:
        rows = [picture.astype(int) for picture in pictures]
        return float(np.mean([np.abs(2 * r[1:-1] - r[:-2] - r[2:]).mean() for r in rows]))

    def gray(path: Path) -> list[np.ndarray]:
        with av.open(str(path)) as film:
            return [frame.to_ndarray(format="gray") for frame in film.decode(video=0)][3:20]

    assert combs(gray(tmp_path / "out.mp4")) < combs(gray(combed)) / 5
    with Image.open(tmp_path / "still.png") as picture:
        assert combs([np.asarray(picture.convert("L"))]) < combs(gray(combed)) / 5


def test_a_still_shows_its_frame(tmp_path: Path) -> None:
    halves = "color=blue:s=640x360:r=24,drawbox=x=0:y=0:w=320:h=360:c=red:t=fill"
    source = make_film(tmp_path / "a.mp4", picture=halves, seconds=0.5)
    frame = Frame(left=320, top=0, right=520, bottom=200)
    image = ImageRecipe(width_px=100, height_px=100, format="png", frame=frame)

    make_videos(source, [(FrameRecipe(at_seconds=0.2, image=image), tmp_path / "out.png")])

    with Image.open(tmp_path / "out.png") as picture:
        assert near(picture.convert("RGB").getpixel((3, 50)), (0, 0, 254), tolerance=12)


@contextmanager
def watched_memory() -> Iterator[list[int]]:
    """Yield a list that fills with the sizes of what runs below, in bytes."""
    sizes: list[int] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.02):
            with suppress(psutil.Error):
                sizes.extend(one.memory_info().rss for one in decoders(os.getpid()))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield sizes
    finally:
        done.set()
        thread.join()


def test_late_stills_and_captions_take_no_more_memory(tmp_path: Path) -> None:
    # Frames that wait for a caption while a still is waited for once took all there was.
    source = make_film(tmp_path / "a.mp4", picture="color=red:s=640x360:r=10", seconds=9)
    recipe = VideoRecipe(
        width_px=1280,
        height_px=720,
        seconds_max=8,
        captions="WEBVTT\n\n00:00.000 --> 00:07.000\nWords\n",
    )
    still = FrameRecipe(at_seconds=8.8, image=ImageRecipe(width_px=64, height_px=36))
    with watched_memory() as sizes:
        make_videos(source, [(recipe, tmp_path / "0.mp4"), (still, tmp_path / "0.jpg")])

    assert 0 < max(sizes) < 300 << 20


def test_a_file_that_cant_be_made_leaves_the_others(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=1)
    heavy = FrameRecipe(image=ImageRecipe(width_px=300, height_px=200, max_bytes=50))
    good = VideoRecipe(width_px=160, height_px=120, seconds_max=2)
    wishes = [(heavy, tmp_path / "heavy.jpg"), (good, tmp_path / "good.mp4")]
    still, film = try_videos(source, wishes)
    assert isinstance(still, Unmade)
    assert "50 bytes" in str(still.error)
    assert film.path.exists()
    assert not (tmp_path / "heavy.jpg").exists()
