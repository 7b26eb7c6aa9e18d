import numpy as np
import pytest

from omnicontent.media.films.paths import positions
from omnicontent.media.recipes import Key, ShotFrame
from omnicontent.media.reframe.bounds import JERK_MAX, SPEED_MAX, peaks
from omnicontent.media.reframe.easing import ease, ease_seconds, eased


def _eased(seconds: float, travel: float = 1000) -> ShotFrame:
    keys = tuple(Key(at=at, left=left, top=0) for at, left in ease(1, 0, 1 + seconds, travel))
    return ShotFrame(start=0, end=seconds + 2, width=608, height=1080, keys=keys)


def test_starts_and_ends_without_speed_and_without_acceleration() -> None:
    times = np.arange(0, 6, 1 / 240)
    left = positions(_eased(4), times)[:, 0]
    assert np.all(np.diff(left) >= -1e-9)
    jerk = np.diff(left, 3) * 240**3
    assert np.abs(jerk).max() == pytest.approx(32 * 1000 / 4**3, rel=0.01)


def test_the_curve_is_the_one_that_plans_reckon_with() -> None:
    times = np.linspace(0, 6, 50)
    assert np.allclose(positions(_eased(4), times)[:, 0], 1000 * eased((times - 1) / 4))


@pytest.mark.parametrize("travel", [0.02, 0.3, 0.68])
def test_the_shortest_time_keeps_all_bounds_and_uses_one_of_them_up(travel: float) -> None:
    assert peaks(_eased(ease_seconds(travel), 1920 * travel), 1920).worst == pytest.approx(1)


def test_peaks_are_those_of_the_curve() -> None:
    found = peaks(_eased(4), 1000)
    assert found.speed * SPEED_MAX == pytest.approx(2 / 4, rel=0.02)
    assert found.jerk * JERK_MAX == pytest.approx(32 / 4**3, rel=1e-6)
