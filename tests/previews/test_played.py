from hypothesis import given
from hypothesis import strategies as st

from omnicontent.media.recipes import ImageRecipe, Span, VideoRecipe
from omnicontent.previews.played import media_fragment, played_spans


def recipe(*spans: tuple[float, float], seconds_max: float = 60) -> VideoRecipe:
    parts = tuple(Span(start=start, end=end) for start, end in spans)
    return VideoRecipe(width_px=90, height_px=160, seconds_max=seconds_max, spans=parts)


def test_a_film_that_is_shown_whole_has_no_parts() -> None:
    assert played_spans(recipe(), 8.02) == ()
    assert played_spans(recipe((0, 8.02)), 8.02) == ()
    assert played_spans(ImageRecipe(width_px=1, height_px=1), 8) == ()


def test_parts_are_those_of_the_encoder() -> None:
    assert played_spans(recipe((1, 3), (5, 6.5)), 8) == (
        Span(start=1, end=3),
        Span(start=5, end=6.5),
    )
    assert played_spans(recipe((1, 3), (3, 4)), 8) == (Span(start=1, end=4),)
    assert played_spans(recipe((1, 30), seconds_max=2), 40) == (Span(start=1, end=3),)


def test_nothing_is_left_out_where_all_that_is_wanted_lies_behind_the_end() -> None:
    assert played_spans(recipe((50, 60)), 8) == ()


@given(st.floats(0.1, 4), st.floats(0.1, 4))
def test_a_part_begins_with_no_frame_of_what_was_cut_off(start: float, length: float) -> None:
    (span,) = played_spans(recipe((start, start + length)), 9)
    frame = round(span.start * 30)
    assert frame / 30 <= span.start < frame / 30 + 0.0011


def test_an_address_says_from_when_to_when() -> None:
    spans = (Span(start=1.5, end=3), Span(start=5, end=6.25))
    assert media_fragment(()) == ""
    assert media_fragment(spans) == "#t=1.5,6.25"
    assert media_fragment(spans, 2) == "#t=2,6.25"
    assert media_fragment((), 2) == "#t=2"
    assert media_fragment(spans, 7) == "#t=7"
