"""A message says how to get no more, in one of three ways."""

import pytest

from omnicontent.text.opt_outs import says_way_out

URL = "https://greenhouse.example/stop"


@pytest.mark.parametrize(
    "text", [f"Opt out: {URL}", "No more? greenhouse.example/stop", "STOP to 36063", "STOP 36063"]
)
@pytest.mark.parametrize("answered", [True, False])
def test_addresses_and_numbers_lead_out_whoever_sends(text, answered):
    assert says_way_out(text, "", url=URL, answered=answered)


@pytest.mark.parametrize("text", ["Reply STOP", "ARRET pour finir", "UNSUBSCRIBE by answer"])
def test_an_answer_leads_out_only_where_somebody_takes_it(text):
    assert says_way_out(text, "", url=URL, answered=True)
    assert not says_way_out(text, "", url=URL, answered=False)


def test_the_line_meant_for_it_says_it_in_any_words():
    assert says_way_out("Hi. Nein danke", "Nein danke", url="", answered=True)
    assert not says_way_out("Hi. Nein danke", "Nein danke", url="", answered=False)
    assert says_way_out("Hi. a.example/no", "a.example/no", url="", answered=False)


def test_a_line_that_is_not_in_the_text_says_nothing():
    assert not says_way_out("Hi.", "STOP", url="", answered=True)


@pytest.mark.parametrize("text", ["", "Shop: https://shop.example/", "Don't stop", "NONSTOP"])
def test_other_words_lead_nowhere(text):
    assert not says_way_out(text, "", url=URL, answered=True)
