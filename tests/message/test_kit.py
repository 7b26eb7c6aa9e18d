"""The kit of kinds: what is sound passes, and each breach is named."""

from datetime import time
from decimal import Decimal

import pytest

from omnicontent.message.claims import Claim
from omnicontent.message.errors import KindConformanceError
from omnicontent.message.facts import (
    CallToAction,
    Contact,
    LegalLine,
    OpeningHours,
    Place,
    Product,
    Products,
    PromoCode,
)
from omnicontent.message.kinds.guarding import guarded
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.message.testing import check_kind
from omnicontent.message.texts import Text
from tests.message.stars_kind import Stars, StarsKind

WEEK = OpeningHours(first="monday", last="friday", opens=time(9), closes=time(18))
SHOP = "https://shop.example"


@pytest.mark.parametrize(
    ("name", "fact", "other"),
    [
        ("promo_code", PromoCode(code="WINTER30"), PromoCode(code="WINTER20")),
        (
            "call_to_action",
            CallToAction(verb="Go", url=f"{SHOP}/a"),
            CallToAction(verb="Go", url=f"{SHOP}/b"),
        ),
        ("contact", Contact(phone="+33 1 23 45 67 89"), Contact(phone="+33 1 23 45 67 88")),
        ("contact", Contact(email="a@shop.example"), Contact(email="b@shop.example")),
        ("place", Place(name="Shop", hours=(WEEK,)), Place(name="Kiosk")),
        ("legal_line", LegalLine(text="While stocks last."), LegalLine(text="One each.")),
        ("products", Products(items=(Product(name="A"),)), Products(items=(Product(name="B"),))),
    ],
)
def test_the_built_in_kinds_keep_the_contract(name, fact, other):
    check_kind(all_kinds()[name], fact, other)


THREE, FOUR = Stars(stars=3), Stars(stars=4)


def breaches(kind, fact=THREE, other=FOUR):
    with pytest.raises(KindConformanceError) as raised:
        check_kind(kind, fact, other)
    return "\n".join(raised.value.failures)


def test_a_sound_kind_passes_also_behind_its_guard():
    check_kind(StarsKind(), THREE, FOUR)
    check_kind(guarded(StarsKind()), THREE, FOUR)


def _misplaced(text):
    return [Claim("stars", 0, 3, int("3 stars" in text.plain))] if " stars" in text.plain else []


def raises(*_given):
    raise RuntimeError("boom")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "No Name"}, "lower-case words"),
        ({"name": "offer"}, '"offer" is the name of a built-in kind'),
        ({"label": ""}, "its label must be words"),
        ({"model": str}, "its model must be a class of its own, made from Fact"),
        ({"claims": raises}, "reading a text with it raises RuntimeError: boom"),
        ({"say": raises}, "check_said: raised RuntimeError: boom"),
        ({"say": lambda *_: "many stars"}, '"many stars" does not carry the fact that says it'),
        ({"carried": lambda *_: True}, "carries a fact with another value"),
        ({"carried": lambda *_: False}, "does not carry the fact that says it"),
        ({"judge": lambda *_: "backed"}, "does not contradict a fact with another value"),
        ({"judge": lambda *_: "orphan"}, "is a orphan of the fact that says it"),
        (
            {"claims": lambda _self, text: _misplaced(text)},
            "stands at",
        ),
    ],
)
def test_each_breach_is_named(fields, said):
    assert said in breaches(type("Broken", (StarsKind,), fields)())


def test_facts_of_another_kind_or_of_one_value_prove_nothing():
    assert "is no Stars" in breaches(StarsKind(), PromoCode(code="AB"))
    assert "different values" in breaches(StarsKind(), other=Stars(stars=3))


def test_a_guarded_kind_that_raises_proves_nothing_and_stops_nobody(caplog):
    broken = dict.fromkeys(("say", "claims", "carried", "judge", "quotes", "misquotes"), raises)
    kind = guarded(type("Broken", (StarsKind,), broken)())
    fact, text = Stars(stars=Decimal(3)), Text("3 stars", "en")
    assert kind.say(fact, "en", "long") == ""
    assert list(kind.claims(text)) == list(kind.quotes(fact, "en")) == []
    assert list(kind.misquotes(fact, text.original)) == []
    assert not kind.carried(fact, text, (), None)
    assert 'kind of fact "stars" failed' in caplog.text


def test_a_guard_lets_a_sound_misquote_pass():
    misquoting = {"misquotes": lambda _self, fact, text: iter(((0, 3),))}
    kind = guarded(type("Sound", (StarsKind,), misquoting)())
    assert list(kind.misquotes(Stars(stars=3), "3 starz")) == [(0, 3)]


def test_a_guard_keeps_out_what_stands_outside_of_the_text(caplog):
    outside = {
        "claims": lambda _self, text: iter((Claim("stars", 3, 99, 3),)),
        "misquotes": lambda _self, fact, text: iter(((3, 99),)),
    }
    kind = guarded(type("Broken", (StarsKind,), outside)())
    assert list(kind.claims(Text("3 stars", "en"))) == []
    assert list(kind.misquotes(Stars(stars=3), "3 stars")) == []
    assert "outside of its text" in caplog.text
