"""The typed facts of a campaign. They are the message; the words around them are its dress."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    WithJsonSchema,
    model_validator,
)


def _clean_url(value: str) -> str:
    return str(HttpUrl(value))


Url = Annotated[
    str, AfterValidator(_clean_url), WithJsonSchema({"type": "string", "format": "uri"})
]
"""A web address as plain text, in the one spelling that pydantic gives it."""


class Fact(BaseModel):
    """A typed piece of the message. ``kind`` names it in specs, issues and JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Offer(Fact):
    """What the customer gets: a price, a percentage off, or an amount off."""

    type: Literal["price", "percent", "amount"]
    value: Decimal = Field(gt=0, max_digits=12, decimal_places=2)
    currency: str = Field(default="", pattern=r"^([A-Z]{3})?$")
    old_price: Decimal | None = Field(default=None, gt=0, max_digits=12, decimal_places=2)

    @model_validator(mode="after")
    def _check(self) -> "Offer":
        if self.type == "percent" and self.value > 100:
            raise ValueError("a percentage off can't be more than 100")
        if self.type != "percent" and not self.currency:
            raise ValueError("a price or an amount needs a currency, such as EUR")
        if self.type == "price" and self.old_price is not None and self.old_price <= self.value:
            raise ValueError("the old price must be higher than the new one")
        return self


class Period(Fact):
    """When the offer holds. Both ends are instants; ``time_zone`` is how they are said."""

    start: AwareDatetime | None = None
    end: AwareDatetime | None = None
    time_zone: str = "UTC"

    @model_validator(mode="after")
    def _check(self) -> "Period":
        if self.start and self.end and self.end <= self.start:
            raise ValueError("the end must come after the start")
        try:
            ZoneInfo(self.time_zone)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("name a time zone such as Europe/Paris") from error
        return self

    def holds_at(self, moment: datetime) -> bool:
        """Tell whether the offer holds at ``moment``."""
        return not ((self.start and moment < self.start) or (self.end and moment >= self.end))


class PromoCode(Fact):
    """What the customer types at the till."""

    code: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{1,31}$")


class CallToAction(Fact):
    """What the customer should do, and where."""

    verb: str = Field(min_length=1, max_length=40)
    url: Url


class LegalLine(Fact):
    """The sentence that the lawyers want."""

    text: str = Field(min_length=1, max_length=300)


class Place(Fact):
    """Where it happens."""

    name: str = Field(min_length=1, max_length=120)
    address: str = Field(default="", max_length=200)


FactKind = Literal["offer", "period", "promo_code", "call_to_action", "legal_line", "place"]
FACT_KINDS: tuple[FactKind, ...] = (
    "offer",
    "period",
    "promo_code",
    "call_to_action",
    "legal_line",
    "place",
)


class Facts(BaseModel):
    """All facts of one campaign; each may be absent."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    offer: Offer | None = None
    period: Period | None = None
    promo_code: PromoCode | None = None
    call_to_action: CallToAction | None = None
    legal_line: LegalLine | None = None
    place: Place | None = None

    def present(self) -> Iterator[tuple[FactKind, Fact]]:
        """Yield the facts that the campaign has, in the order of :data:`FACT_KINDS`."""
        for kind in FACT_KINDS:
            fact = getattr(self, kind)
            if fact is not None:
                yield kind, fact
