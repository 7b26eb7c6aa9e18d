import numpy as np
import pytest
from scipy.interpolate import CubicSpline

from omnicontent.media.films.paths import position, positions
from omnicontent.media.recipes import Key, ShotFrame

KEYS = ((0.5, 100, 0), (1.1, 140, 20), (2.0, 300, 10), (2.3, 310, 10), (4.0, 200, 60))


def _shot(*keys: tuple[float, float, float]) -> ShotFrame:
    made = tuple(Key(at=at, left=left, top=top) for at, left, top in keys)
    return ShotFrame(start=0, end=5, width=608, height=1080, keys=made)


def test_passes_its_keys() -> None:
    shot = _shot(*KEYS)
    for at, left, top in KEYS:
        assert position(shot, at) == pytest.approx((left, top))


def test_is_the_clamped_cubic_spline() -> None:
    times = np.linspace(0.5, 4, 301)
    moments, places = [key[0] for key in KEYS], [key[1:] for key in KEYS]
    spline = CubicSpline(moments, places, bc_type="clamped")
    assert np.allclose(positions(_shot(*KEYS), times), spline(times))


def test_stands_still_before_the_first_and_after_the_last_key() -> None:
    shot = _shot(*KEYS)
    assert position(shot, 0) == position(shot, 0.5) == (100, 0)
    assert position(shot, 5) == position(shot, 4) == pytest.approx((200, 60))


def test_stands_still_with_one_key() -> None:
    assert positions(_shot((1, 7, 8)), (0, 1, 5)).tolist() == [[7, 8]] * 3


def test_two_keys_ease_in_and_out() -> None:
    shot = _shot((1, 0, 0), (3, 100, 0))
    assert positions(shot, (1.5, 2, 2.5))[:, 0] == pytest.approx([15.625, 50, 84.375])
