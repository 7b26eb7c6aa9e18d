"""What each frame shows of what was marked is told to the editor, slot by slot."""

from dataclasses import replace

import pytest

from omnicontent.channels.framing import check_framing, frame_of
from omnicontent.channels.media_uses import media_uses
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.spec import ImageSlot, SafeZone, Source, VideoSlot
from omnicontent.channels.story import Story
from omnicontent.media.geometry import Box, Focus
from omnicontent.media.marks import Keep, OwnCrop
from omnicontent.media.seen import OwnKey, OwnShot, Seen, SeenShot
from tests.channels.sound_channel import SPEC, limit

STORY = sample_stories()["ordinary"]
WIDE = ImageSlot(name="wide", width_px=1200, height_px=630)
TALL = ImageSlot(name="tall", width_px=1080, height_px=1920)
LEFT = Keep(left=0.02, top=0.4, right=0.2, bottom=0.6)
RIGHT = Keep(left=0.8, top=0.4, right=0.98, bottom=0.6)
FOOT = SafeZone(
    covered=(Box(left=0, top=0.65, right=1, bottom=1),),
    source="https://example.com/zones",
    checked=limit(1, "bytes").checked,
)


def marked(**marks) -> Story:
    picture = STORY.hero_image.model_copy(update=marks)
    return STORY.model_copy(update={"hero_image": picture})


def found(slot, told: Story) -> dict[str, str]:
    slots = {"images": (), "videos": ()} | (
        {"images": (slot,)} if isinstance(slot, ImageSlot) else {"videos": (slot,)}
    )
    spec = replace(SPEC, **slots)
    (use,) = media_uses(spec, told)
    source = told.hero_image if isinstance(slot, ImageSlot) else told.hero_video
    return {
        issue.code: issue.message for issue in check_framing(spec, slot, use, source, "hero_image")
    }


def test_a_picture_without_marks_is_no_doubt():
    assert found(WIDE, STORY) == found(TALL, STORY) == {}


def test_what_does_not_fit_is_padded_and_told():
    told = marked(keep=(LEFT, RIGHT))
    assert frame_of(TALL, told.hero_image, told.brand).pad == "blur"
    assert "does not fit into 1080 × 1920" in found(TALL, told)["padded"]
    assert "padded" not in found(WIDE, told)


def test_a_persons_crop_wins_and_is_checked():
    crop = OwnCrop(ratio=9 / 16, box=Box(left=0.7, top=0, right=1, bottom=1))
    told = marked(keep=(LEFT, RIGHT), crops=(crop,))
    assert "cuts 1 of the boxes" in found(TALL, told)["keep_cut"]
    assert found(WIDE, told) == {}


def test_what_should_stay_out_is_told_where_it_can_be_seen():
    everywhere = Box(left=0, top=0, right=1, bottom=1)
    assert "can be seen in 1200 × 630" in found(WIDE, marked(avoid=(everywhere,)))["avoid_shown"]


def test_what_lies_under_buttons_is_told():
    low = Keep(left=0.3, top=0.85, right=0.7, bottom=0.99)
    slot = replace(TALL, safe_zone=FOOT)
    assert "hide" in found(slot, marked(keep=(low,)))["under_buttons"]
    assert "under_buttons" not in found(TALL, marked(keep=(low,)))


def test_letters_too_small_for_a_phone_are_told():
    words = Keep(left=0.3, top=0.4, right=0.7, bottom=0.6, kind="text", line=0.005)
    assert "pixels high" in found(WIDE, marked(keep=(words,)))["small_text"]
    large = words.model_copy(update={"line": 0.05})
    assert found(WIDE, marked(keep=(large,))) == {}


def test_a_film_tells_of_the_worst_of_its_shots():
    both = tuple(
        Seen(at=at, box=Box(left=box.left, top=box.top, right=box.right, bottom=box.bottom))
        for at in (0.5, 1.0, 1.5)
        for box in (LEFT, RIGHT)
    )
    faces = tuple(one.model_copy(update={"kind": "face"}) for one in both)
    shots = (SeenShot(start=0, end=2, seen=faces), SeenShot(start=2, end=20))
    film = STORY.hero_video.model_copy(update={"shots": shots})
    told = STORY.model_copy(update={"hero_video": film})
    slot = VideoSlot(name="video", width_px=1080, height_px=1920, seconds_max=60)
    assert "padded" in found(slot, told)
    assert "padded" not in found(slot, STORY)


@pytest.mark.parametrize(
    ("edges", "boxes"),
    [
        ({"top": 192, "bottom": 0, "left": 0, "right": 0}, [(0, 0, 1, 0.1)]),
        ({"top": 0, "bottom": 960, "left": 0, "right": 108}, [(0, 0.5, 1, 1), (0.9, 0, 1, 1)]),
    ],
)
def test_a_zone_is_said_in_the_pixels_of_its_template(edges, boxes):
    source = Source("https://example.com/zones", FOOT.checked)
    covered = source.safe_zone(**edges).covered
    said = [(box.left, box.top, box.right, box.bottom) for box in covered]
    assert said == [pytest.approx(one) for one in boxes]


SIDE = Seen(at=1, box=Box(left=0.8, top=0.3, right=0.9, bottom=0.6), kind="face")


def film_story(**fields) -> Story:
    shots = (SeenShot(start=0, end=20, seen=(SIDE, SIDE.model_copy(update={"at": 19.0}))),)
    film = STORY.hero_video.model_copy(update={"shots": shots, **fields})
    return STORY.model_copy(update={"hero_video": film})


def test_a_films_still_shows_what_its_window_shows():
    told = film_story(cover_seconds=5.0)
    slots = {
        "images": (replace(TALL, source="frame"),),
        "videos": (VideoSlot(name="video", width_px=1080, height_px=1920, seconds_max=60),),
    }
    film, still = media_uses(replace(SPEC, **slots), told)
    frame, window = still.recipe.image.frame, film.recipe.shots[0]
    assert (frame.left, frame.right) == (
        round(window.keys[0].left),
        round(window.keys[0].left) + window.width,
    )
    assert frame.left < 0.8 * 3840
    assert frame.right > 0.9 * 3840


def test_a_box_that_a_window_leaves_on_its_way_is_told():
    keys = tuple(
        OwnKey(at=at, middle=Focus(x=x, y=0.5)) for at, x in ((0, 0.1), (10, 0.9), (20, 0.1))
    )
    own = (OwnShot(ratio=9 / 16, start=0, keys=keys),)
    told = film_story(own_shots=own, keep=(LEFT,))
    slot = VideoSlot(name="video", width_px=1080, height_px=1920, seconds_max=60)
    assert "your own crop" in found(slot, told)["keep_cut"]


def test_a_slot_may_fill_the_rest_with_the_brands_color():
    told = marked(keep=(LEFT, RIGHT))
    slot = replace(TALL, pad="brand")
    assert frame_of(slot, told.hero_image, told.brand).pad == told.brand.color
