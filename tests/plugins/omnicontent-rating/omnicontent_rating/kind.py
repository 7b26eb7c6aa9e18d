"""How customers rate it: ``4.8 out of 5 stars``."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import override

from babel.numbers import format_decimal
from pydantic import Field

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.fact import Fact
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.locales import babel_locale
from omnicontent.message.texts import Text

WORDS = {"en": "{stars} out of 5 stars", "fr": "{stars} étoiles sur 5"}
SAID = re.compile(
    r"(?<![\d.,/])([1-5][.,]\d)(?: ?/ ?5(?![\d.,/]*\d)| (?:out of 5|sur 5|stars\b|étoiles\b))"
)


class Rating(Fact):
    """What customers give it, of five stars."""

    stars: Decimal = Field(ge=1, le=5, max_digits=2, decimal_places=1)


class RatingKind(Kind[Rating]):
    """The rating."""

    name = "rating"
    model = Rating
    label = "the rating"

    @override
    def say(self, fact: Rating, locale: str, form: Form) -> str:
        stars = format_decimal(fact.stars, "0.0", locale=babel_locale(locale))
        words = WORDS.get(locale.split("-")[0]) if form == "long" else None
        return (words or "{stars}/5").format(stars=stars)

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        for match in SAID.finditer(text.plain):
            stars = Decimal(match[1].replace(",", "."))
            yield Claim(self.name, match.start(), match.end(), stars)

    @override
    def carried(
        self, fact: Rating, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        return any(claim.value == fact.stars for claim in claims)

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        fact = facts.get(self.name)
        if isinstance(fact, Rating) and claim.value == fact.stars:
            return "backed"
        return "contradiction" if fact else "orphan"


kind = RatingKind()
