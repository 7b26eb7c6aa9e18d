"""Every kind of fact: the built-in ones, then those of installed packages."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from omnicontent.message.fact import Fact, FactKind
from omnicontent.message.kinds.audience import AudienceKind
from omnicontent.message.kinds.call_to_action import CallToActionKind
from omnicontent.message.kinds.contact import ContactKind
from omnicontent.message.kinds.kind import AnyKind
from omnicontent.message.kinds.legal_line import LegalLineKind
from omnicontent.message.kinds.offer import OfferKind
from omnicontent.message.kinds.period import PeriodKind
from omnicontent.message.kinds.place import PlaceKind
from omnicontent.message.kinds.plug_ins import plug_in_kinds
from omnicontent.message.kinds.products import ProductsKind
from omnicontent.message.kinds.promo_code import PromoCodeKind

BUILT_IN: tuple[AnyKind, ...] = (
    OfferKind(),
    PeriodKind(),
    PromoCodeKind(),
    CallToActionKind(),
    LegalLineKind(),
    PlaceKind(),
    ContactKind(),
    ProductsKind(),
    AudienceKind(),
)


def all_kinds() -> Mapping[FactKind, AnyKind]:
    """Return name -> kind; a plug-in takes no built-in's name."""
    return MappingProxyType({**plug_in_kinds(), **_built_in()})


def kind_of(fact: Fact) -> AnyKind:
    """Return the kind that says and finds a fact.

    :raises TypeError: no kind is made for such a value.
    """
    for kind in all_kinds().values():
        if kind.model is type(fact):
            return kind
    raise TypeError(f"no kind of fact is made for a {type(fact).__name__}")


@cache
def _built_in() -> dict[FactKind, AnyKind]:
    return {kind.name: kind for kind in BUILT_IN}
