import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from skimage import data

from omnicontent.media.focus.faces import find_heads

PORTRAIT = Image.fromarray(data.astronaut())
HEAD = (150, 12, 302, 190)
"""Hair, ears and chin, as measured by hand."""


def with_heads(*places: tuple[int, int, int], size: tuple[int, int] = (512, 340)) -> Image.Image:
    """A calm picture with a head at each left, top and width."""
    picture = Image.new("RGB", size, (150, 140, 130))
    head = PORTRAIT.crop((130, 0, 320, 215))
    for left, top, wide in places:
        picture.paste(head.resize((wide, wide * 215 // 190)), (left, top))
    return picture


def pixels(picture: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(picture, np.uint8)


def test_a_head_is_found_with_its_hair_and_chin() -> None:
    (head,) = find_heads(pixels(PORTRAIT))

    assert head.left <= HEAD[0]
    assert head.top <= HEAD[1] + 4
    assert head.right >= HEAD[2] - 4
    assert head.bottom >= HEAD[3] - 4
    assert (head.right - head.left) * (head.bottom - head.top) < 1.6 * 152 * 178


def test_large_heads_come_first_and_no_more_than_six() -> None:
    places = [(10 + 100 * column, 20 + 150 * row, 90) for column in range(4) for row in range(2)]
    heads = find_heads(pixels(with_heads(*places, (412, 60, 99))))

    assert len(heads) == 6
    assert 400 < heads[0].left < 512


@pytest.mark.parametrize("wide", [12, 18])
def test_passers_by_far_away_do_not_matter(wide: int) -> None:
    assert find_heads(pixels(with_heads((200, 100, wide), size=(512, 512)))) == []


def test_a_picture_without_people_has_no_heads() -> None:
    assert find_heads(pixels(with_heads())) == []
    assert find_heads(data.coffee()[::2, ::2].copy()) == []
