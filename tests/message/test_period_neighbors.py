"""What stands beside a day: "every day until", "4th-27th", "last day today"."""

from datetime import datetime

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


@pytest.mark.parametrize(
    ("text", "locale", "marked"),
    [
        ("last day today, hurry", "en", "last day today"),
        ("Dernier jour aujourd'hui", "fr", "Dernier jour aujourd'hui"),
        ("Letzter Tag heute", "de", "Letzter Tag heute"),
        ("Last day: 20 September", "en", "20 September"),
    ],
)
def test_the_last_day_is_marked_with_a_word_that_ages(text, locale, marked):
    (claim,) = find_moments(Text(text, locale))
    assert text[claim.start : claim.end] == marked


NOVEMBER = Period(end="2026-11-30", time_zone="Europe/Paris")


@pytest.mark.parametrize(
    ("text", "locale", "right", "wrong"),
    [
        ("Entro domani", "it", "2026-11-29T12", "2026-11-27T12"),
        ("Entro lunedì", "it", "2026-11-26T12", "2026-11-20T12"),
        ("Valable cette semaine", "fr", "2026-11-30T12", "2026-11-17T12"),
        ("Valid this week", "en", "2026-11-30T12", "2026-11-17T12"),
        ("25% off for 3 more weeks", "en", "2026-11-10T12", "2026-11-20T12"),
        ("Ends in 3 days", "en", "2026-11-27T12", "2026-11-26T12"),
        ("Ends in 3 days", "en", "2026-11-27T12", "2026-11-28T12"),
        ("36 hours left", "en", "2026-11-29T12", "2026-11-29T20"),
        ("48 hours left", "en", "2026-11-29T09", "2026-11-28T12"),
        ("Ends in less than 12 hours", "en", "2026-11-30T18", "2026-11-30T09"),
    ],
)
def test_what_is_left_is_counted(text, locale, right, wrong):
    assert _judged_at(text, locale, right) == RIGHT
    assert _judged_at(text, locale, wrong) == WRONG


def _judged_at(text, locale, at):
    facts, moment = Facts(period=NOVEMBER), datetime.fromisoformat(f"{at}:00+01:00")
    claims = KIND.claims(Text(text, locale))
    return [KIND.judge(claim, facts, moment, locale) for claim in claims]


def test_a_parcel_comes_within_days():
    assert _judged_at("Consegna entro venerdì", "it", "2026-11-10T12") == []


@pytest.mark.parametrize(
    ("end", "verdict"),
    [("2026-11-21", "backed"), ("2026-11-22", "backed"), ("2026-11-30", "contradiction")],
)
def test_a_number_behind_a_weekday_is_its_day(end, verdict):
    period = Period(end=end, time_zone="Europe/Paris")
    assert judged("À saisir avant dimanche 22", "fr", period) == [verdict]
    assert judged("À saisir avant dimanche 22h", "fr", period) == []


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Tél. 02 61 91 40 55, pas après 18h", "fr"),
        ("tel 0123, not after 6pm", "en"),
        ("Weekdays 9 to 5.30", "en"),
        ("Mon-Fri 9.30-5", "en"),
    ],
)
def test_hours_of_the_telephone_and_of_the_door_are_no_end(text, locale):
    assert judged(text, locale) == []
