"""What the words right beside a day make of it: "every day until", "4th-27th", "last day today"."""

import pytest

from omnicontent.message.facts import Facts, Period
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.period.moments import find_moments
from omnicontent.message.texts import Text

KIND = PeriodKind()
RIGHT, WRONG = ["backed"], ["contradiction"]


@pytest.mark.parametrize("lead", ["Today", "every day", "Friday", "the whole day", "someday"])
def test_until_behind_a_day_is_still_an_end(lead):
    (*_, last) = find_moments(Text(f"20% off {lead} until 30 November", "en"))
    assert last.value.role == "end"


@pytest.mark.parametrize("lead", ["a day", "one week", "12 days", "wait", "48 hours"])
def test_a_count_until_is_no_end(lead):
    (*_, last) = find_moments(Text(f"Only {lead} until 30 November", "en"))
    assert last.value.role == ""


SEPTEMBER = Period(start="2026-09-04", end="2026-09-20", time_zone="Europe/Paris")


def judged(text, locale="en-GB", period=SEPTEMBER):
    facts = Facts(period=period)
    claims = KIND.claims(Text(text, locale))
    return [KIND.judge(claim, facts, None, locale) for claim in claims]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("4th-{}th September", "en-GB"),
        ("4th–{}th Sept", "en-GB"),
        ("4th-{}th of September", "en-GB"),
        ("4th - {}th September", "en-AU"),
        ("du 4-{} septembre", "fr"),
        ("From Friday 4/9 to {}/9", "en-GB"),
        ("From Friday (4/9) to ({}/9)", "en-GB"),
        ("du vendredi 4/9 au {}/9", "fr"),
    ],
)
def test_a_span_is_its_two_days(text, locale):
    assert judged(text.format(20), locale) == RIGHT * 2
    assert judged(text.format(19), locale) == RIGHT + WRONG


def test_a_weekday_counts_beside_a_date_in_parentheses():
    assert judged("until Sunday (20/09)") == RIGHT
    assert judged("until Monday (20/09)") == WRONG
    assert judged("until Sunday (21/09)") == WRONG


def test_letters_and_a_dash_are_a_name():
    assert judged("Model B-20 September mood") == []


def test_bytes_are_no_day():
    assert judged("disque 1/2 To", "fr") == []
