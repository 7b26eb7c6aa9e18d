"""Links as people type them: the campaign's, look-alikes, and what is no link at all."""

import pytest

from omnicontent.message.facts import CallToAction, Facts, LegalLine
from omnicontent.message.finding import carries
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.message.texts import Text
from tests.message.judging import faults

FACT = CallToAction(verb="Shop now", url="https://shop.example/winter?size=m")
OURS = Facts(call_to_action=FACT)

RIGHT = [
    "https://shop.example/winter?size=m",
    "Go to http://shop.example/winter?size=m!",
    "shop.example/winter?size=m",
    "www.shop.example/winter/?size=m",
    "HTTPS://WWW.SHOP.EXAMPLE:443/winter?size=m",
    "https://shop.example/winter?utm_source=sms&size=m&utm_medium=x",
    "https://shop.example/winter?size=m&gclid=EAIaIQ",
    "(https://shop.example/winter?size=m&fbclid=IwAR0)",
    "**https://shop.example/winter?size=m&mc_cid=1&mc_eid=2**",
    "«\u00a0https://shop.example/%77inter?size=m\u00a0»",
]
WRONG = [
    "https://shop.example/summer",
    "https://shop.example/winter?size=l",
    "https://shop.example/winter",
    "https://shop.example/Winter?size=m",
    "shop.example/winter-sale",
    "https://shop.test/winter?size=m",
    "shop.com",
    "www.shop.fr",
    "https://shcp.example/winter?size=m",
    "https://ѕhop.example/winter?size=m",
    "https://xn--hop-5ld.example/winter?size=m",
    "https://shop.example.evil.test/winter?size=m",
    "https://shop.example@evil.test/winter?size=m",
    "https://m.shop.example/winter?size=m",
    "https://shop.example:8443/winter?size=m",
    "https://192.0.2.7/winter",
    "bit.ly/3xYz",
    "t.me/shop",
]
HARMLESS = [
    "See README.md and setup.py",
    "C'est la fin.Profitez-en vite",
    "The sale ends.It was good",
    "ends.Only today",
    "VITE.IL EST TEMPS",
    "write to me@shop.fr",
    "mailto:me.too@shop.fr",
    "@name.shop.com",
    "at 9 a.m.to 5 p.m. in the U.S.A",
    "1.299 €, 30.de",
    "Node.js and e.g. Vue.js",
    "version 2.10.in",
    "photo.jpg, film.mov, all.zip",
    "M.Dupont",
]


@pytest.mark.parametrize("text", RIGHT)
def test_our_link_is_carried_and_backed(text):
    assert carries(FACT, text, "en")
    assert faults("call_to_action", OURS, text) == []


@pytest.mark.parametrize("text", ["shop.example", "https://www.shop.example/?utm_source=x"])
def test_the_home_page_is_backed_and_does_not_carry(text):
    assert not carries(FACT, text, "en")
    assert faults("call_to_action", OURS, text) == []


@pytest.mark.parametrize("text", WRONG)
def test_another_link_contradicts_or_is_an_orphan(text):
    assert not carries(FACT, text, "en")
    assert faults("call_to_action", OURS, f"Go: {text} now") == [("contradiction", text)]
    assert faults("call_to_action", Facts(), f"Go: {text}.") == [("orphan", text)]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_link_is_no_fault(text):
    assert faults("call_to_action", OURS, text) == []
    assert faults("call_to_action", Facts(), text) == []


def test_a_link_that_another_fact_names_is_the_campaign_s():
    line = LegalLine(text="Terms:\nshop.example/terms, or at the till.")
    facts = Facts(call_to_action=FACT, legal_line=line)
    assert faults("call_to_action", facts, f"Hello. {line.text}") == []
    assert faults("call_to_action", facts, "shop.example/term") != []
    assert faults("call_to_action", Facts(legal_line=line), "https://shop.example/terms") == []


def test_another_site_beside_our_own_link_is_an_orphan():
    ours = "https://shop.example/winter?size=m"
    assert faults("call_to_action", OURS, f"{ours} or https://social.example/shop") == [
        ("orphan", "https://social.example/shop")
    ]
    for other in ("shop.test/winter", "https://shcp.example/", "https://shop.example/x"):
        assert faults("call_to_action", OURS, f"{ours} {other}") == [("contradiction", other)]


def test_the_place_of_a_link_is_exact_after_letters_that_are_left_out():
    odd = "Soldes\u00a0!\u200b \u200b 👩\u200d👩\u200d👧 e\u0301te\u0301"
    text = f"{odd}\n\n voir  shop.com/x?y, vite"
    (claim,) = all_kinds()["call_to_action"].claims(Text(text, "fr"))
    assert claim.place is not None
    assert text[slice(*claim.place)] == "shop.com/x?y"


def test_a_bare_host_stands_in_the_plain_text_where_a_brand_s_name_is_looked_for():
    text = Text("Only on\u00a0Booking.com today", "en")
    (claim,) = all_kinds()["call_to_action"].claims(text)
    assert text.plain[claim.start : claim.end] == "Booking.com"
