"""Pictures that move, where a recipe asks for it."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageSequence

from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import Frame, ImageRecipe
from tests.media.making import FORMATS, made, small
from tests.media.photos import near, photo, saved

COLORS = ("red", "lime", "blue")
SHOWN = ((254, 0, 0), (0, 255, 1), (0, 0, 254))
MOVING = small("webp", animated=True)


def animation(path: Path, duration: int | list[int] = 80, **options: object) -> Path:
    frames = [Image.new("RGB", (60, 40), color) for color in COLORS]
    return saved(
        frames[0], path, save_all=True, append_images=frames[1:], duration=duration, **options
    )


def frames_of(path: Path) -> list[tuple[Image.Image, int]]:
    with Image.open(path) as picture:
        frames = []
        for frame in ImageSequence.Iterator(picture):
            frame.load()
            frames.append((frame.convert("RGB"), round(frame.info["duration"])))
        return frames


@pytest.mark.parametrize("suffix", ["gif", "webp", "png", "avif"])
def test_frames_and_durations_are_kept(tmp_path: Path, suffix: str) -> None:
    times = [80, 200, 500]
    path = animation(tmp_path / f"a.{suffix}", times, loop=0)

    list(make_images(path, [(MOVING, tmp_path / "made.webp")]))

    frames = frames_of(tmp_path / "made.webp")
    assert [time for _, time in frames] == times
    for (frame, _), color in zip(frames, SHOWN, strict=True):
        assert near(frame.getpixel((30, 20)), color, tolerance=12)


@pytest.mark.parametrize("image_format", FORMATS)
def test_without_the_wish_the_first_frame_stands_still(tmp_path: Path, image_format: str) -> None:
    path = animation(tmp_path / "a.gif")

    picture = made(path, small(image_format))

    assert getattr(picture, "n_frames", 1) == 1
    assert near(picture.convert("RGB").getpixel((30, 20)), (255, 0, 0), tolerance=8)


@pytest.mark.parametrize("image_format", ["jpeg", "png", "avif"])
def test_only_webp_moves(tmp_path: Path, image_format: str) -> None:
    picture = made(animation(tmp_path / "a.gif"), small(image_format, animated=True))

    assert getattr(picture, "n_frames", 1) == 1


def test_a_still_source_makes_a_still_file(tmp_path: Path) -> None:
    path = saved(photo(), tmp_path / "a.jpg")
    files = [tmp_path / "still.webp", tmp_path / "moving.webp"]

    list(make_images(path, [(small("webp"), files[0]), (MOVING, files[1])]))

    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(("loop", "told"), [(None, 1), (0, 0), (3, 3)])
def test_it_is_repeated_as_often(tmp_path: Path, loop: int | None, told: int) -> None:
    options = {} if loop is None else {"loop": loop}
    path = animation(tmp_path / "a.gif", **options)

    list(make_images(path, [(MOVING, tmp_path / "made.webp")]))

    with Image.open(tmp_path / "made.webp") as picture:
        assert picture.info["loop"] == told


def test_haste_is_shown_as_browsers_show_it(tmp_path: Path) -> None:
    path = animation(tmp_path / "a.gif", [0, 10, 20])

    list(make_images(path, [(MOVING, tmp_path / "made.webp")]))

    assert [time for _, time in frames_of(tmp_path / "made.webp")] == [100, 100, 20]


def test_too_many_frames_are_thinned_in_the_same_time(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (20, 20), (n % 256, n // 3, 255 * (n % 2))) for n in range(700)]
    path = saved(
        frames[0], tmp_path / "a.png", save_all=True, append_images=frames[1:], duration=40
    )

    list(make_images(path, [(MOVING, tmp_path / "made.webp")]))

    shown = frames_of(tmp_path / "made.webp")
    assert len(shown) == 234
    assert sum(time for _, time in shown) == 700 * 40


def test_its_pixels_are_limited_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("omnicontent.media.pictures.animation.PIXELS_MAX", 2 * 60 * 40)
    path = animation(tmp_path / "a.gif", [50, 60, 70])

    list(make_images(path, [(MOVING, tmp_path / "made.webp")]))

    assert [time for _, time in frames_of(tmp_path / "made.webp")] == [110, 70]


def test_every_frame_has_window_fill_words_and_credit(tmp_path: Path) -> None:
    frames = [photo(600, 400, grain) for grain in (4, 40)]
    path = saved(frames[0], tmp_path / "a.webp", save_all=True, append_images=frames[1:])
    frame = Frame(left=0, top=0, right=600, bottom=400, pad="#2f6b3c")
    recipe = ImageRecipe(
        width_px=300,
        height_px=533,
        format="webp",
        animated=True,
        frame=frame,
        words=("Sale",),
        credit="Ada",
    )

    list(make_images(path, [(recipe, tmp_path / "made.webp")]))

    shown = frames_of(tmp_path / "made.webp")
    assert len(shown) == 2
    for picture, _ in shown:
        assert near(picture.getpixel((150, 20)), (47, 107, 60))
        assert picture.convert("L").getextrema()[1] > 240
    assert b"Ada" in (tmp_path / "made.webp").read_bytes()


def test_transparent_frames_stay_transparent(tmp_path: Path) -> None:
    frames = [Image.new("RGBA", (60, 40)) for _ in range(2)]
    for number, frame in enumerate(frames):
        ImageDraw.Draw(frame).ellipse((20 * number, 0, 20 * number + 20, 39), (200, 0, 0, 255))
    path = saved(
        frames[0], tmp_path / "a.gif", save_all=True, append_images=frames[1:], disposal=2
    )

    list(make_images(path, [(MOVING, tmp_path / "made.webp")]))

    with Image.open(tmp_path / "made.webp") as picture:
        picture.seek(1)
        opacity = picture.convert("RGBA").getchannel("A")
    assert [opacity.getpixel((x, 20)) for x in (10, 30, 50)] == [0, 255, 0]


def test_a_budget_holds_for_all_frames(tmp_path: Path) -> None:
    frames = [photo(300, 200, grain) for grain in (50, 60, 70)]
    path = saved(frames[0], tmp_path / "a.png", save_all=True, append_images=frames[1:])
    recipe = ImageRecipe(width_px=300, height_px=200, format="webp", animated=True, quality=90)
    (free,) = make_images(path, [(recipe, tmp_path / "free.webp")])
    bound = recipe.model_copy(update={"max_bytes": free.bytes * 7 // 10})

    (fitting,) = make_images(path, [(bound, tmp_path / "bound.webp")])

    assert fitting.bytes <= free.bytes * 7 // 10
    assert len(frames_of(tmp_path / "bound.webp")) == 3
