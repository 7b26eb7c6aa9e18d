from collections.abc import Iterable

import numpy as np
import pytest

from omnicontent.media.reframe.shots import Cuts
from tests.media.reframe.drawn_films import FPS, Picture, checkered, ground, shot, wide_ground

ONE, OTHER, THIRD = ground(1), ground(2), ground(3)
BLACK = np.zeros_like(ONE)
WHITE = np.full_like(ONE, 255)


def _found(pictures: Iterable[Picture], fps: float = FPS) -> list[int]:
    cuts = Cuts(fps)
    for picture in pictures:
        cuts.see(picture)
    return cuts.found()


def _blend(one: Picture, other: Picture, count: int) -> list[Picture]:
    parts = np.linspace(0, 1, count)
    return [(one * (1 - part) + other * part).astype(np.uint8) for part in parts]


def test_finds_hard_cuts_to_the_picture() -> None:
    assert _found([ONE] * 20 + [OTHER] * 30 + [THIRD] * 40 + [ONE] * 30) == [20, 50, 90]


def test_finds_them_while_things_move() -> None:
    thing = checkered()
    film = shot(1, 1, thing, lambda t: 0.2 + 0.3 * t)
    film += shot(2, 2, thing, lambda t: 0.8 - 0.2 * t)
    film += shot(1, 1, thing, lambda t: 0.2 + 0.3 * t)
    assert _found(film) == [24, 72]


def test_finds_them_in_the_dark() -> None:
    assert _found([ONE // 8] * 30 + [OTHER // 8] * 30) == [30]


def test_finds_short_shots() -> None:
    film = [ground(number) for number in range(6) for _ in range(10)]
    assert _found(film) == [10, 20, 30, 40, 50]


def test_shots_are_never_shorter_than_the_eye_needs() -> None:
    film = [ground(number) for number in range(8) for _ in range(3)]
    cuts = [0, *_found(film), len(film)]
    assert min(np.diff(cuts)) >= 0.3 * FPS - 1


@pytest.mark.parametrize("count", [6, 12, 24, 36])
def test_a_dissolve_is_one_cut_at_its_middle(count: int) -> None:
    (cut,) = _found([ONE] * 40 + _blend(ONE, OTHER, count) + [OTHER] * 40)
    assert abs(cut - (40 + count / 2)) <= 2


def test_a_fade_through_black_is_one_cut_in_the_black() -> None:
    film = [ONE] * 40 + _blend(ONE, BLACK, 20) + [BLACK] * 4 + _blend(BLACK, OTHER, 20)
    (cut,) = _found(film + [OTHER] * 40)
    assert 58 <= cut <= 66


@pytest.mark.parametrize("step", [6, 15, 30, 60])
def test_a_pan_is_no_cut(step: int) -> None:
    wide = wide_ground(5)
    assert _found([wide[:, at : at + 640] for at in range(0, 1900, step)][:72]) == []


def test_a_quick_pan_between_two_stands_is_no_cut() -> None:
    wide = wide_ground(5)
    pan = [wide[:, at : at + 640] for at in range(0, 1900, 100)]
    assert _found([pan[0]] * 24 + pan + [pan[-1]] * 24) == []


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("flash", [WHITE, ONE // 2 + 127], ids=["white", "half"])
def test_a_flash_is_no_cut(flash: Picture, count: int) -> None:
    assert _found([ONE] * 30 + [flash] * count + [ONE] * 30) == []


def test_the_film_s_own_fades_are_no_cuts() -> None:
    film = [BLACK] * 12 + _blend(BLACK, ONE, 24) + [ONE] * 40 + _blend(ONE, BLACK, 24)
    assert _found(film + [BLACK] * 12) == []


@pytest.mark.parametrize("count", [1, 2, 5])
def test_takes_films_of_a_few_pictures(count: int) -> None:
    assert _found([ONE, OTHER, ONE, OTHER, ONE][:count]) == []


def test_rates_of_sixty_and_of_two_a_second() -> None:
    assert _found([ONE] * 60 + [OTHER] * 60, fps=60) == [60]
    assert _found([ONE] * 6 + [OTHER] * 6, fps=2) == [6]
