from dataclasses import replace
from itertools import groupby, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.fitting import DoesNotFitError, Piece, fit, joint_between, reworded

WORDS = st.text(alphabet="abcdef", min_size=1, max_size=9)


@st.composite
def a_piece(draw):
    longest = draw(WORDS)
    lengths = draw(st.lists(st.integers(1, len(longest)), max_size=2))
    shorter = tuple(longest[:n] for n in sorted(lengths, reverse=True))
    return Piece(
        longest,
        must=draw(st.booleans()),
        rank=draw(st.integers(0, 3)),
        shorter=shorter,
        joint=draw(st.sampled_from([" ", "", "\n\n"])),
        group=draw(st.sampled_from(["", "facts"])),
        lead=draw(st.sampled_from([None, "", ": "])),
        follows=draw(st.booleans()),
    )


def well_ordered(pieces):
    """Let a piece follow only one before it whose rank is no higher, as the contract asks."""
    befores = [None, *pieces]
    return [
        replace(
            piece,
            follows=piece.follows
            and not piece.must
            and before is not None
            and (before.must or before.rank <= piece.rank),
        )
        for before, piece in zip(befores, pieces, strict=False)
    ]


PIECES = st.lists(a_piece(), max_size=6).map(well_ordered)
ROOM = st.integers(0, 40)


def at_most(room):
    return lambda text: len(text) <= room


def joined(pieces, chosen):
    said = [
        (piece, (piece.text, *piece.shorter)[n])
        for piece, n in zip(pieces, chosen, strict=True)
        if n is not None
    ]
    joints = ["", *(joint_between(one, other) for (one, _), (other, _) in pairwise(said))]
    return "".join(joint + text for joint, (_piece, text) in zip(joints, said, strict=False))


def every_choice(pieces):
    options = [
        list(range(1 + len(piece.shorter))) + ([] if piece.must else [None]) for piece in pieces
    ]
    for chosen in product(*options):
        alone = (
            piece.follows and chosen[place] is not None and chosen[place - 1] is None
            for place, piece in enumerate(pieces)
        )
        if not any(alone):
            yield chosen


def order_of_merit(pieces, chosen):
    """The module's order as a key: the least is the best."""
    ranked = sorted(zip(pieces, chosen, strict=True), key=lambda pair: pair[0].rank)
    key = [n for piece, n in ranked if piece.must]
    optional = [(piece.rank, n) for piece, n in ranked if not piece.must]
    for _rank, group in groupby(optional, key=lambda pair: pair[0]):
        numbers = [n for _, n in group]
        key += [n is None for n in numbers] + [n or 0 for n in numbers]
    return key


@given(PIECES, ROOM)
def test_the_result_is_the_best_of_all_possible_ones(pieces, room):
    possible = [c for c in every_choice(pieces) if len(joined(pieces, c)) <= room]
    if not possible:
        with pytest.raises(DoesNotFitError):
            fit(pieces, at_most(room))
        return
    best = min(possible, key=lambda chosen: order_of_merit(pieces, chosen))
    assert fit(pieces, at_most(room)).text == joined(pieces, best)


@given(PIECES, ROOM)
def test_every_piece_is_used_whole_or_dropped(pieces, room):
    try:
        fitted = fit(pieces, at_most(room))
    except DoesNotFitError:
        return
    assert len(fitted.used) + len(fitted.dropped) == len(pieces)
    wordings = {text for piece in pieces for text in (piece.text, *piece.shorter)}
    assert set(fitted.used) <= wordings
    assert set(fitted.dropped) <= {piece.text for piece in pieces if not piece.must}


def test_the_result_stands_in_the_order_of_the_story():
    pieces = [Piece("third", rank=3), Piece("must", must=True), Piece("first", rank=1)]
    assert fit(pieces, at_most(10)).text == "must first"


def test_a_joint_stands_only_between_pieces():
    pieces = [Piece("long and dropped"), Piece("a", joint="\n\n"), Piece("b", joint="\n")]
    assert fit(pieces, at_most(3)).text == "a\nb"


def test_more_pieces_of_a_rank_come_before_longer_ones():
    pieces = [Piece("one two", shorter=("one",)), Piece("six")]
    assert fit(pieces, at_most(7)).text == "one six"


def test_what_follows_a_dropped_piece_is_dropped_with_it():
    pieces = [
        Piece("a", rank=1),
        Piece("long and dropped", rank=2, follows=True),
        Piece("b", rank=3, follows=True),
        Piece("c", rank=4),
    ]
    fitted = fit(pieces, at_most(9))
    assert fitted.text == "a c"
    assert fitted.dropped == ("long and dropped", "b")


def test_must_pieces_that_do_not_fit_show_the_shortest_text():
    with pytest.raises(DoesNotFitError) as caught:
        fit([Piece("a long fact", must=True, shorter=("a fact",)), Piece("x")], at_most(3))
    assert caught.value.shortest == "a fact"


def test_empty_pieces_are_left_out():
    assert fit([Piece(""), Piece("a"), Piece("", must=True)], at_most(9)).text == "a"


def test_nothing_fits_nothing():
    assert fit([Piece("a")], at_most(0)).text == ""


def test_a_long_story_asks_about_once_a_sentence():
    pieces = [Piece(f"Sentence number {n}.", rank=n) for n in range(300)]
    asked = []
    fitted = fit(pieces, lambda text: asked.append(text) or len(text) <= 3000)
    assert len(asked) <= 2 * len(pieces)
    assert len(fitted.used) > 100


def test_every_wording_is_reworded():
    piece = Piece("a <b>", must=True, rank=3, shorter=("<b>", "b"))
    changed = reworded(piece, lambda text: text.replace("<", "‹"))
    assert (changed.text, changed.shorter) == ("a ‹b>", ("‹b>", "b"))
    assert (changed.must, changed.rank) == (True, 3)
