"""The built-in facts as values: what an editor enters, checked for contradictions in itself."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, Field, model_validator

from omnicontent.message.fact import Fact, Url

OfferType = Literal["price", "percent", "amount", "free_item", "n_for_m"]
Money = Annotated[Decimal, Field(gt=0, max_digits=12, decimal_places=2)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


class Offer(Fact):
    """What the customer gets: a price, a percentage or amount off, an item free, three for two."""

    type: OfferType
    value: Money | None = None
    """The price, the percentage off or the amount off."""
    currency: str = Field(default="", pattern=r"^([A-Z]{3})?$")
    old_price: Money | None = None
    item: str = Field(default="", max_length=120)
    """What is free, such as ``tote bag``: the words of one language."""
    get: int | None = Field(default=None, ge=2, le=99)
    """How many the customer gets ..."""
    pay: int | None = Field(default=None, ge=1, le=98)
    """... and how many of them are paid."""

    @property
    def number(self) -> Decimal:
        """The value, nought for offers that have none."""
        return self.value or Decimal(0)

    @model_validator(mode="after")
    def _check(self) -> "Offer":
        for fault in (_fault_of_value(self), _fault_of_kind(self)):
            if fault:
                raise ValueError(fault)
        return self


def _fault_of_value(offer: Offer) -> str:
    if offer.type in ("free_item", "n_for_m"):
        return ""
    if offer.value is None:
        return "an offer needs a value, such as 30"
    if offer.type == "percent" and offer.value > 100:
        return "a percentage off can't be more than 100"
    if offer.type != "percent" and not offer.currency:
        return "a price or an amount needs a currency, such as EUR"
    if offer.type == "price" and offer.old_price is not None and offer.old_price <= offer.value:
        return "the old price must be higher than the new one"
    return ""


def _fault_of_kind(offer: Offer) -> str:
    if offer.type == "free_item" and not offer.item.strip():
        return "say what is free"
    if offer.type == "n_for_m":
        if offer.get is None or offer.pay is None:
            return "say how many the customer gets and how many are paid, such as 3 and 2"
        if offer.pay >= offer.get:
            return "the customer must get more than is paid"
    return ""


class Period(Fact):
    """When the offer holds. Both ends are instants; ``time_zone`` is how they are said.

    A date without an hour is a whole day: as an end, it holds until the midnight behind it.
    """

    start: AwareDatetime | None = None
    end: AwareDatetime | None = None
    time_zone: str = "UTC"

    @model_validator(mode="before")
    @classmethod
    def _read_days(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        zone = _zone(data.get("time_zone", "UTC"))
        read = dict(data)
        for name, days in (("start", 0), ("end", 1)):
            if (day := _day(data.get(name))) is not None:
                _check_year(day)
                read[name] = datetime.combine(day + timedelta(days), time(), zone)
        return read

    @model_validator(mode="after")
    def _check(self) -> "Period":
        if self.start and self.end and self.end <= self.start:
            raise ValueError("the end must come after the start")
        for moment in filter(None, (self.start, self.end)):
            _check_year(moment)
        _zone(self.time_zone)
        return self

    def holds_at(self, moment: datetime) -> bool:
        """Tell whether the offer holds at ``moment``."""
        return not ((self.start and moment < self.start) or (self.end and moment >= self.end))


def _check_year(day: date) -> None:
    """Refuse the calendar's first and last year: the day before or behind may not exist."""
    if day.year in (date.min.year, date.max.year):
        raise ValueError("give a date after the year 1 and before the end of 9998")


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("name a time zone such as Europe/Paris") from error


def _day(value: object) -> date | None:
    """Return the day of a date without an hour, None for anything else."""
    if isinstance(value, datetime):
        return None
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return None


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


class OpeningHours(Fact):
    """When a place is open, by its own clocks, on the days from ``first`` to ``last``."""

    first: Weekday
    last: Weekday | None = None
    opens: time
    closes: time


class Place(Fact):
    """Where it happens; ``also`` names further places of the same campaign."""

    name: str = Field(min_length=1, max_length=120)
    address: str = Field(default="", max_length=200)
    hours: tuple[OpeningHours, ...] = ()
    also: tuple["Place", ...] = ()


class Contact(Fact):
    """Whom to ask: a telephone number, a mail address, or both."""

    phone: str = Field(default="", max_length=40, pattern=r"^$|^\+?[\d ()./-]{3,}$")
    email: str = Field(default="", max_length=254, pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")

    @model_validator(mode="after")
    def _check(self) -> "Contact":
        if not (self.phone or self.email):
            raise ValueError("give a telephone number or a mail address")
        return self


class Product(Fact):
    """One thing on sale: its name, and its reference in the shop."""

    name: str = Field(min_length=1, max_length=120)
    reference: str = Field(default="", max_length=60)


class Products(Fact):
    """What the campaign is about; campaigns are compared by the references."""

    items: tuple[Product, ...] = Field(min_length=1, max_length=50)


class Audience(Fact):
    """Whom the campaign is for. It is not said; campaigns are compared by it."""

    name: str = Field(min_length=1, max_length=120)
