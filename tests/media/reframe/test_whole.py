"""From a film to its windows: are the subjects in them, and is a still crop worse?"""

from pathlib import Path

import pytest

from tests.media.reframe.containment import WAYS, held


@pytest.mark.parametrize(
    ("of", "way"),
    [*(("thing", way) for way in WAYS), ("face", "restless"), ("face", "to and fro")],
)
def test_the_subject_is_in_the_window(of: str, way: str, tmp_path: Path) -> None:
    found = held(of, WAYS[way], tmp_path)
    assert found.in_windows >= 0.95
    assert found.in_windows > found.in_middle
    assert found.peak <= 1.001
    assert not any(frame.pad for frame in found.frames)
    if way in ("still", "restless"):
        assert [len(frame.keys) for frame in found.frames] == [1]
