"""Nothing gets lost between ``make test`` and the slow packs."""

import re

import pytest

from tests.services.processes import ROOT
from tests.walks import walk

PACKS = {"test": '"not walk and not fault"', "walks": "walk", "faults": "fault"}


def test_what_is_not_here_is_a_walk() -> None:
    first, second, third = walk([(420, "dark"), (420, "light"), "wide"], here=[(420, "dark")])
    assert first == (420, "dark")
    assert (second.values, third.values) == ((420, "light"), ("wide",))
    assert {mark.name for one in (second, third) for mark in one.marks} == {"walk"}


@pytest.mark.parametrize("here", [[], ["fr"]])
def test_a_walk_keeps_one_of_its_own_cases_here(here: list[str]) -> None:
    with pytest.raises(AssertionError):
        walk(["en"], here=here)


def test_the_targets_share_all_tests_and_ci_runs_each() -> None:
    makefile = (ROOT / "Makefile").read_text()
    found = re.findall(r"^(\w+):.*\n(?:\t.*\n)*?\t@\$\(PYTEST\) -m (.+)$", makefile, re.MULTILINE)
    assert dict(found) == PACKS
    assert f"make {' '.join(PACKS)}\n" in (ROOT / ".ci/run").read_text()
