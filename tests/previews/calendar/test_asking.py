"""What the calendar's address asks for, and what it makes of nonsense."""

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import translation

from omnicontent.previews.calendar.asking import Asked, View, read_question, today


def ask(query: str) -> Asked:
    return read_question(QueryDict(query))


def test_nothing_asked_is_this_month() -> None:
    asked = ask("")
    assert (asked.view, asked.on, asked.note) == (View.MONTH, today(), "")


@pytest.mark.parametrize(
    "query",
    [
        "on=nonsense",
        "on=2031-02-30",
        "on=0001-01-01",
        "on=9999-12-31",
        "on=1899-12-31",
        "on=%00",
        "view=year&on=2031-06-10",
    ],
)
def test_nonsense_is_this_month_and_is_told(query: str) -> None:
    asked = ask(query)
    assert (asked.view, asked.on) == (View.MONTH, today())
    assert "1900 to 2199" in asked.note


def test_an_unknown_filter_is_none_and_is_told() -> None:
    asked = ask("channel=fax&state=live&on=2031-06-10")
    assert (asked.channel, asked.state, asked.on) == ("", "live", date(2031, 6, 10))
    assert asked.note


@pytest.mark.parametrize("view", View.values)
@pytest.mark.parametrize(
    ("on", "steps"), [("1900-01-01", (False, True)), ("2199-12-31", (True, False))]
)
def test_the_calendar_has_a_first_and_a_last_page(
    view: str, on: str, steps: tuple[bool, bool]
) -> None:
    asked = ask(f"view={view}&on={on}")
    assert (asked.previous is not None, asked.next is not None) == steps
    assert asked.days[0] <= asked.on <= asked.days[1]


def test_steps_lead_to_the_neighbors() -> None:
    assert ask("on=2031-03-31").previous == date(2031, 2, 1)
    assert ask("on=2031-01-31").next == date(2031, 2, 1)
    assert ask("view=week&on=2031-06-10").next == date(2031, 6, 17)
    assert ask("view=day&on=2031-06-10").previous == date(2031, 6, 9)


def test_a_week_begins_as_the_reader_knows_it() -> None:
    asked = ask("view=week&on=2031-06-11")
    with translation.override("fr"):
        assert asked.days == (date(2031, 6, 9), date(2031, 6, 15))
    with translation.override("en"):
        assert asked.days == (date(2031, 6, 8), date(2031, 6, 14))


def test_addresses_keep_the_filters() -> None:
    asked = ask("state=live&on=2031-06-10")
    assert asked.address("week") == "?view=week&on=2031-06-10&state=live"
