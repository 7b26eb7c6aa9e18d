"""Films as one job: its order, its end, what it leaves behind."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from omnicontent.media.errors import CancelledError, MediaError
from omnicontent.media.films import closing
from omnicontent.media.films.videos import make_videos, try_videos
from omnicontent.media.pictures.images import Unmade
from omnicontent.media.recipes import (
    ClosingCard,
    FrameRecipe,
    ImageRecipe,
    VideoRecipe,
)
from tests.media.sample_films import CARD, TALL, WIDE, decoders, make_film


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


def test_words_too_long_for_the_card_stop_the_film_with_advice(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=0.5)
    card = ClosingCard(headline="word " * 500)

    with pytest.raises(MediaError, match="Shorten"):
        make_videos(source, [(WIDE.model_copy(update={"closing_card": card}), tmp_path / "o.mp4")])
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]


def test_the_same_wish_gives_the_same_bytes(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", seconds=0.5)
    files = [tmp_path / "one.mp4", tmp_path / "two.mp4"]

    for file in files:
        make_videos(source, [(WIDE.model_copy(update={"closing_card": CARD}), file)])

    assert files[0].read_bytes() == files[1].read_bytes()


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


def test_a_card_that_two_films_share_is_drawn_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []
    write = closing.write_card
    monkeypatch.setattr(closing, "write_card", lambda *wish: drawn.append(wish) or write(*wish))
    source = make_film(tmp_path / "a.mp4", seconds=1)
    carded = WIDE.model_copy(update={"closing_card": CARD})
    others = ({"sound": False}, {"width_px": 360})
    recipes = [carded, TALL, *(carded.model_copy(update=other) for other in others)]
    wishes = [(recipe, tmp_path / f"{n}.mp4") for n, recipe in enumerate(recipes)]

    made = make_videos(source, wishes)

    assert [one.seconds for one in made] == pytest.approx([2.5, 1, 2.5, 2.5])
    assert len(drawn) == 2
