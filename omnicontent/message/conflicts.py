"""Two campaigns that disagree: different offers for the same thing, or one code with two values.

They disagree only where both hold at some moment. An absent start or end is open, so a campaign
without a period always holds.

Offers are compared where both campaigns are about the same products and for the same audience. A
campaign that names no product is not about all of them: it is compared with others that name none,
and with nothing else; the same goes for audiences. So two ordinary campaigns of one brand, for
different products or different people, are left in peace. Products are the same by their
reference, or by their name where they have none.

A code has one value wherever it is typed: it is compared whatever the products and the audience.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal

from omnicontent.message.facts import Fact, Facts, Offer
from omnicontent.message.normalizing import fold as fold_anew

Reason = Literal["offer", "promo_code"]
REASONS: tuple[Reason, ...] = ("offer", "promo_code")
fold = lru_cache(maxsize=4096)(fold_anew)
"""The same few names are compared over and over when many campaigns are."""
_EVER = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign in one language, as far as others may disagree with it."""

    name: str
    locale: str
    facts: Facts
    starts: datetime | None = None
    ends: datetime | None = None
    """When it is shown, where that is less than its period."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two campaigns disagree about."""

    reason: Reason
    one: Campaign
    other: Campaign

    @property
    def starts(self) -> datetime:
        """From when both hold, the smallest time there is where they always did."""
        return max(_start(self.one), _start(self.other))

    @property
    def ends(self) -> datetime:
        """Until when both hold, the greatest time there is where neither ends."""
        return min(_end(self.one), _end(self.other))


def find_conflicts(one: Campaign, others: Iterable[Campaign]) -> Iterator[Conflict]:
    """Yield everything that ``others`` say otherwise than ``one``.

    Offers say the same where type and numbers agree. The words for a free item are those of a
    language, and compared only within one.
    """
    for other in others:
        if _offers_differ(one, other) and _overlap(one, other):
            for reason in REASONS:
                if _same_thing(one.facts, other.facts, reason):
                    yield Conflict(reason, one, other)


def _same_thing(first: Facts, second: Facts, reason: Reason) -> bool:
    """Tell whether two offers, or two codes, are such as must agree."""
    if reason == "promo_code":
        return _code(first) == _code(second) != ""
    return _meet(_products(first), _products(second)) and _meet(
        _audience(first), _audience(second)
    )


def _overlap(one: Campaign, other: Campaign) -> bool:
    return max(_start(one), _start(other)) < min(_end(one), _end(other))


def _start(campaign: Campaign) -> datetime:
    period = campaign.facts.period
    starts = (campaign.starts, period.start if period else None)
    return max((start for start in starts if start), default=_EVER[0])


def _end(campaign: Campaign) -> datetime:
    period = campaign.facts.period
    ends = (campaign.ends, period.end if period else None)
    return min((end for end in ends if end), default=_EVER[1])


def promises_differ(one: Fact | None, other: Fact | None) -> bool:
    """Tell whether a fact says otherwise in another language: words for a free item may differ."""
    if isinstance(one, Offer) and isinstance(other, Offer):
        return one.old_price != other.old_price or _terms(one, False) != _terms(other, False)
    return one != other


def _offers_differ(one: Campaign, other: Campaign) -> bool:
    first, second = one.facts.offer, other.facts.offer
    if first is None or second is None:
        return False
    same_language = one.locale.split("-")[0] == other.locale.split("-")[0]
    return _terms(first, same_language) != _terms(second, same_language)


def _terms(offer: Offer, with_words: bool) -> tuple[object, ...]:
    """Return what the customer gets; an old price changes nothing of it."""
    item = fold(offer.item) if with_words else ""
    return offer.type, offer.value, offer.currency, offer.get, offer.pay, item


def _code(facts: Facts) -> str:
    return facts.promo_code.code.casefold() if facts.promo_code else ""


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both name something in common, or both nothing."""
    return bool(one & other) or not (one or other)


def _products(facts: Facts) -> frozenset[str]:
    items = facts.products.items if facts.products else ()
    return frozenset(fold(product.reference or product.name) for product in items)


def _audience(facts: Facts) -> frozenset[str]:
    return frozenset({fold(facts.audience.name)} if facts.audience else ())
