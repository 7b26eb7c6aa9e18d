"""Issues of the message under policy, and under what people said of them: settled, or open."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, cast
from uuid import UUID

from omnicontent.channels.content import Issue
from omnicontent.message.normalizing import normalize
from omnicontent.releases.policy import (
    ORPHAN,
    WHATS,
    Rule,
    Severity,
    apply_policy,
    needs_acknowledgement,
)
from omnicontent.releases.rulings import Acceptance, MessageRule

ACCEPTED, ACKNOWLEDGED = Acceptance.Kind.ACCEPTED, Acceptance.Kind.ACKNOWLEDGED


class Subject(NamedTuple):
    """What a person's word is about: these words in this sentence, in one language."""

    locale: str
    code: str
    fact: str
    span: str
    digest: str


def subject_of(issue: Issue, locale: str) -> Subject:
    """Return what an acceptance of the issue is bound to.

    A stale translation's sentence is what its source said and says now. Where there is none, as
    with a missing fact, the issue's own message counts: it names the fact, so that a changed fact
    is asked about anew.
    """
    return Subject(
        locale, issue.code, issue.fact, issue.span, digest_of(issue.sentence or issue.message)
    )


def digest_of(sentence: str) -> str:
    """Return the SHA-256 of a sentence, the same for all spellings of its spaces and quotes."""
    return hashlib.sha256(normalize(sentence).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What administrators and editors have said about the messages of one campaign."""

    rules: tuple[Rule, ...] = ()
    given: frozenset[tuple[str, str, Subject]] = frozenset()
    """Kind, channel ("" is every one) and subject of each acceptance that holds."""

    def settle[I: Issue](self, issue: I, channel: str, locale: str) -> I | None:
        """Return the issue as grave as policy makes it; None where its promise was accepted."""
        if issue.code == ORPHAN and self._has(ACCEPTED, issue, channel, locale):
            return None
        return apply_policy(issue, channel, self.rules)

    def settle_all(self, issues: Iterable[Issue], channel: str, locale: str) -> list[Issue]:
        """Return one variant's issues, settled; accepted promises are left out."""
        settled = (self.settle(issue, channel, locale) for issue in issues)
        return [issue for issue in settled if issue]

    def keeps_back(self, issue: Issue, channel: str, locale: str) -> bool:
        """Tell whether a settled issue is a warning that still waits for acknowledgement."""
        acknowledged = self._has(ACKNOWLEDGED, issue, channel, locale)
        return needs_acknowledgement(issue) and not acknowledged

    def _has(self, kind: str, issue: Issue, channel: str, locale: str) -> bool:
        subject = subject_of(issue, locale)
        return any((kind, place, subject) in self.given for place in ("", channel))


def ruling_for(campaign: UUID) -> Ruling:
    """Return what holds for a campaign now. Two queries."""
    rules = MessageRule.objects.values_list("severity", "channel", "fact", "what")
    given = Acceptance.objects.filter(campaign=campaign, ended_at=None).values_list(
        "kind", "channel", *Subject._fields
    )
    return Ruling(
        rules=tuple(Rule(cast("Severity", severity), *rest) for severity, *rest in rules),
        given=frozenset((kind, channel, Subject(*rest)) for kind, channel, *rest in given),
    )


def ruling_on(codes: Iterable[str], campaign: UUID) -> Ruling:
    """Return what holds for issues with such codes; asks nothing where none is the message's."""
    return ruling_for(campaign) if not WHATS.keys().isdisjoint(codes) else Ruling()
