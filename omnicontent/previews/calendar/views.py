"""The calendar's page in the admin."""

from dataclasses import replace
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from omnicontent.previews.calendar.asking import Asked, View, read_question, today
from omnicontent.previews.calendar.entries import entries_between
from omnicontent.previews.calendar.filters import FilterForm, passes
from omnicontent.previews.calendar.overlaps import find_overlaps
from omnicontent.previews.calendar.showing import (
    DAY_FORMAT,
    ShownEntry,
    lasting,
    show_entries,
    show_overlaps,
)
from omnicontent.previews.calendar.states import STATES
from omnicontent.previews.calendar.table import make_table
from omnicontent.previews.calendar.weeks import DAY, lay_out
from omnicontent.stories.clock import start_of_day

MONTH_LANES, WEEK_LANES = 5, 30
"""How many campaigns a day shows before it says "and more"."""


@require_safe
def show_calendar(request: HttpRequest) -> HttpResponse:
    """Show the campaigns that run in a month, a week or a day."""
    asked = read_question(request.GET)
    starts, ends = _moments(asked)
    entries = entries_between(request.user, starts, ends)
    overlaps = find_overlaps(entries, starts, ends)
    shown = show_entries([one for one in entries if passes(one, asked)], overlaps)
    context = _surroundings(asked) | {
        "asked": asked,
        "shown": shown,
        "overlaps": show_overlaps(overlaps, shown),
        "table": make_table(shown, asked.ordering, request.path, _title(asked)),
        "form": FilterForm(asked),
        "states": STATES.values(),
        **_grid(asked, shown),
    }
    return TemplateResponse(request, "previews/calendar/calendar.html", context)


def _moments(asked: Asked) -> tuple[datetime, datetime]:
    """Return the first moment that is shown and the first that no longer is, for the reader."""
    zone = timezone.get_current_timezone()
    first, last = asked.days
    return start_of_day(first, zone), start_of_day(last + DAY, zone)


def _grid(asked: Asked, shown: list[ShownEntry]) -> dict[str, object]:
    if asked.view not in {View.MONTH, View.WEEK}:
        return {}
    lanes_max = MONTH_LANES if asked.view == View.MONTH else WEEK_LANES
    spans = [lasting(one) for one in shown]
    return {
        "weeks": [lay_out(days, spans, lanes_max) for days in asked.weeks],
        "weekdays": [
            {"name": WEEKDAYS[day.weekday()], "short": WEEKDAYS_ABBR[day.weekday()]}
            for day in asked.weeks[0]
        ],
    }


def _surroundings(asked: Asked) -> dict[str, object]:
    title = _("Calendar")
    return {
        "header_title": _("Calendar: %(days)s") % {"days": _title(asked)},
        "page_title": title,
        "header_icon": "calendar",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": title},
        ],
        "title": _title(asked),
        "today": today(),
        "zone": timezone.get_current_timezone_name(),
        "views": [
            {
                "label": view.label,
                "url": asked.address(view),
                "is_current": view == asked.view,
            }
            for view in View
        ],
        "today_url": asked.address(on=today()),
        "previous": _step(asked, asked.previous),
        "next": _step(asked, asked.next),
    }


def _step(asked: Asked, on: date | None) -> dict[str, str] | None:
    """Return the way to another part of the calendar, and its name."""
    if on is None:
        return None
    return {"url": asked.address(on=on), "title": _title_of(asked, on)}


def _title(asked: Asked) -> str:
    return _title_of(asked, asked.on)


def _title_of(asked: Asked, on: date) -> str:
    if asked.view == View.DAY:
        return capfirst(date_format(on, "l j F Y"))
    if asked.view == View.WEEK:
        first, last = replace(asked, on=on).days
        return f"{date_format(first, DAY_FORMAT)} – {date_format(last, DAY_FORMAT)}"
    return capfirst(date_format(on, "YEAR_MONTH_FORMAT"))
