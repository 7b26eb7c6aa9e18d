"""Kinds of facts for tests: promises so plain that a test says what it is about."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import override
from zoneinfo import ZoneInfo

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.fact import Fact, FactKind
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.texts import Text


class Guarantee(Fact):
    """Nobody states it in these tests: every one in a text is made up."""

    years: int


class GuaranteeKind(Kind[Guarantee]):
    """Claims such as "guaranteed for 10 years"."""

    name = "guarantee"
    model = Guarantee
    label = "the guarantee"

    @override
    def say(self, fact: Guarantee, locale: str, form: Form) -> str:
        return f"guaranteed for {fact.years} years"

    @override
    def carried(
        self, fact: Guarantee, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        return any(claim.value == fact.years for claim in claims)

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        for match in re.finditer(r"guaranteed for (\d+) years", text.plain):
            yield Claim(self.name, match.start(), match.end(), int(match[1]))


class LastDayKind(Kind[Guarantee]):
    """Claims "final hours", which hold on the last day of the period and on no other."""

    name: FactKind = "last_day"
    model = Guarantee
    label = "the last day"

    @override
    def say(self, fact: Guarantee, locale: str, form: Form) -> str:
        return ""

    @override
    def carried(
        self, fact: Guarantee, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        return False

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        for match in re.finditer("final hours|early days", text.plain):
            yield Claim(self.name, match.start(), match.end(), match[0])

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        period = facts.period
        if at is None or period is None or period.end is None:
            return "backed"
        zone = ZoneInfo(period.time_zone)
        last_day = (period.end - timedelta(minutes=1)).astimezone(zone).date()
        is_last = at.astimezone(zone).date() == last_day
        return "backed" if is_last == (claim.value == "final hours") else "contradiction"
