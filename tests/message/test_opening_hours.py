"""Opening hours as people type them, without marks and with exceptions."""

import pytest

from omnicontent.message.hours import find_hours
from omnicontent.message.texts import Text


def said(text, locale="en-GB"):
    """Return days, first hour and last hour of each claim."""
    found = find_hours(Text(text, locale).plain, locale)
    return [
        (
            "".join(str(day) for day in sorted(one.said.days)),
            *((a / 60, b / 60) for a, b in one.said.spans),
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Mon-Fri 9-5.30, Sat 9-1", [("01234", (9, 17.5)), ("5", (9, 13))]),
        ("Mon-Fri 9.30-5", [("01234", (9.5, 17))]),
        ("Monday-Friday 9.00-5.30", [("01234", (9, 17.5))]),
        ("open Monday to Friday from 8 until 3", [("01234", (8, 15))]),
        ("Open Sat 10-4", [("5", (10, 16))]),
        ("Mon-Fri 8-12 and 1-5.30", [("01234", (8, 12), (13, 17.5))]),
        ("Mon-Sat 7-11pm", [("012345", (19, 23))]),
        ("Open Fri-Sat 18:00-2:00", [("45", (18, 2))]),
        ("Open every day except Tuesday 9am-6pm", [("023456", (9, 18))]),
        ("Open daily 9am to 5pm (except Tuesday)", [("023456", (9, 17))]),
    ],
)
def test_hours_are_read_by_the_clock_that_fits(text, hours):
    assert said(text) == hours


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Ouvert tous les jours sauf mardi de 9h à 18h", "fr"),
        ("Ouvert tous les jours de 9h à 18h, sauf le mardi", "fr"),
        ("täglich außer Dienstag 9:00-18:00 Uhr", "de"),
        ("todos los días excepto martes de 9:00 a 18:00", "es"),
        ("tutti i giorni tranne il martedì dalle 9 alle 18", "it"),
    ],
)
def test_an_exception_is_no_day_of_opening(text, locale):
    assert said(text, locale) == [("023456", (9, 18))]


@pytest.mark.parametrize(
    "text",
    [
        "Monday 12-18",
        "Mon-Fri 2 to 4 people",
        "Mon-Fri: 5 - 10 minutes",
        "Tue-Sat 50 - 60 euros",
        "Monday to Thursday 20-30% off",
        "Sat-Sun 2-1 deal",
        "Mon-Fri 7-11",
    ],
)
def test_numbers_behind_days_may_be_anything(text):
    assert said(text) == []
