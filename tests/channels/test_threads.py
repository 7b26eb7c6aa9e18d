"""Threads: whole pieces in order, in as few posts as hold them."""

from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.threads import (
    BREAK,
    ThreadChannel,
    pack_posts,
    split_posts,
    thread_part,
)
from omnicontent.text.fitting import Piece, joint_between
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit

ROOM = 12
TEXTS = st.lists(st.text(alphabet="abcdef", min_size=1, max_size=ROOM), max_size=8)


def fits(text):
    return len(text) <= ROOM


def joined(pieces):
    text = ""
    for place, piece in enumerate(pieces):
        text += (joint_between(pieces[place - 1], piece) if place else "") + piece.text
    return text


def fewest_posts(pieces):
    """Try every way to part the pieces, fewest posts first."""
    places = range(1, len(pieces))
    for count in range(len(pieces)):
        for cuts in combinations(places, count):
            edges = [0, *cuts, len(pieces)]
            posts = [pieces[a:b] for a, b in pairwise(edges)]
            if all(fits(joined(post)) for post in posts):
                return len(posts)
    return 0


@given(TEXTS)
def test_no_other_way_needs_fewer_posts(texts):
    pieces = [Piece(text) for text in texts]
    packed = pack_posts(pieces, fits, 99)
    posts = split_posts(packed.text)
    assert packed.used == tuple(texts)
    assert packed.dropped == ()
    assert len(posts) == fewest_posts(pieces)
    assert all(fits(post) for post in posts)
    assert " ".join(posts).split() == texts


@given(TEXTS, st.integers(0, 3))
def test_what_has_no_post_is_dropped_whole(texts, posts_max):
    packed = pack_posts([Piece(text) for text in texts], fits, posts_max)
    assert [*packed.used, *packed.dropped] == texts
    assert len(split_posts(packed.text)) <= posts_max


def test_what_follows_a_piece_too_long_for_a_post_is_dropped_with_it():
    pieces = [
        Piece("a"),
        Piece("far too long to be said"),
        Piece("behind it", follows=True),
        Piece("z"),
    ]
    packed = pack_posts(pieces, fits, 9)
    assert packed.text == "a z"
    assert packed.dropped == ("far too long to be said", "behind it")


def test_another_paragraph_begins_with_its_lead():
    pieces = [Piece("one", group="a"), Piece("two", group="b", lead="\n\n")]
    assert pack_posts(pieces, fits, 9).text == "one\n\ntwo"


def test_posts_are_parted_by_a_line_of_hyphens():
    assert split_posts(f"one{BREAK}\n two {BREAK}{BREAK}") == ["one", "two"]


class Threaded(ThreadChannel, SoundChannel):
    spec = replace(
        SPEC,
        parts=(*SPEC.parts, thread_part(limit(120, Unit.CHARACTERS))),
        forms=("post", "thread"),
    )


FULL = sample_stories()["full"]


def test_only_the_form_thread_has_a_thread():
    told = FULL.model_copy(update={"forms": {"sound": "thread"}})
    assert Threaded().adapt(FULL).parts["thread"] == ""
    posts = split_posts(Threaded().adapt(told).parts["thread"])
    assert len(posts) > 1
    assert all(len(post) <= 120 for post in posts)


def test_a_thread_does_not_say_again_what_the_post_says():
    told = FULL.model_copy(update={"forms": {"sound": "thread"}})
    content = Threaded().adapt(told)
    said = set(content.fitting["text"].used)
    assert said
    assert not said & set(content.fitting["thread"].used)


def test_a_thread_is_as_long_as_its_longest_post():
    assert Threaded().counted("thread", f"one{BREAK}longer{BREAK}two") == "longer"
