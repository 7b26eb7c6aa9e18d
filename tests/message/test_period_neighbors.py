"""What the words right beside a day make of it: "every day until", "4th-27th", "last day today"."""

import pytest

from omnicontent.message.facts import Facts, Period
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.period.moments import find_moments
from omnicontent.message.texts import Text
from tests.message.test_period_months import verdicts

RIGHT, WRONG = ["backed"], ["contradiction"]


@pytest.mark.parametrize("lead", ["Today", "every day", "Friday", "the whole day", "someday"])
def test_until_behind_a_day_is_still_an_end(lead):
    (*_, last) = find_moments(Text(f"20% off {lead} until 30 November", "en"))
    assert last.value.role == "end"


@pytest.mark.parametrize("lead", ["a day", "one week", "12 days", "wait", "48 hours"])
def test_a_count_until_is_no_end(lead):
    (*_, last) = find_moments(Text(f"Only {lead} until 30 November", "en"))
    assert last.value.role == ""
