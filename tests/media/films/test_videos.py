"""Films that were made: their codecs, lengths, sound and sizes."""

from pathlib import Path

import av
import pytest

from omnicontent.media.errors import BudgetError
from omnicontent.media.films.videos import inspect_video, make_videos
from omnicontent.media.recipes import (
    FrameRecipe,
    ImageRecipe,
)
from tests.media.sample_films import CARD, TALL, WIDE, boxes, make_film, read_film


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


def test_a_film_is_cut_to_what_its_surface_takes(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=5)
    target = tmp_path / "out.mp4"

    make_videos(source, [(TALL.model_copy(update={"seconds_max": 2.0}), target)])

    film = read_film(target)
    assert film.seconds <= 2.0
    assert film.sound_seconds <= 2.0 + 0.03
    assert film.seconds > 1.9


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


def test_no_metadata_is_left(tmp_path: Path) -> None:
    tags = ("-metadata", "title=CANARY", "-metadata", "location=+48.1+011.5/CANARY",
            "-metadata:s:v", "handler_name=CANARY", "-movflags", "use_metadata_tags")  # fmt: skip
    source = make_film(tmp_path / "a.mp4", seconds=0.5, codec=tags)
    assert b"CANARY" in source.read_bytes()
    target, still = tmp_path / "out.mp4", tmp_path / "out.jpg"

    frame = FrameRecipe(image=ImageRecipe(width_px=64, height_px=36))
    make_videos(source, [(WIDE, target), (frame, still)])

    assert b"CANARY" not in target.read_bytes() + still.read_bytes()


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
