"""How grave an issue of the message is: a matter of policy, one rule a channel and fact.

An error blocks the release. A warning waits until a person with a name acknowledges it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from omnicontent.channels.content import Issue
from omnicontent.channels.message_checks import CODES

Severity = Literal["error", "warning"]
CALENDAR = "calendar"
"""Code of words that are wrong on some day on which the variant is live."""
ORPHAN = CODES["orphan"]
WHATS: Mapping[str, str] = {code: what for what, code in CODES.items()} | {CALENDAR: CALENDAR}
"""Code of an issue of the message -> what a rule calls it."""
DEFAULTS: Mapping[str, Severity] = {CALENDAR: "warning"}
"""What -> its severity without any rule; all others are errors."""
WHOLE_WARNINGS = frozenset({"stale_translation", "campaign_conflict"})
"""Warnings about the whole release's message: to be acknowledged, whatever the rules say."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of policy; "" stands for every channel, every fact, everything that is wrong."""

    severity: Severity
    channel: str = ""
    fact: str = ""
    what: str = ""

    def fits(self, issue: Issue, channel: str) -> bool:
        """Tell whether the rule speaks of such an issue on ``channel``."""
        return (
            self.channel in ("", channel)
            and self.fact in ("", issue.fact)
            and self.what in ("", WHATS[issue.code])
        )

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """Return how closely the rule looks: first at the channel, then the fact, then the rest.

        A rule for one channel beats every rule for all channels, however much these say.
        """
        return (bool(self.channel), bool(self.fact), bool(self.what))


def is_of_message(issue: Issue) -> bool:
    """Tell whether policy speaks of such issues."""
    return issue.code in WHATS


def apply_policy[I: Issue](issue: I, channel: str, rules: Iterable[Rule]) -> I:
    """Return the issue as grave as the most specific rule says; others are left as they are."""
    if not is_of_message(issue):
        return issue
    fitting = [rule for rule in rules if rule.fits(issue, channel)]
    default = DEFAULTS.get(WHATS[issue.code], "error")
    severity = max(fitting, key=lambda rule: rule.rank).severity if fitting else default
    return issue.model_copy(update={"severity": severity})


def needs_acknowledgement(issue: Issue) -> bool:
    """Tell whether such a warning keeps a release back until somebody acknowledges it."""
    return issue.severity == "warning" and (is_of_message(issue) or issue.code in WHOLE_WARNINGS)
