import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.media.words.rows import wrap, wrap_address


def within(count: int):
    return lambda row: len(row) <= count


def test_rows_break_at_spaces_and_hold_signs_to_their_words() -> None:
    assert wrap("Cet été : 30 % et plus", within(10)) == ["Cet été\u00a0:", "30\u00a0% et", "plus"]


def test_japanese_breaks_between_its_signs_but_not_before_a_full_stop() -> None:
    text = "2026年12月14日まで全品30%割引。"
    rows = wrap(text, within(8))

    assert "".join(rows) == text
    assert len(rows) > 2
    assert not [row for row in rows if row[0] in "。、々ー"]


def test_words_in_katakana_stay_whole() -> None:
    assert wrap("このクーポンコードを", within(8)) == ["この", "クーポンコードを"]


def test_an_address_too_wide_goes_on_behind_a_slash() -> None:
    rows = wrap("Shop: shop.example/bikes/new?all=1", within(14))

    assert rows == ["Shop:", "shop.example/", "bikes/new", "?all=1"]
    assert wrap_address("shop.example/a-b", within(9)) == ["shop", ".example/", "a-b"]


@given(st.text(max_size=60), st.integers(min_value=1, max_value=30))
def test_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    rows = wrap(text, within(width))

    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(row.strip(" ") for row in rows)


@pytest.mark.parametrize("width", [3, 10, 200])
def test_an_address_loses_no_letter(width: int) -> None:
    address = "shop.example.com/city-bikes?cat=all&sort=new#top"

    assert "".join(wrap_address(address, within(width))) == address
