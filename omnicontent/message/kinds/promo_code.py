"""The promo code: what the customer types at the till."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import override

import regex

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.codes import SaidCode, find_codes, is_near
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import PromoCode
from omnicontent.message.phrases import phrases_for
from omnicontent.message.texts import Text


class PromoCodeKind(Kind[PromoCode]):
    """A code, said and found."""

    name = "promo_code"
    model = PromoCode
    label = "the promo code"

    @override
    def say(self, fact: PromoCode, locale: str, form: Form) -> str:
        return phrases_for(locale).code.format(code=fact.code)

    @override
    def carried(
        self, fact: PromoCode, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        """Case counts, as WINTER is a code and winter is a season; not after "code"."""
        code = re.escape(fact.code)
        letter = r"[\p{Latin}\p{Nd}_]"  # a kanji before the code makes no longer code
        pattern = rf"(?<!{letter})(?<!{letter}-){code}(?!-?{letter})"
        if regex.search(pattern, text.plain) is not None:
            return True
        return any(_is_named(claim.value) and _is_same(claim.value, fact) for claim in claims)

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        for found in find_codes(text.plain):
            yield Claim(self.name, found.start, found.end, found.said)

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        """Back what only looks like a code, unless it looks like this one typed wrong."""
        fact, said = facts.promo_code, claim.value
        if not isinstance(said, SaidCode):
            return super().judge(claim, facts, at, locale)
        if fact is None:
            return "orphan" if said.how == "named" else "backed"
        if _is_same(said, fact):
            return "backed"
        wrong = {
            "named": True,
            "none": True,
            "maybe": is_near(said.code.upper(), fact.code.upper()),
            "looks": is_near(said.code, fact.code) or fact.code == said.or_else,
            "over": False,
        }
        return "contradiction" if wrong[said.how] else "backed"


def _is_named(said: object) -> bool:
    return isinstance(said, SaidCode) and said.how in ("named", "maybe")


def _is_same(said: object, fact: PromoCode) -> bool:
    """Tell whether it is the code, in small letters or with a space inside, too."""
    code = fact.code.casefold()
    return isinstance(said, SaidCode) and code in (said.code.casefold(), said.spaced.casefold())
