"""The kind keeps the contract, and reads what people type."""

from decimal import Decimal

import pytest
from omnicontent_rating.kind import Rating, kind

from omnicontent.message.facts import Facts
from omnicontent.message.lock import check_text
from omnicontent.message.testing import check_kind

RATING = Rating(stars=Decimal("4.8"))


def test_it_keeps_the_contract() -> None:
    check_kind(kind, RATING, Rating(stars=Decimal("4.7")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rated 4.8/5 by 1,200 customers", []),
        ("4,8 étoiles sur 5", []),
        ("Rated 4.9 out of 5!", ["4.9 out of 5"]),
        ("version 4.9, 4.9 kg", []),
    ],
)
def test_what_people_type(text: str, found: list[str]) -> None:
    proof = check_text(Facts.model_validate({"rating": RATING}), text, "en")
    assert [one.span for one in proof.findings if one.fact == "rating"] == found
