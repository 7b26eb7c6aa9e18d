from pathlib import Path

import numpy as np
import pytest

from omnicontent.media.errors import UnreadableMediaError
from omnicontent.media.reframe.watching import watch_film
from omnicontent.media.seen import FilmSeen
from tests.media.reframe.drawn_films import FPS, checkered, face, ground, paste, shot, write_film
from tests.media.sample_films import ffmpeg, make_film


def _starts(seen: FilmSeen) -> list[float]:
    return [shot.start for shot in seen.shots]


def _check_whole(seen: FilmSeen, seconds: float) -> None:
    """Shots follow each other from 0 to the end, and what they show was seen within them."""
    assert seen.shots[0].start == 0
    assert seen.shots[-1].end == pytest.approx(seconds, abs=0.05)
    for one, other in zip(seen.shots, seen.shots[1:], strict=False):
        assert one.end == other.start
    for shot_seen in seen.shots:
        assert all(shot_seen.start - 0.001 <= one.at < shot_seen.end for one in shot_seen.seen)
    assert 0 <= seen.cover_seconds < seconds


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A face on the left, a thing that moves, a face on the right: cuts at 2 and 5 seconds."""
    pictures = shot(2, 2, face(200), lambda t: 0.25)
    pictures += shot(3, 3, checkered(), lambda t: 0.8 - 0.15 * t)
    pictures += shot(4, 2, face(200), lambda t: 0.7)
    return write_film(tmp_path_factory.mktemp("film") / "film.mp4", pictures)


def test_tells_shots_subjects_and_cover(film: Path) -> None:
    shares: list[float] = []
    seen = watch_film(film, shares.append)
    _check_whole(seen, 7)
    assert _starts(seen) == pytest.approx([0, 2, 5], abs=0.001)
    for number, middle in ((0, 0.25), (2, 0.7)):
        faces = [one.box for one in seen.shots[number].seen if one.kind == "face"]
        assert len(faces) >= 6
        middles = [(box.left + box.right) / 2 for box in faces]
        assert np.allclose(middles, middle, atol=0.06)
    moving = [one for one in seen.shots[1].seen if one.weight > 0.3]
    assert len(moving) >= 8
    for one in moving:
        assert (one.box.left + one.box.right) / 2 == pytest.approx(
            0.8 - 0.15 * (one.at - 2), abs=0.04
        )
    assert min(abs(seen.cover_seconds - cut) for cut in (0, 2, 5, 7)) >= 0.3
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(seen.model_dump_json()) < 1000 * 7


def test_sees_the_same_each_time(film: Path) -> None:
    assert watch_film(film) == watch_film(film)


def test_a_turned_film_is_seen_upright(film: Path, tmp_path: Path) -> None:
    turned = tmp_path / "turned.mp4"
    ffmpeg("-display_rotation", "90", "-i", film, "-t", "1.5", "-c", "copy", turned)
    upright = tmp_path / "upright.mp4"
    ffmpeg("-i", turned, "-c:v", "libx264", "-preset", "ultrafast", upright)
    seen, straight = watch_film(turned), watch_film(upright)
    assert [one.at for one in seen.shots[0].seen] == [one.at for one in straight.shots[0].seen]


def test_pixels_that_are_not_square_are_seen_as_people_see_them(tmp_path: Path) -> None:
    pictures = shot(2, 1.5, face(240), lambda t: 0.3)
    squeezed = write_film(tmp_path / "film.mp4", pictures, FPS, "-vf", "scale=320:360,setsar=2")
    (only,) = watch_film(squeezed).shots
    faces = [one.box for one in only.seen if one.kind == "face"]
    assert faces
    assert (faces[0].left + faces[0].right) / 2 == pytest.approx(0.3, abs=0.06)


def test_cuts_of_a_film_with_uneven_pictures_are_at_their_moments(tmp_path: Path) -> None:
    pictures = [ground(number // 20) for number in range(60)]
    uneven = write_film(
        tmp_path / "film.mp4", pictures, FPS,
        "-vf", "setpts='if(lt(N,30),N,30+(N-30)*3)/24/TB'", "-fps_mode", "vfr",
    )  # fmt: skip
    seen = watch_film(uneven)
    assert _starts(seen) == pytest.approx([0, 20 / 24, (30 + 30) / 24], abs=0.005)


@pytest.mark.parametrize("count", [1, 3])
def test_a_film_of_a_few_pictures(count: int, tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", [paste(ground(1), checkered(), 0.3)] * count)
    seen = watch_film(film)
    _check_whole(seen, count / FPS)
    assert len(seen.shots) == 1


@pytest.mark.parametrize("picture", ["testsrc2=s=321x181:r=60", "testsrc2=s=98x400:r=12"])
def test_odd_sizes_and_rates(picture: str, tmp_path: Path) -> None:
    codec = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p")
    film = make_film(tmp_path / "film.mkv", picture=picture, seconds=1.4, codec=codec)
    _check_whole(watch_film(film), 1.4)


def test_what_is_no_film_is_refused(tmp_path: Path) -> None:
    words = tmp_path / "film.mp4"
    words.write_text("no film")
    with pytest.raises(UnreadableMediaError, match="Export it"):
        watch_film(words)
