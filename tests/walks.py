"""Which cases of a walk over many looks ``make test`` takes; ``make walks`` takes the others."""

from collections.abc import Collection, Iterable
from typing import Any

import pytest

SCREENS = [(420, "light"), (420, "dark"), (1440, "light"), (1440, "dark")]
"""Width and color scheme."""


def walk(cases: Iterable[Any], *, here: Collection[Any]) -> list[Any]:
    """Return the cases for ``parametrize``; those that are not ``here`` wait for ``make walks``.

    Every case of ``here`` is one of ``cases``, or nothing of the walk might be left here.
    """
    cases = list(cases)
    assert here
    assert set(here) <= set(cases), set(here) - set(cases)
    return [case if case in here else _walked(case) for case in cases]


def _walked(case: Any) -> Any:
    values = case if isinstance(case, tuple) else (case,)
    return pytest.param(*values, marks=pytest.mark.walk)
