"""Who a text message may come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.senders import is_name, is_number, sender_names, takes_answers


@pytest.mark.parametrize("sender", ["", " ", "36063", "+33612345678"])
def test_numbers_take_answers_and_so_does_a_provider_s_own(sender):
    assert takes_answers(sender)


@pytest.mark.parametrize("sender", ["Greenhouse", "Green 24", "+0123", "12"])
def test_what_is_no_number_takes_none(sender):
    assert not takes_answers(sender)


@given(st.text(max_size=60))
def test_every_name_made_of_a_brand_is_one(brand):
    for name in sender_names(brand):
        assert is_name(name)
        assert not is_number(name)


def test_a_brand_s_first_words_are_its_shorter_names():
    assert sender_names("Café Verdélune, Inc.") == ["Cafe Verdelune Inc", "Cafe Verdelune", "Cafe"]
