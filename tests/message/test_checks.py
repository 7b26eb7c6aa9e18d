from decimal import Decimal

from omnicontent.message.checks import missing
from omnicontent.message.facts import FACT_KINDS, CallToAction, Facts, Offer, PromoCode

FACTS = Facts(
    offer=Offer(type="percent", value=Decimal(30)),
    promo_code=PromoCode(code="WINTER30"),
    call_to_action=CallToAction(verb="Go", url="https://a.example/x"),
)


def test_what_the_campaign_has_and_the_text_lacks_is_missing():
    text = "30% off at https://a.example/x"
    assert missing(FACTS, FACT_KINDS, text, "en") == ("promo_code",)


def test_only_the_kinds_asked_for_are_missing():
    assert missing(FACTS, {"call_to_action", "offer"}, "", "en") == ("offer", "call_to_action")
    assert missing(FACTS, (), "", "en") == ()


def test_a_linked_address_carries_the_call_to_action_and_nothing_else():
    links = ("https://a.example/x?utm_source=mail", "https://a.example/WINTER30")
    assert missing(FACTS, FACT_KINDS, "-30%", "en", links) == ("promo_code",)
