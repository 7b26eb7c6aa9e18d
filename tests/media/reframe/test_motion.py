import numpy as np
import pytest

from omnicontent.media.geometry import Box
from omnicontent.media.reframe.faces import overlap
from omnicontent.media.reframe.motion import gray, moving_boxes, salient_box, sharpness
from tests.media.reframe.drawn_films import HEIGHT, WIDTH, checkered, ground, paste, wide_ground

THING = checkered(90)


def _truth(middle: float) -> Box:
    half = 45 / WIDTH
    return Box(left=middle - half, top=0.3, right=middle + half, bottom=0.3 + 90 / HEIGHT)


@pytest.mark.parametrize("step", [0.01, -0.02, 0.05])
def test_finds_what_moves_where_it_is(step: float) -> None:
    before, here, after = (gray(paste(ground(1), THING, 0.5 + n * step)) for n in (-1, 0, 1))
    box, share = moving_boxes(before, here, after)[0]
    assert share > 0.8
    assert overlap(box, _truth(0.5)) > 0.6


def test_finds_it_while_the_camera_moves_along() -> None:
    wide = wide_ground(5)
    pictures = [paste(wide[:, 300 + 8 * n : 940 + 8 * n].copy(), THING, 0.4) for n in (-1, 0, 1)]
    box, share = moving_boxes(*(gray(picture) for picture in pictures))[0]
    assert share > 0.5
    assert overlap(box, _truth(0.4)) > 0.4


def test_nothing_moves_in_a_pan_or_a_still() -> None:
    wide = wide_ground(5)
    pan = [gray(wide[:, 300 + 10 * n : 940 + 10 * n].copy()) for n in (-1, 0, 1)]
    assert sum(box.area for box, _ in moving_boxes(*pan)) < 0.1
    still = gray(ground(1))
    assert moving_boxes(still, still, still) == []


def test_a_cut_is_no_motion() -> None:
    one, other = gray(ground(1)), gray(wide_ground(5)[:, :WIDTH].copy())
    assert moving_boxes(one, one, other) == []
    assert moving_boxes(other, one, one) == []


def test_finds_what_stands_out() -> None:
    found = salient_box(gray(paste(ground(1), THING, 0.7)))
    assert found is not None
    assert found.shared(_truth(0.7)) > 0.4 * found.area


def test_a_blurred_picture_is_less_sharp() -> None:
    picture = paste(ground(1), THING, 0.5)
    blurred = picture.reshape(HEIGHT // 4, 4, WIDTH // 4, 4, 3).mean(axis=(1, 3))
    blurred = blurred.repeat(4, axis=0).repeat(4, axis=1).astype(np.uint8)
    assert sharpness(gray(blurred)) < sharpness(gray(picture))
