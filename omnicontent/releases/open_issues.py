"""What a release's message still waits for, each once however many channels say it."""

import hashlib
from dataclasses import dataclass

from omnicontent.releases.gate import Fault
from omnicontent.releases.models import Release
from omnicontent.releases.policy import ORPHAN, is_of_message
from omnicontent.releases.settling import Subject, subject_of


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """One thing that is wrong with one sentence, and the channels on which it is."""

    key: str
    """Stable while words, channels' severity and sentence stay the same."""
    subject: Subject
    faults: tuple[Fault, ...]

    @property
    def first(self) -> Fault:
        """The issue as the first of its channels tells it."""
        return self.faults[0]

    @property
    def text(self) -> str:
        """The sentence; the issue's message where nothing stands in a text."""
        return self.first.sentence or self.first.message

    @property
    def phrase(self) -> dict[str, object] | None:
        """The message as data, as JSON; None where a sentence stands in a text."""
        phrase = None if self.first.sentence else self.first.phrase
        return phrase.model_dump() if phrase else None

    @property
    def channels(self) -> tuple[str, ...]:
        """The slugs, sorted; "" for an issue of the whole release."""
        return tuple(sorted({fault.channel for fault in self.faults}))

    @property
    def can_be_accepted(self) -> bool:
        """Whether an editor may let it stand, with a reason."""
        return self.first.code == ORPHAN and self.first.severity == "error"

    @property
    def can_be_acknowledged(self) -> bool:
        """Whether it waits for no more than a person's name."""
        return self.first.waits


def open_issues(release: Release) -> list[OpenIssue]:
    """Return the issues of the message that keep a release back, sentence by sentence."""
    if release.state != Release.State.BLOCKED:
        return []  # what is being judged again still holds warnings from before
    groups: dict[str, list[Fault]] = {}
    for fault in map(Fault.model_validate, release.issues):
        if fault.waits or (fault.severity == "error" and is_of_message(fault)):
            groups.setdefault(issue_key(fault), []).append(fault)
    found = [open_issue(*faults) for faults in groups.values()]
    return sorted(found, key=lambda issue: issue.subject.locale)


def open_issue(first: Fault, *others: Fault) -> OpenIssue:
    """Return faults that say the same of the same words as one issue."""
    subject = subject_of(first, first.locale)
    return OpenIssue(issue_key(first), subject, (first, *others))


def issue_key(fault: Fault) -> str:
    """Return the key of the open issue to which a fault belongs."""
    parts = (*subject_of(fault, fault.locale), fault.severity, str(fault.waits))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
