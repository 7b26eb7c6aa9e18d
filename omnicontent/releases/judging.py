"""What the gate finds in a whole release, and what is left of it under policy."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from omnicontent.releases.calendar import find_calendar_faults
from omnicontent.releases.gate import Fault, find_doubts, find_faults
from omnicontent.releases.lost_sentences import end_lost_acceptances
from omnicontent.releases.models import Release
from omnicontent.releases.printed import find_misprints
from omnicontent.releases.settling import Ruling, ruling_for

State = Release.State


def judge_message(release: Release) -> tuple[Release.State, list[Fault]]:
    """Return what a whole release becomes, and everything that was found, warnings included.

    Acceptances end here whose sentences the release no longer holds.
    """
    state, faults = find_faults(release)
    doubts = find_doubts(release)
    if state == State.FAILED:
        return state, [*faults, *doubts]
    found = [*faults, *find_misprints(release), *find_calendar_faults(release), *doubts]
    end_lost_acceptances(release, found)
    settled = list(settle(found, ruling_for(release.campaign)))
    return (State.BLOCKED if any(map(blocks, settled)) else State.READY), settled


def settle(faults: Iterable[Fault], ruling: Ruling) -> Iterator[Fault]:
    """Yield the faults that policy and people leave, each saying whether it still waits."""
    for fault in faults:
        settled = ruling.settle(fault, fault.channel, fault.locale)
        if settled:
            waits = ruling.keeps_back(settled, fault.channel, fault.locale)
            yield settled.model_copy(update={"waits": waits})


def blocks(fault: Fault) -> bool:
    """Tell whether the fault keeps its release back."""
    return fault.severity == "error" or fault.waits


def reason_of(faults: Iterable[Fault]) -> str:
    """Return in plain words what keeps a release back, a line each."""
    return "\n".join(say_fault(fault) for fault in faults if blocks(fault))


def say_fault(fault: Fault, message: str = "") -> str:
    """Return the fault's message; of a warning that waits, also that it does.

    ``message`` says it in the editor's language, where somebody knows how.
    """
    said = message or fault.message
    return _("Waits for acknowledgement: %s") % said if fault.waits else said
