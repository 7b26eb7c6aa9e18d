"""Products: named in words or by their reference."""

import pytest

from omnicontent.message.facts import Audience, Facts, Product, Products
from omnicontent.message.finding import carries
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.message.saying import say
from tests.message.judging import faults

BOTH = Products(
    items=(Product(name="Chaise Été", reference="CH-2041"), Product(name="Node.js/React mug"))
)


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("La chaise été et le Node.js/React mug", True),
        ("CH-2041, Node.js/React mug", True),
        ("(réf. ch-2041) + node.js/react mug.", True),
        ("Chaise Été", False),
        ("Chaises Été, Node.js/React mug", False),
        ("CH-20411, Node.js/React mug", False),
        ("https://shop.example/CH-2041 Node.js/React mug", False),
        ("Node.js/React mug", False),
        ("https://shop.example/Chaise-Été, Node.js/React mug", False),
    ],
)
def test_each_product_is_named(text, carried):
    assert carries(BOTH, text, "fr") is carried


def test_products_are_said_by_their_names():
    assert say(BOTH, "fr") == "Chaise Été, Node.js/React mug"
    assert carries(BOTH, say(BOTH, "fr"), "fr")


def test_names_and_references_promise_nothing_of_their_own():
    quotes = list(all_kinds()["products"].quotes(BOTH, "fr"))
    assert {"Chaise Été", "CH-2041"} <= set(quotes)
    assert faults("products", Facts(), "CH-2041") == []


def test_an_audience_is_never_said_and_never_missed():
    audience = Audience(name="Members")
    assert say(audience, "en") == ""
    assert carries(audience, "", "en")
    assert faults("audience", Facts(), "for members only") == []
