"""Codes of currencies in texts: read, unless the code is a word as well."""

import pytest

from omnicontent.message.currencies import currencies_by_sign


@pytest.mark.parametrize("code", ["ZAR", "SAR", "DOP", "EUR"])
def test_a_code_that_is_no_word_is_read(code: str) -> None:
    assert currencies_by_sign("en")[code.casefold()] == {code}


@pytest.mark.parametrize("word", ["all", "try", "top", "mad"])
def test_a_code_that_is_a_word_is_not(word: str) -> None:
    assert word not in currencies_by_sign("en")
