"""Graphemes by the cases of Unicode 15: what still stands, and what has changed since.

``test_lengths.py`` has the cases of Unicode 17, whose rules are in force.
"""

import pytest

from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit

CHANGED_SINCE = {
    # The scissors were a pictograph in the data of Unicode 15. They are none in those of 17, whose
    # own cases part them, so the joiner joins nothing (rule GB11).
    "2701 × 200D × 2701": 2,
}


@pytest.fixture
def cases(vectors):
    lines = vectors("unicode/GraphemeBreakTest-15.0.0.txt").splitlines()
    told = [line.partition("#")[0].strip(" \t÷") for line in lines]
    return [case for case in told if case]


def test_graphemes_break_as_unicode_15_said_but_for_what_has_changed_since(cases):
    other = {case: counted(case) for case in cases if counted(case) != case.count("÷") + 1}
    assert len(cases) == 602
    assert other == CHANGED_SINCE


def counted(case: str) -> int:
    points = case.replace("÷", " ").replace("×", " ").split()
    return measure("".join(chr(int(point, 16)) for point in points), Unit.GRAPHEMES).count
