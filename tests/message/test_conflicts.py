"""When two campaigns disagree, and when they only stand side by side."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from omnicontent.message.conflicts import Campaign, find_conflicts, promises_differ
from omnicontent.message.facts import Facts

THIRTY = {"offer": {"type": "percent", "value": 30}}
TWENTY = {"offer": {"type": "percent", "value": 20}}
MAY = {"period": {"start": "2031-05-01", "end": "2031-05-31"}}
LATE_MAY = {"period": {"start": "2031-05-20", "end": "2031-06-10"}}
JUNE = {"period": {"start": "2031-06-01", "end": "2031-06-30"}}
CODE = {"promo_code": {"code": "SPRING"}}
SEEDS = {"products": {"items": [{"name": "Seeds", "reference": "S-1"}, {"name": "Spade"}]}}
MORE_SEEDS = {"products": {"items": [{"name": "Graines", "reference": "s-1"}]}}
POTS = {"products": {"items": [{"name": "Pot", "reference": "P-1"}]}}
NEW = {"audience": {"name": "New customers"}}
OLD = {"audience": {"name": "Regulars"}}
BAG = {"offer": {"type": "free_item", "item": "tote bag"}}
SAC = {"offer": {"type": "free_item", "item": "sac"}}
PRICE = {"offer": {"type": "price", "value": "49.00", "currency": "EUR"}}


def reasons(
    one: dict[str, Any], other: dict[str, Any], locales: tuple[str, str] = ("en", "en")
) -> list[str]:
    first, second = (
        Campaign(name, locale, Facts.model_validate(facts))
        for name, locale, facts in zip("AB", locales, (one, other), strict=True)
    )
    there = [conflict.reason for conflict in find_conflicts(first, [second])]
    back = [conflict.reason for conflict in find_conflicts(second, [first])]
    assert there == back, "both campaigns are warned alike"
    return list(there)


CASES: list[tuple[str, dict[str, Any], dict[str, Any], list[str]]] = [
    ("everything, always", THIRTY, TWENTY, ["offer"]),
    ("another kind of offer", THIRTY, BAG, ["offer"]),
    ("the same offer", THIRTY, THIRTY, []),
    ("the same in other digits", THIRTY, {"offer": {"type": "percent", "value": "30.00"}}, []),
    ("no offer", THIRTY, MAY, []),
    ("an old price more", PRICE, {"offer": PRICE["offer"] | {"old_price": 79}}, []),
    ("another currency", PRICE, {"offer": PRICE["offer"] | {"currency": "USD"}}, ["offer"]),
    ("one after the other", THIRTY | MAY, TWENTY | JUNE, []),
    ("for some days", THIRTY | MAY, TWENTY | LATE_MAY, ["offer"]),
    ("one without an end", THIRTY | MAY, TWENTY, ["offer"]),
    (
        "one from June on",
        THIRTY | MAY,
        TWENTY | {"period": {"start": "2031-06-01"}},
        [],
    ),
    ("the same product", THIRTY | SEEDS, TWENTY | MORE_SEEDS, ["offer"]),
    ("the same product by name", THIRTY | SEEDS, TWENTY | SEEDS, ["offer"]),
    ("other products", THIRTY | SEEDS, TWENTY | POTS, []),
    ("one names products", THIRTY | SEEDS, TWENTY, []),
    ("the same audience", THIRTY | NEW, TWENTY | NEW, ["offer"]),
    ("other audiences", THIRTY | NEW, TWENTY | OLD, []),
    ("one names an audience", THIRTY | NEW, TWENTY, []),
    ("a code with two values", THIRTY | CODE, TWENTY | CODE, ["offer", "promo_code"]),
    ("a code for other products", THIRTY | CODE | SEEDS, TWENTY | CODE | POTS, ["promo_code"]),
    (
        "a code in small letters",
        THIRTY | CODE | NEW,
        TWENTY | {"promo_code": {"code": "spring"}},
        ["promo_code"],
    ),
    ("a code with one value", THIRTY | CODE, THIRTY | CODE, []),
    ("a code used again later", THIRTY | CODE | MAY, TWENTY | CODE | JUNE, []),
    ("other codes", THIRTY | CODE | SEEDS, TWENTY | {"promo_code": {"code": "AUTUMN"}}, []),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_campaigns_disagree_where_a_customer_could_ask_for_both(
    one: dict[str, Any], other: dict[str, Any], expected: list[str]
) -> None:
    assert reasons(one, other) == expected


def test_free_items_are_compared_within_a_language_only() -> None:
    assert reasons(BAG, SAC) == ["offer"]
    assert reasons(BAG, SAC, ("en", "fr")) == []
    assert reasons(BAG, SAC, ("en-GB", "en-US")) == ["offer"]


def test_every_other_campaign_is_named() -> None:
    one = Campaign("A", "en", Facts.model_validate(THIRTY))
    others = [Campaign(name, "en", Facts.model_validate(TWENTY)) for name in "BCD"]
    assert [conflict.other.name for conflict in find_conflicts(one, others)] == ["B", "C", "D"]


def test_a_campaign_that_is_shown_later_does_not_disagree_before() -> None:
    june = datetime(2031, 6, 1, tzinfo=ZoneInfo("Europe/Paris"))
    may = Campaign("A", "en", Facts.model_validate(THIRTY | MAY), ends=june)
    later = Campaign("B", "en", Facts.model_validate(TWENTY), starts=june)
    assert list(find_conflicts(may, [later])) == []
    sooner = Campaign("B", "en", Facts.model_validate(TWENTY), starts=june - timedelta(days=1))
    assert len(list(find_conflicts(may, [sooner]))) == 1


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (BAG, SAC, False),
        (BAG, THIRTY, True),
        (PRICE, {"offer": PRICE["offer"] | {"old_price": 79}}, True),
        (THIRTY, {}, True),
        ({}, {}, False),
    ],
    ids=str,
)
def test_one_campaign_promises_the_same_in_every_language(
    one: dict[str, Any], other: dict[str, Any], differ: bool
) -> None:
    first, second = (Facts.model_validate(facts).offer for facts in (one, other))
    assert promises_differ(first, second) is differ
