import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from omnicontent.media.focus.saliency import find_salient

SIZE = (512, 340)


def calm(grain: int = 6) -> NDArray[np.uint8]:
    ground = np.full((SIZE[1], SIZE[0], 3), (120, 140, 150), np.int16)
    grains = np.random.default_rng(3).integers(-grain, grain + 1, ground.shape)
    return np.clip(ground + grains, 0, 255).astype(np.uint8)


def with_fruit(x: int, y: int, radius: int = 22) -> NDArray[np.uint8]:
    picture = Image.fromarray(calm())
    box = (x - radius, y - radius, x + radius, y + radius)
    ImageDraw.Draw(picture).ellipse(box, fill=(200, 40, 30))
    return np.asarray(picture)


@pytest.mark.parametrize(("x", "y"), [(130, 100), (256, 170), (380, 240), (150, 250)])
def test_one_small_thing_is_the_subject(x: int, y: int) -> None:
    focus, subject = find_salient(with_fruit(x, y))

    assert abs(focus.x * SIZE[0] - x) < 40
    assert abs(focus.y * SIZE[1] - y) < 40
    assert subject
    assert subject.left * SIZE[0] <= x - 14
    assert subject.right * SIZE[0] >= x + 14
    assert subject.area < 0.1


def test_where_nothing_stands_out_the_point_is_near_the_middle() -> None:
    focus, subject = find_salient(calm())

    assert subject is None
    assert 0.2 < focus.x < 0.8
    assert 0.2 < focus.y < 0.8


def test_two_things_are_no_single_subject() -> None:
    both = Image.fromarray(with_fruit(120, 100))
    both.paste(Image.fromarray(with_fruit(390, 240)).crop((360, 210, 420, 270)), (360, 210))

    assert find_salient(np.asarray(both))[1] is None


def test_a_picture_of_one_color_has_no_subject() -> None:
    flat = np.full((340, 512, 3), 200, np.uint8)

    focus, subject = find_salient(flat)

    assert subject is None
    assert 0 <= focus.x <= 1


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 512, 3), (512, 3, 3)])
def test_the_smallest_pictures_are_taken(shape: tuple[int, int, int]) -> None:
    assert find_salient(np.zeros(shape, np.uint8))[1] is None
