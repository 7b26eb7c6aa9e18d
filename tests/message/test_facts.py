from datetime import UTC, datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from omnicontent.message.facts import Facts, Offer, Period, PromoCode


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"type": "percent", "value": 101}, "more than 100"),
        ({"type": "price", "value": 5}, "needs a currency"),
        ({"type": "price", "value": 5, "currency": "EUR", "old_price": 4}, "must be higher"),
    ],
)
def test_an_impossible_offer_says_what_is_wrong(fields, says):
    with pytest.raises(ValidationError, match=says):
        Offer(**fields)


def test_a_period_needs_its_ends_in_order_and_a_known_zone():
    start, end = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)
    with pytest.raises(ValidationError, match="after the start"):
        Period(start=start, end=end)
    with pytest.raises(ValidationError, match="Europe/Paris"):
        Period(time_zone="Mars/Olympus")


def test_an_offer_holds_from_its_start_to_before_its_end():
    start, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)
    held = Period(start=start, end=end)
    assert held.holds_at(start)
    assert not held.holds_at(end)


def test_present_facts_come_in_the_order_of_the_kinds():
    facts = Facts(promo_code=PromoCode(code="AB"), offer=Offer(type="percent", value=Decimal(5)))
    assert [kind for kind, _ in facts.present()] == ["offer", "promo_code"]
