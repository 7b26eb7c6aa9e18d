"""Mistakes in facts, told so that whoever typed them knows what to mend."""

from typing import Any

import pytest
from pydantic import ValidationError

from omnicontent.message.facts import Facts
from omnicontent.message.faults import faults_of, in_plain_words
from omnicontent.message.kinds.plug_ins import registered
from tests.stories.ratings import RatingKind

HOURS = {"first": "monday", "opens": "09:00", "closes": "18:00"}
MISTAKES: list[tuple[dict[str, Any], str]] = [
    ({"ofer": {}}, "ofer: is not known here; did you mean offer?"),
    ({"ratings": {}}, "ratings: is not known here; did you mean rating?"),
    ({"zzz": {}}, "zzz: is not known here"),
    ({"offer": {"type": "percent", "vlaue": 3}}, "did you mean value?"),
    ({"offer": {"type": "three_for_two"}}, "offer.type: must be one of 'price', 'percent'"),
    ({"offer": {"type": "n_for_m", "get": 3.5, "pay": 2}}, "get: must be a whole number"),
    ({"offer": {"type": "n_for_m", "get": 1, "pay": 1}}, "offer.get: must be at least 2"),
    ({"offer": {"type": "percent", "value": "30 %"}}, "offer.value: must be a number"),
    ({"offer": {"type": "percent", "value": 0}}, "offer.value: must be more than 0"),
    ({"offer": {"type": "percent", "value": 33.333}}, "value: has more than 2 decimals"),
    ({"offer": {"type": "free_item"}}, "offer: say what is free"),
    ({"offer": []}, "offer: must be an object with fields"),
    ({"period": {"end": "31 December"}}, "period.end: must be a date such as 2026-12-31"),
    ({"period": {"end": "2026-12-31T10:00"}}, "period.end: needs an offset such as +01:00"),
    ({"place": {"name": "A", "hours": HOURS}}, "place.hours: must be a list"),
    ({"place": {"name": "A", "also": [{"nmae": "B"}]}}, "place.also.0.nmae: is not known here; "),
    (
        {"place": {"name": "A", "hours": [HOURS | {"first": "tusday"}]}},
        "'sunday'; did you mean tuesday?",
    ),
    ({"place": {"name": "A", "hours": [HOURS | {"opens": "9 h"}]}}, "must be a time such as 09:"),
    ({"place": {"name": "A", "hours": [HOURS | {"close": "9 h"}]}}, "did you mean closes?"),
    ({"contact": {}}, "contact: give a telephone number or a mail address"),
    ({"contact": {"phone": "call"}}, "contact.phone: is not written as it must be"),
    ({"contact": {"fone": "3"}}, "contact.fone: is not known here; did you mean phone?"),
    ({"products": {"items": []}}, "products.items: has too few entries"),
    ({"products": {"items": [{"ref": "1", "name": "A"}]}}, "items.0.ref: is not known here; did "),
    ({"audience": {"name": ""}}, "audience.name: is too short"),
    ({"audience": {"name": 3}}, "audience.name: must be text"),
    ({"rating": {"stars": 6}}, "rating.stars: must be at most 5"),
    ({"rating": {"star": 6}}, "rating.star: is not known here; did you mean stars?"),
    ({"rating": {}}, "rating.stars: is missing"),
]


@pytest.mark.parametrize(("facts", "words"), MISTAKES, ids=lambda value: str(value)[:50])
def test_a_mistake_is_told_in_plain_words(facts: dict[str, Any], words: str) -> None:
    with registered(RatingKind()), pytest.raises(ValidationError) as caught:
        Facts.model_validate(facts)
    with registered(RatingKind()):
        told = [
            f"{'.'.join(map(str, fault.where))}: {in_plain_words(fault)}"
            for fault in faults_of(caught.value)
        ]
    assert any(words in line for line in told), told


def test_every_wrong_fact_is_told() -> None:
    wrong = {"offer": {"type": "percent"}, "contact": {}, "audience": {"nam": "x"}}
    with pytest.raises(ValidationError) as caught:
        Facts.model_validate(wrong)
    assert {fault.where[0] for fault in faults_of(caught.value)} == set(wrong)
