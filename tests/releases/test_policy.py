from itertools import permutations

import pytest

from omnicontent.channels.content import Issue
from omnicontent.channels.message_checks import CODES
from omnicontent.releases.policy import (
    WHATS,
    Rule,
    apply_policy,
    is_of_message,
    needs_acknowledgement,
)
from omnicontent.releases.rulings import MessageRule


def issue(what: str = "missing", fact: str = "offer", **fields: object) -> Issue:
    code = next(code for code, name in WHATS.items() if name == what)
    return Issue(code=code, message="Hm.", fact=fact, **fields)


def severity(rules: list[Rule], channel: str = "sms", **fields: str) -> str:
    return apply_policy(issue(**fields), channel, rules).severity


@pytest.mark.parametrize(
    ("what", "grave"),
    [
        ("missing", "error"),
        ("contradiction", "error"),
        ("orphan", "error"),
        ("forbidden", "error"),
        ("calendar", "warning"),
    ],
)
def test_without_rules_all_is_grave_but_the_calendar(what: str, grave: str) -> None:
    assert severity([], what=what) == grave


def test_a_rule_speaks_of_its_channel_fact_and_fault_alone() -> None:
    rules = [Rule("warning", "sms", "offer", "missing")]
    assert severity(rules) == "warning"
    assert severity(rules, channel="web") == "error"
    assert severity(rules, fact="period") == "error"
    assert severity(rules, what="orphan") == "error"


RANKED = [
    Rule("warning"),
    Rule("error", what="missing"),
    Rule("warning", fact="offer"),
    Rule("error", fact="offer", what="missing"),
    Rule("warning", channel="sms"),
    Rule("error", channel="sms", what="missing"),
    Rule("warning", channel="sms", fact="offer"),
    Rule("error", channel="sms", fact="offer", what="missing"),
]


@pytest.mark.parametrize("number", range(1, len(RANKED)))
def test_the_most_specific_rule_wins_in_whatever_order(number: int) -> None:
    rules = RANKED[: number + 1]
    assert severity(rules) == severity(rules[::-1]) == RANKED[number].severity
    for three in permutations(rules[-3:]):
        assert severity(list(three)) == RANKED[number].severity


def test_other_issues_are_left_alone() -> None:
    rules = [Rule("warning")]
    too_long = Issue(code="too_long", message="Too long.")
    advice = Issue(code="too_long", message="Too long.", severity="warning")
    assert apply_policy(too_long, "sms", rules) is too_long
    assert not needs_acknowledgement(advice)
    assert not is_of_message(advice)


@pytest.mark.parametrize("code", ["stale_translation", "campaign_conflict"])
def test_warnings_about_the_whole_message_need_a_name(code: str) -> None:
    assert needs_acknowledgement(Issue(code=code, message="Hm.", severity="warning"))
    assert not needs_acknowledgement(Issue(code=code, message="Hm."))


def test_rules_can_name_everything_that_the_lock_finds() -> None:
    assert set(MessageRule.What.values) == set(WHATS.values())
    assert set(CODES.values()) < set(WHATS)
