"""What the gate finds in a whole release, and what is left of it under policy."""

from collections.abc import Iterable, Iterator

from omnicontent.phrases import Words
from omnicontent.phrases import phrase as _
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
    return "\n".join(str(say_fault(fault)) for fault in faults if blocks(fault))


def say_fault(fault: Fault) -> Words:
    """Return what the fault says; of a warning that waits, also that it does."""
    return (
        _("Waits for acknowledgement: %(said)s", said=fault.words) if fault.waits else fault.words
    )
