"""Telephone numbers, and what only looks like one."""

import pytest

from omnicontent.text.phones import find_phone_number


@pytest.mark.parametrize("number", ["+33 1 42 68 53 00", "01.42.68.53.00", "(212) 555-0100"])
def test_a_number_is_found_as_it_stands(number):
    assert find_phone_number(f"Call us: {number}.") == number


@pytest.mark.parametrize(
    "text",
    [
        "01.04.2027",
        "01.12.2026-15.12.2026",
        "2027-04-01",
        "1,299.00",
        "x.example/0123456789",
        "0123",
        "10000000",
    ],
)
def test_dates_and_prices_are_no_telephone_numbers(text):
    assert find_phone_number(f"Until {text}!") == ""
