from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.media.errors import MediaError
from omnicontent.media.films.cutting import Part, choose_spans, cut_film, frame_at
from omnicontent.media.recipes import ClosingCard, Key, ShotFrame, Span, VideoRecipe

RECIPE = VideoRecipe(width_px=640, height_px=360, seconds_max=60)
SHOTS = [(0.0, 4.0), (4.0, 9.0), (9.0, 20.0)]


def shown(spans: tuple[Span, ...]) -> list[tuple[float, float]]:
    return [(span.start, span.end) for span in spans]


def windows(shots: list[tuple[float, float]]) -> tuple[ShotFrame, ...]:
    key = Key(at=0, left=0, top=0)
    return tuple(ShotFrame(start=a, end=b, width=2, height=2, keys=(key,)) for a, b in shots)


@pytest.mark.parametrize(
    ("seconds_max", "chosen", "expected"),
    [
        (30, None, (0, 20)),
        (10, None, (0, 9)),
        (9, None, (0, 9)),
        (18, None, (0, 18)),  # to end with the shot would waste half the slot
        (6, None, (0, 4)),
        (3, None, (0, 3)),
        (8, Span(start=3, end=12), (3, 9)),
        (8, Span(start=9, end=99), (9, 17)),
    ],
)
def test_a_film_too_long_ends_with_a_shot(
    seconds_max: float, chosen: Span | None, expected: tuple[float, float]
) -> None:
    assert shown(choose_spans(20, SHOTS, seconds_max, chosen)) == [expected]


def test_a_part_after_the_end_is_nothing() -> None:
    assert choose_spans(20, SHOTS, 10, Span(start=21, end=25)) == ()


@given(
    lengths=st.lists(st.floats(min_value=0.1, max_value=60), min_size=1, max_size=12),
    seconds_max=st.floats(min_value=0.5, max_value=120),
)
def test_what_is_chosen_fits_and_uses_most_of_the_slot(
    lengths: list[float], seconds_max: float
) -> None:
    ends = [sum(lengths[: n + 1]) for n in range(len(lengths))]
    (span,) = choose_spans(ends[-1], list(pairwise([0, *ends])), seconds_max)

    length = span.end - span.start
    assert length <= seconds_max + 0.01
    assert length >= min(ends[-1], 0.6 * seconds_max) - 1e-6


def test_spans_are_cut_where_the_clock_says() -> None:
    spans = (Span(start=10, end=12.5), Span(start=1, end=2), Span(start=2, end=3))

    cut = cut_film(RECIPE.model_copy(update={"spans": spans}), 20)

    assert cut.parts == (Part(300, 375), Part(30, 90))
    assert cut.seconds == 4.5
    assert cut.source_end == 12.5


def test_spans_and_card_stay_within_the_slot() -> None:
    card = ClosingCard(headline="Sale", seconds=2)
    spans = (Span(start=0, end=4), Span(start=10, end=16))
    recipe = RECIPE.model_copy(update={"spans": spans, "closing_card": card, "seconds_max": 10})

    assert cut_film(recipe, 20).seconds == 10
    shots = windows([(0, 4), (4, 12), (12, 20)])
    ending_whole = cut_film(recipe.model_copy(update={"shots": shots}), 20)
    assert ending_whole.parts == (Part(0, 120), Part(300, 360))


def test_a_span_that_hardly_fits_is_left_out() -> None:
    spans = (Span(start=0, end=9), Span(start=10, end=16))
    recipe = RECIPE.model_copy(update={"spans": spans, "seconds_max": 10})

    assert cut_film(recipe, 20).parts == (Part(0, 270),)


def test_nothing_to_show_is_refused_in_plain_words() -> None:
    recipe = RECIPE.model_copy(update={"spans": (Span(start=30, end=40),)})

    with pytest.raises(MediaError, match="after the film's end"):
        cut_film(recipe, 20)


@pytest.mark.parametrize(
    ("seconds", "frame"),
    [(0, 0), (37 / 60, 19), (0.617, 19), (0.616, 19), (1.0, 30), (1.0166, 31), (1.01, 30)],
)
def test_halves_are_rounded_upward_though_containers_round_to_milliseconds(
    seconds: float, frame: int
) -> None:
    assert frame_at(seconds, 30) == frame
