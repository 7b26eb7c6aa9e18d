"""The verdict on a release: the gate's, then that of the seals, then that of the people."""

from collections.abc import Iterable

from omnicontent.phrases import phrase as _
from omnicontent.releases.approvals import find_unapproved
from omnicontent.releases.errors import NotReadyError
from omnicontent.releases.gate import Fault, find_doubts
from omnicontent.releases.judging import judge_message
from omnicontent.releases.models import Release, Variant
from omnicontent.releases.sealing import is_altered

State = Release.State


def judge(release: Release) -> tuple[State, list[Fault]]:
    """Return what a whole release becomes, and everything that was found, warnings included.

    What was altered is judged no further: it may not even be readable. Approval is asked for last:
    what has to be mended first would be approved in vain.
    """
    variants = list(release.variants.filter(state=Variant.State.READY))
    altered = _find_altered(variants)
    if altered:
        return State.BLOCKED, [*altered, *find_doubts(release)]
    state, faults = judge_message(release)
    unapproved = find_unapproved(release, variants) if state == State.READY else []
    return (State.BLOCKED if unapproved else state), [*unapproved, *faults]


def require_no_objection(release: Release) -> None:
    """Refuse to show a release again that was altered, or that is not approved as it is.

    :raises NotReadyError: it says where.
    """
    variants = list(release.variants.all())
    objections = _find_altered(variants) or find_unapproved(release, variants)
    if objections:
        places = ", ".join(f"{fault.channel} {fault.locale}" for fault in objections)
        raise NotReadyError(_("%(fault)s (%(places)s)", fault=objections[0].words, places=places))


def _find_altered(variants: Iterable[Variant]) -> list[Fault]:
    return [
        Fault.of(
            "altered",
            _("This was altered in the store after it was built. Publish again."),
            channel=variant.channel,
            locale=variant.locale,
        )
        for variant in variants
        if is_altered(variant)
    ]
