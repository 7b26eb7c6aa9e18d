"""Two texts, word by word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.previews.comparing import (
    GAP,
    Piece,
    compare_words,
    mark,
    only_new,
    only_old,
    shorten,
)


def test_one_word_is_another() -> None:
    pieces = compare_words("Only 49 € until Sunday.", "Only 45 € until Sunday.")
    assert only_old(pieces) == [
        Piece("same", "Only "),
        Piece("removed", "49"),
        Piece("same", " € until Sunday."),
    ]
    assert only_new(pieces)[1] == Piece("added", "45")


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("", "", []),
        ("same", "same", ["same"]),
        ("", "new", ["added"]),
        ("old", "", ["removed"]),
        ("\u00e9t\u00e9", "e\u0301te\u0301", ["removed", "added"]),
        ("👩‍🌾 ripe", "👨‍🌾 ripe", ["removed", "added", "same"]),
    ],
)
def test_kinds(old: str, new: str, kinds: list[str]) -> None:
    assert [piece.kind for piece in compare_words(old, new)] == kinds


@given(st.text(), st.text())
def test_the_pieces_make_both_texts(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(piece.text for piece in only_old(pieces)) == old
    assert "".join(piece.text for piece in only_new(pieces)) == new


def test_marks_are_heard_and_harmless() -> None:
    html = mark(compare_words("a <b>", "a <i>"))
    assert "<del><span class='w-sr-only'>removed: </span>b</del>" in html
    assert "<ins><span class='w-sr-only'>added: </span>i</ins>" in html
    assert "&lt;" in html


def test_what_stays_is_left_out() -> None:
    long = "word " * 100
    pieces = shorten(compare_words(f"{long}old {long}", f"{long}new {long}"))
    assert [piece.kind for piece in pieces] == ["same", "removed", "added", "same"]
    assert pieces[0].text.startswith(GAP)
    assert pieces[-1].text.endswith(GAP)
    assert len(pieces[0].text) < 80


def test_whole_pages_are_compared_at_once() -> None:
    page = "".join(f"<p class='c{n % 7}'>Sentence {n} of the page.</p>\n" for n in range(3000))
    other = page.replace("Sentence 5 ", "Phrase 5 ").replace("Sentence 2995 ", "Phrase 2995 ")
    started = time.perf_counter()
    changed = [piece for piece in compare_words(page, other) if piece.kind != "same"]
    assert len(changed) == 4
    assert time.perf_counter() - started < 20
