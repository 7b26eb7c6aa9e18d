"""The states of campaigns in the calendar, each with its icon and its word: never color alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class State:
    """How a state is shown. ``icon`` is a name of Wagtail's icons."""

    icon: str
    label: Promise


STATES = {
    "live": State("success", _("live")),
    "scheduled": State("time", _("scheduled")),
    "building": State("cogs", _("building")),
    "ready": State("tick-inverse", _("ready")),
    "blocked": State("lock", _("blocked")),
    "failed": State("circle-xmark", _("failed")),
    "recalled": State("no-view", _("recalled")),
    "ended": State("history", _("ended")),
    "superseded": State("resubmit", _("superseded")),
}
"""By rank: what runs goes before what will, and that before what did."""
OVER = frozenset({"recalled", "ended", "superseded"})
"""Time on air that is history: no fact of the campaign changes it any more."""
RANKS = {name: rank for rank, name in enumerate(STATES)}
