"""Tokens: random enough, checkable without a query, never the same as what is stored."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.delivery.tokens import PREFIX, SHOWN, is_well_formed, make_token, token_digest


def test_a_new_token_is_well_formed_and_its_own():
    tokens = {make_token() for _ in range(200)}
    assert len(tokens) == 200
    assert all(is_well_formed(token) for token in tokens)


def test_what_lists_do_not_show_still_holds_160_random_bits():
    secret_characters = len(make_token()) - 6 - SHOWN
    assert math.log2(62) * secret_characters >= 160


@pytest.mark.parametrize("position", range(41))
def test_every_mistyped_character_is_noticed(position):
    token = make_token()
    wrong = "x" if token[position] != "x" else "y"
    assert not is_well_formed(token[:position] + wrong + token[position + 1 :])


@given(st.text(max_size=60))
def test_any_other_text_is_no_token(text):
    assert not is_well_formed(text)
    assert not is_well_formed(PREFIX + text)


def test_the_digest_is_not_the_token():
    token = make_token()
    assert len(token_digest(token)) == 64
    assert token not in token_digest(token)
