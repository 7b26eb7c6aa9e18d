"""The typed facts of a campaign. They are the message; the words around them are its dress."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from omnicontent.message.fact import Fact, FactKind, Url
from omnicontent.message.kinds.plug_ins import plug_in_kinds
from omnicontent.message.models import (
    Audience,
    CallToAction,
    Contact,
    LegalLine,
    Offer,
    OpeningHours,
    Period,
    Place,
    Product,
    Products,
    PromoCode,
)

__all__ = [
    "FACT_KINDS",
    "Audience",
    "CallToAction",
    "Contact",
    "Fact",
    "FactKind",
    "Facts",
    "LegalLine",
    "Offer",
    "OpeningHours",
    "Period",
    "Place",
    "Product",
    "Products",
    "PromoCode",
    "Url",
]


class Facts(BaseModel):
    """All facts of one campaign; each may be absent. Kinds of plug-ins stand beside the others."""

    model_config = ConfigDict(frozen=True, extra="allow")
    offer: Offer | None = None
    period: Period | None = None
    promo_code: PromoCode | None = None
    call_to_action: CallToAction | None = None
    legal_line: LegalLine | None = None
    place: Place | None = None
    contact: Contact | None = None
    products: Products | None = None
    audience: Audience | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_plug_ins(cls, data: Any) -> Any:
        """Read the facts whose kinds are installed; all other names are typing mistakes."""
        if not isinstance(data, Mapping):
            return data
        known = plug_in_kinds()
        read, faults = {}, list[InitErrorDetails]()
        for name, value in data.items():
            try:
                read[name] = _read(name, value, known)
            except ValidationError as error:
                faults += _below(name, error)
        if faults:
            raise ValidationError.from_exception_data(cls.__name__, faults)
        return read

    def get(self, kind: FactKind) -> Fact | None:
        """Return the campaign's fact of a kind, None where it has none."""
        fact = getattr(self, kind, None)
        return fact if isinstance(fact, Fact) else None

    def present(self) -> Iterator[tuple[FactKind, Fact]]:
        """Yield the facts that the campaign has: those of :data:`FACT_KINDS`, then plug-ins'."""
        for kind in (*FACT_KINDS, *sorted(self.model_extra or ())):
            if (fact := self.get(kind)) is not None:
                yield kind, fact


FACT_KINDS: tuple[FactKind, ...] = tuple(Facts.model_fields)


def _read(name: str, value: object, known: Mapping[str, Any]) -> object:
    if name in Facts.model_fields or value is None:
        return value
    if name in known:
        return known[name].model.model_validate(value)
    message = f'no kind of fact is called "{name}"'
    fault = PydanticCustomError("extra_forbidden", message)
    raise ValidationError.from_exception_data("Facts", [{"type": fault, "input": value}])


def _below(name: str, error: ValidationError) -> Iterator[InitErrorDetails]:
    """Yield a fact's own faults as faults of the whole, each at its place."""
    for fault in error.errors():
        kind = PydanticCustomError(
            fault["type"],
            fault["msg"],
            dict(fault.get("ctx", {})),
        )
        yield {"type": kind, "loc": (name, *fault["loc"]), "input": fault["input"]}
