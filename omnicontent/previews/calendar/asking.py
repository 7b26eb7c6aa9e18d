"""What a reader asks the calendar for: how much time, around which day, which campaigns."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from omnicontent.channels.registry import all_channels
from omnicontent.previews.calendar.states import STATES
from omnicontent.previews.calendar.weeks import DAY, week_around, weeks_of_month

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""Beyond these years no campaign runs, and time zones are guesses."""
WEEK = timedelta(weeks=1)
ORDERINGS = ("starts", "-starts", "ends", "-ends")


class View(TextChoices):
    """How much time is shown, and how."""

    MONTH = "month", gettext_lazy("Month")
    WEEK = "week", gettext_lazy("Week")
    DAY = "day", gettext_lazy("Day")
    LIST = "list", gettext_lazy("List")


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of the calendar. Empty ``locale``, ``channel`` and ``state`` mean all."""

    view: View
    on: date
    locale: str = ""
    channel: str = ""
    state: str = ""
    ordering: str = "starts"
    note: str = ""
    """What could not be understood, in plain words."""

    @property
    def weeks(self) -> list[tuple[date, ...]]:
        """Return the weeks to draw."""
        first_weekday = (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7  # Django's 0 is Sunday
        if self.view == View.MONTH:
            return weeks_of_month(self.on, first_weekday)
        return [week_around(self.on, first_weekday)]

    @property
    def days(self) -> tuple[date, date]:
        """Return the first and the last day that are shown."""
        if self.view == View.DAY:
            return self.on, self.on
        if self.view == View.LIST:
            return self.on.replace(day=1), _first_of_next(self.on) - DAY
        return self.weeks[0][0], self.weeks[-1][-1]

    @property
    def previous(self) -> date | None:
        """Return a day in the time before this one; None where the calendar begins."""
        return _within(_step_back(self.view, self.on))

    @property
    def next(self) -> date | None:
        """Return a day in the time after this one; None where the calendar ends."""
        return _within(_step_on(self.view, self.on))

    def address(self, view: str = "", on: date | None = None) -> str:
        """Return the query of another part of the calendar, with the same filters."""
        asked = {
            "view": view or self.view.value,
            "on": (on or self.on).isoformat(),
            "locale": self.locale,
            "channel": self.channel,
            "state": self.state,
        }
        return "?" + urlencode({name: value for name, value in asked.items() if value})


def read_question(query: QueryDict) -> Asked:
    """Return what a query asks for; what makes no sense is as if left out, and noted."""
    view, on = query.get("view", ""), query.get("on", "")
    if (view and view not in View.values) or (on and _day(on) is None):
        return Asked(View.MONTH, today(), note=_not_understood())
    choices: dict[str, list[str]] = {
        "locale": [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES],
        "channel": list(all_channels()),
        "state": list(STATES),
        "ordering": list(ORDERINGS),
    }
    chosen = {name: query[name] for name in choices if query.get(name)}
    known = {name: value for name, value in chosen.items() if value in choices[name]}
    note = "" if known == chosen else _("There is no such choice: all campaigns are shown.")
    return Asked(View(view or View.MONTH), _day(on) or today(), note=note, **known)


def today() -> date:
    """Return the day it is where the reader is."""
    return timezone.localdate()


def _not_understood() -> str:
    return _(
        "The address names no part of the calendar, which goes from %(first)s to %(last)s. "
        "This is the current month."
    ) % {"first": FIRST.year, "last": LAST.year}


def _day(text: str) -> date | None:
    try:
        return _within(date.fromisoformat(text))
    except ValueError:
        return None


def _within(day: date) -> date | None:
    return day if FIRST <= day <= LAST else None


_STEPS: Final = {View.DAY: DAY, View.WEEK: WEEK}


def _step_back(view: View, day: date) -> date:
    return day - _STEPS[view] if view in _STEPS else (day.replace(day=1) - DAY).replace(day=1)


def _step_on(view: View, day: date) -> date:
    return day + _STEPS[view] if view in _STEPS else _first_of_next(day)


def _first_of_next(day: date) -> date:
    return (day.replace(day=28) + 4 * DAY).replace(day=1)
