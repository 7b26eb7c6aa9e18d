"""A kind of fact as a package would bring it."""

from collections.abc import Sequence
from datetime import datetime
from typing import override

from pydantic import Field

from omnicontent.message.claims import Claim
from omnicontent.message.fact import Fact
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.texts import Text


class Rating(Fact):
    """How many stars buyers give."""

    stars: int = Field(ge=1, le=5)
    sources: tuple[str, ...] = ()


class RatingKind(Kind[Rating]):
    name = "rating"
    model = Rating
    label = "the rating"

    @override
    def say(self, fact: Rating, locale: str, form: Form) -> str:
        return "★" * fact.stars

    @override
    def carried(
        self, fact: Rating, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        return "★" * fact.stars in text.original
