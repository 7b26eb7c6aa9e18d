import json
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.media.films.paths import position
from omnicontent.media.recipes import Frame, ImageRecipe, Key, ShotFrame, VideoRecipe
from omnicontent.previews.windows import stands_on_blur, window_of, windows_over_time

SIDE = st.integers(min_value=8, max_value=6000)


def edges(view: str) -> list[float]:
    return [float(share) / 100 for share in re.findall(r"([\d.]+)%", view)]


@given(SIDE, SIDE, st.data())
def test_the_browser_sees_the_pixels_that_the_encoder_cuts_out(
    width: int, height: int, data: st.DataObject
) -> None:
    left = data.draw(st.integers(0, width - 1))
    top = data.draw(st.integers(0, height - 1))
    right = data.draw(st.integers(left + 1, width))
    bottom = data.draw(st.integers(top + 1, height))
    frame = Frame(left=left, top=top, right=right, bottom=bottom)
    recipe = ImageRecipe(width_px=100, height_px=100, frame=frame)
    inset_top, inset_right, inset_bottom, inset_left = edges(
        window_of((width, height), recipe).view
    )
    near = 1e-5 * max(width, height)  # insets are said in thousandths of a percent
    assert inset_left * width == pytest.approx(left, abs=near)
    assert inset_top * height == pytest.approx(top, abs=near)
    assert (1 - inset_right) * width == pytest.approx(right, abs=near)
    assert (1 - inset_bottom) * height == pytest.approx(bottom, abs=near)


@pytest.mark.parametrize(
    ("left", "position"), [(150, "50.00% 50%"), (0, "0.00% 50%"), (300, "100.00% 50%")]
)
def test_other_browsers_move_a_wide_picture_sideways(left: int, position: str) -> None:
    frame = Frame(left=left, top=0, right=left + 100, bottom=100)
    recipe = ImageRecipe(width_px=100, height_px=100, frame=frame)
    assert window_of((400, 100), recipe).position == position


def test_a_film_is_seen_as_its_first_shot_is_framed() -> None:
    shot = ShotFrame(
        start=0, end=2, width=200, height=400, keys=(Key(at=0, left=100, top=0),), pad="blur"
    )
    recipe = VideoRecipe(width_px=90, height_px=160, seconds_max=2, shots=(shot,))
    window = window_of((800, 400), recipe)
    assert edges(window.view) == pytest.approx([0, 0.625, 0, 0.125])
    assert window.pad == "blur"


def test_a_film_with_one_still_window_needs_no_following() -> None:
    shot = ShotFrame(start=0, end=2, width=200, height=400, keys=(Key(at=0, left=0, top=0),))
    recipe = VideoRecipe(width_px=90, height_px=160, seconds_max=2, shots=(shot,))
    assert windows_over_time((800, 400), recipe) == ""
    assert windows_over_time((800, 400), ImageRecipe(width_px=1, height_px=1)) == ""


def test_the_path_of_a_moving_window_is_the_encoders() -> None:
    keys = (Key(at=2, left=0, top=0), Key(at=4, left=300, top=0), Key(at=6, left=600, top=0))
    still = ShotFrame(start=0, end=2, width=200, height=400, keys=(Key(at=0, left=80, top=0),))
    moving = ShotFrame(start=2, end=6, width=200, height=400, keys=keys)
    recipe = VideoRecipe(width_px=90, height_px=160, seconds_max=6, shots=(still, moving))
    first, second = json.loads(windows_over_time((800, 400), recipe))
    assert first == {"start": 0, "width": 0.25, "height": 1, "path": [[0, 0.1, 0]], "pad": ""}
    for at, left, _ in second["path"]:
        assert left * 800 == pytest.approx(position(moving, at)[0], abs=0.01)
    between = [later[0] - one[0] for one, later in pairwise(second["path"])]
    assert max(between) <= 0.2 + 1e-6


@pytest.mark.parametrize(("pads", "blurred"), [(("", ""), False), (("#112233", "blur"), True)])
def test_knows_films_that_stand_on_a_blurred_copy(pads: tuple[str, ...], blurred: bool) -> None:
    shots = tuple(
        ShotFrame(
            start=at, end=at + 1, width=2, height=2, keys=(Key(at=at, left=0, top=0),), pad=p
        )
        for at, p in enumerate(pads)
    )
    recipe = VideoRecipe(width_px=90, height_px=160, seconds_max=2, shots=shots)
    assert stands_on_blur(recipe) is blurred
    assert not stands_on_blur(ImageRecipe(width_px=1, height_px=1))
