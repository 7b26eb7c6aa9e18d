import pytest

from omnicontent.media.framing.search import Axis, Span, best_window
from omnicontent.media.recipes import Frame


def axis(*, keep: tuple[Span, ...] = (), avoid: tuple[Span, ...] = (), focus: float = 500) -> Axis:
    return Axis(1000, focus, keep, avoid, ())


def test_a_window_starts_where_it_meets_a_box_or_the_edge() -> None:
    starts = axis(keep=((500, 600),), avoid=((900, 1000),)).starts(480)

    assert starts == [120, 260, 420, 500]


def test_starts_of_large_windows_are_multiples_of_four_unless_a_box_would_be_cut() -> None:
    assert axis(keep=((101, 503),)).starts(404) == [100]
    assert axis(keep=((101, 503),)).starts(402) == [101]


def test_a_window_that_is_too_small_for_the_boxes_starts_nowhere() -> None:
    assert axis(keep=((100, 300), (500, 700))).starts(500) == []


def test_small_windows_start_on_any_pixel() -> None:
    assert 401 in axis(focus=501).starts(200)


@pytest.mark.parametrize(("smallest", "right"), [(0.6, 900), (0.95, 1000)])
def test_a_smaller_window_is_taken_only_within_bounds(smallest: float, right: int) -> None:
    across, down = axis(avoid=((900, 1000),)), axis(avoid=((0, 1000),))

    frame = best_window(across, down, (1000, 1000), smallest)

    assert frame
    assert frame.right == right
    assert frame.bottom - frame.top == right


def test_no_window_holds_what_is_wider_than_it() -> None:
    across, down = axis(keep=((0, 700),)), axis(keep=((0, 100),))

    assert best_window(across, down, (600, 1000), 0.6) is None
    assert best_window(across, down, (700, 1000), 0.6) == Frame(
        left=0, top=0, right=700, bottom=1000
    )
