import pytest

from omnicontent.media.geometry import Box
from omnicontent.media.reframe.faces import Face, find_faces, lasting_faces
from tests.media.reframe.drawn_films import face, ground, paste


def _face(left: float, confidence: float = 0.9) -> Face:
    return Face(Box(left=left, top=0.2, right=left + 0.1, bottom=0.4), confidence)


@pytest.mark.parametrize(("height", "middle"), [(300, 0.3), (200, 0.7), (100, 0.5)])
def test_finds_a_face(height: int, middle: float) -> None:
    (found,) = find_faces(paste(ground(1), face(height), middle, top=0.1))
    assert found.confidence > 0.7
    assert (found.box.left + found.box.right) / 2 == pytest.approx(middle, abs=0.06)


def test_finds_none_on_the_ground() -> None:
    assert lasting_faces([find_faces(ground(1))]) == [[]]


def test_keeps_faces_that_stay_and_drops_those_of_one_moment() -> None:
    stays = [_face(0.2), _face(0.22), _face(0.25), _face(0.27)]
    passing = _face(0.7)
    moments = [[one] for one in stays]
    moments[2].append(passing)
    assert lasting_faces(moments) == [[one] for one in stays]


def test_a_face_may_be_missed_once() -> None:
    moments = [[_face(0.2)], [], [_face(0.22)]]
    assert lasting_faces(moments) == moments


def test_a_face_that_is_never_sure_is_none() -> None:
    assert lasting_faces([[_face(0.2, 0.5)], [_face(0.2, 0.6)]]) == [[], []]


def test_a_shot_with_one_moment_has_the_faces_of_that_moment() -> None:
    assert lasting_faces([[_face(0.2)]]) == [[_face(0.2)]]
    assert lasting_faces([]) == []
