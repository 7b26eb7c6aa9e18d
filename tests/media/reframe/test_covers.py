import pytest

from omnicontent.media.geometry import Box
from omnicontent.media.reframe.covers import best_cover
from omnicontent.media.reframe.faces import Face
from omnicontent.media.reframe.looks import Look

TIMES = [number / 4 for number in range(40)]
FACE = Face(Box(left=0.4, top=0.2, right=0.5, bottom=0.4), 0.9)


def _look(number: int, **other: object) -> Look:
    facts: dict[str, object] = {
        "faces": [],
        "moving": [],
        "salient": None,
        "sharpness": 100.0,
        "light": 110.0,
        "contrast": 40.0,
    }
    return Look(number=number, **(facts | other))  # type: ignore[arg-type]


def _cover(*looks: Look, starts: tuple[float, ...] = (0.0, 5.0)) -> float:
    return best_cover(looks, TIMES, starts, 10.0)


def test_takes_the_sharpest_of_its_shot() -> None:
    assert _cover(_look(8), _look(12, sharpness=180.0), _look(16)) == 3.0


def test_prefers_a_face() -> None:
    assert _cover(_look(8, sharpness=120.0), _look(12, faces=[FACE])) == 3.0


@pytest.mark.parametrize("fault", [{"light": 10.0}, {"light": 240.0}])
def test_avoids_dark_and_blown_out_pictures(fault: dict[str, float]) -> None:
    assert _cover(_look(8, sharpness=200.0, **fault), _look(12)) == 3.0


def test_avoids_cuts_and_the_opening() -> None:
    assert _cover(_look(2, sharpness=300.0), _look(19, sharpness=300.0), _look(12)) == 3.0


def test_takes_what_there_is() -> None:
    assert _cover(_look(0, light=3.0)) == 0.0
    assert best_cover([_look(1)], [0.0, 0.25], [0.0], 0.5) == 0.25
