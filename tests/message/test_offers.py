"""Offers held against texts: what is the campaign's, what contradicts it, what promises more."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnicontent.message.facts import Facts
from omnicontent.message.lock import check_text
from omnicontent.message.saying import say
from tests.message.test_finding import offers

LOCALES = ["en", "en-GB", "fr", "fr-CA", "de", "es", "it"]
PERCENT = {"type": "percent", "value": 15}
PRICE = {"type": "price", "value": "39.90", "currency": "GBP", "old_price": "59.90"}
AMOUNT = {"type": "amount", "value": 20, "currency": "EUR"}
THREE = {"type": "n_for_m", "get": 3, "pay": 2}
THIRD = {"type": "percent", "value": "33.33"}


def item(words):
    return {"type": "free_item", "item": words}


def found(offer, text, locale="en"):
    proof = check_text(Facts.model_validate({"offer": offer}), text, locale)
    return proof.carries, [(finding.kind, finding.span) for finding in proof.findings]


@settings(deadline=None)
@given(offers(), st.sampled_from(LOCALES), st.sampled_from(["long", "short"]))
def test_what_we_say_of_an_offer_is_carried_and_no_fault(offer, locale, form):
    proof = check_text(Facts(offer=offer), f"Hello. {say(offer, locale, form)}. Bye.", locale)
    assert proof.carries == ("offer",)
    assert proof.findings == ()


@pytest.mark.parametrize(
    ("offer", "text"),
    [
        (PERCENT, "Order bulbs: 15% off"),
        (PERCENT, "Order now\n15% off"),
        (PERCENT, "15% off your first order"),
        (AMOUNT, "Order bulbs\n€20 off everything"),
        (AMOUNT, "€20 off all orders"),
        (PRICE, "Order yours: £39.90"),
        (PRICE, "Gift basket £39.90"),
    ],
)
def test_who_asks_for_an_order_sets_no_condition(offer, text):
    assert found(offer, text) == (("offer",), [])


@pytest.mark.parametrize(
    "condition",
    [
        "Min. order €30",
        "Minimum order value: €30",
        "Order minimum €30",
        "Order total €30",
        "Order €30, get a gift",
        "Order €30 and get free delivery",
        "When your order reaches €30",
        "If your order is €30, delivery is on us",
        "Any basket €30 gets a gift",
        "Any purchase €30 or over",
        "On orders totalling €30",
        "On purchases €30+",
        "On orders of €30 or more",
    ],
)
def test_the_value_that_an_order_must_have_is_no_offer(condition):
    carried, findings = found(AMOUNT, f"€20 off. {condition}")
    assert carried == ("offer",)
    assert ("orphan", "€30") in findings
    assert found({**AMOUNT, "value": 30}, condition)[0] == ()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", ["long", "short"])
@pytest.mark.parametrize("offer", [item("tote bag"), THREE], ids=["free", "bundle"])
def test_what_we_say_of_gifts_is_carried_and_no_fault(offer, locale, form):
    fact = Facts.model_validate({"offer": offer}).offer
    assert found(offer, f"Hello. {say(fact, locale, form)}. Bye.", locale) == (("offer",), [])


@pytest.mark.parametrize(
    ("offer", "text", "locale"),
    [
        (item("trousse de toilette"), "Trousse de toilette offerte", "fr"),
        (item("sac en toile"), "Un sac en toile offert", "fr"),
        (item("sac en toile"), "Recevez gratuitement un sac en toile", "fr"),
        (item("boîte de 12 macarons"), "Une boîte de 12 macarons offerte", "fr"),
        (item("bolsa de tela"), "Bolsa de tela de regalo", "es"),
        (item("un stylo plume"), "Un stylo plume offert", "fr"),
        (item("canvas tote bag"), "free tote bag with every order", "en"),
        (item("Tasse"), "Tasse gratis dazu", "de"),
        (item("coffee"), "Un café offert pour l'équipe", "fr"),
        (item("coffee"), "Coffee's on us", "en"),
        (THREE, "Buy two, get one free", "en"),
        (THREE, "Le lot de 3 au prix de 2", "fr"),
        (THREE, "Every third bar is on us", "en"),
        (THREE, "Pay for two, take home three", "en"),
        (THREE, "3 × 2 en jabones", "es"),
        (THIRD, "A third off", "en"),
        (THIRD, "One-third off everything", "en"),
        (THIRD, "Prices slashed by a third!", "en"),
        (THIRD, "Un tiers de remise", "fr"),
        (PERCENT, "Everything in the shop is down 15%", "en"),
        (PERCENT, "15% off, not 20%!", "en"),
        (PERCENT, "Last year: 10%. This year: 15%.", "en"),
        (PERCENT, "Oubliez les 10 %, voici 15 % de remise", "fr"),
        (PERCENT, "Not 5%, not 10%, but 15% off!", "en"),
        (PRICE, "Trail boots now 39.90, RRP £59.90", "en"),
        (PRICE, "Save £20: now £39.90", "en"),
        (AMOUNT, "spart satte 20 Euro", "de"),
    ],
)
def test_what_says_the_offer(offer, text, locale):
    assert found(offer, text, locale) == (("offer",), [])


@pytest.mark.parametrize(
    ("offer", "text", "locale", "kind"),
    [
        (item("mug"), "Free jug with every order", "en", "contradiction"),
        (item("mug"), "Free delivery with every order", "en", "orphan"),
        (item("Tasse"), "Tasche gratis dazu", "de", "contradiction"),
        (item("a"), "Free balloon", "en", "contradiction"),
        (THREE, "4 for 3", "en", "contradiction"),
        (THREE, "B1G1 on soap", "en", "contradiction"),
        (THIRD, "A quarter off", "en", "contradiction"),
        (THIRD, "Two thirds off", "en", "contradiction"),
        (THIRD, "-1/5 sur tout", "fr", "contradiction"),
        (PERCENT, "Prices are down 20%", "en", "contradiction"),
        (PERCENT, "up to 15% off", "en", "contradiction"),
        (PERCENT, "15 % de plus", "fr", "contradiction"),
        (PERCENT, "now only £9.99", "en", "orphan"),
        (PRICE, "All boots under £35", "en", "contradiction"),
        (PRICE, "€39.90", "en", "contradiction"),
        (PRICE, "£39.90 plus £4.95 delivery", "en", "orphan"),
        (AMOUNT, "20 € offerts dès 80 € d'achat", "fr", "orphan"),
    ],
)
def test_what_says_otherwise_or_more(offer, text, locale, kind):
    _carried, findings = found(offer, text, locale)
    assert kind in {one for one, _span in findings}


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("100 % coton bio", "fr"),
        ("70% Assam, 30% Ceylon", "en"),
        ("5% niacinamide, 2% zinc", "en"),
        ("95 % de nos clients reviennent", "fr"),
        ("Charges to 80% in 25 minutes", "en"),
        ("All boots under £50", "en"),
        ("Sugar-free, gluten-free, feel free to ask", "en"),
        ("Table for 2, 3 tips, open 24/7, room 12", "en"),
        ("au capital de 10 000 €", "fr"),
        ("TVA 20 % incluse", "fr"),
        ("Nos émissions : -30 % depuis 2019", "fr"),
        ("20 pounds of shortbread", "en"),
        ("Der 2019er hat 13,5 %", "de"),
    ],
)
def test_what_promises_nothing(text, locale):
    assert found(PRICE, text, locale)[1] == []


def test_a_new_price_of_a_span_is_the_price():
    phone = {"type": "price", "value": 299, "currency": "EUR", "old_price": 399}
    assert found(phone, "The Nova 7 drops from €399 to €299.") == (("offer",), [])
    assert found(phone, "Le Nova 7 à 299 €", "fr") == (("offer",), [])


def test_a_bare_number_carries_a_price_with_cents_only():
    assert found(PRICE, "only 39.90")[0] == ("offer",)
    assert found({**PRICE, "value": Decimal(39)}, "only 39")[0] == ()
