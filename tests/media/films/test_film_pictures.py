"""What is to be seen in a film that was made: its window, colors, fields, card."""

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from omnicontent.media.films.cards import INK
from omnicontent.media.films.probing import probe_film
from omnicontent.media.films.sandbox import job_folder
from omnicontent.media.films.videos import make_videos
from omnicontent.media.recipes import (
    Frame,
    FrameRecipe,
    ImageRecipe,
    Key,
    ShotFrame,
    VideoRecipe,
)
from tests.media.high_range import PATCHES, patch_middle, patches_film
from tests.media.photos import near
from tests.media.sample_films import CARD, TALL, WIDE, ffmpeg, make_film, read_film


def still_of(path: Path, at_seconds: float, size: tuple[int, int]) -> Image.Image:
    target = path.with_suffix(".png")
    image = ImageRecipe(width_px=size[0], height_px=size[1], format="png")
    make_videos(path, [(FrameRecipe(at_seconds=at_seconds, image=image), target)])
    with Image.open(target) as picture:
        picture.load()
    return picture


def test_the_closing_card_comes_last_and_in_time(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", picture="color=red:s=640x360:r=24", seconds=4)
    target, square = tmp_path / "out.mp4", tmp_path / "square.mp4"
    recipe = WIDE.model_copy(update={"closing_card": CARD, "seconds_max": 4.0})
    other = recipe.model_copy(update={"width_px": 360})

    make_videos(source, [(recipe, target), (other, square)])

    assert read_film(square).size == (360, 360)
    film = read_film(target)
    assert 3.9 < film.seconds <= 4.0
    assert film.sound_seconds == pytest.approx(4, abs=0.05)
    assert near(still_of(target, 2.3, (640, 360)).getpixel((9, 9)), (254, 0, 0), tolerance=8)
    card = still_of(target, 3.8, (640, 360))
    assert near(card.getpixel((9, 9)), INK, tolerance=5)
    assert (card.convert("L").getextrema())[1] > 240


@pytest.mark.parametrize("left", [0, 430])
def test_the_window_is_what_the_film_shows(tmp_path: Path, left: int) -> None:
    at = left + 85
    marked = f"color=black:s=640x360:r=24,drawbox=x={at}:y=160:w=40:h=40:c=white:t=fill"
    source = make_film(tmp_path / "a.mp4", picture=marked, seconds=0.5)
    target = tmp_path / "out.mp4"

    shot = ShotFrame(start=0, end=0.5, width=202, height=360, keys=(Key(at=0, left=left, top=0),))
    make_videos(source, [(TALL.model_copy(update={"shots": (shot,)}), target)])

    picture = still_of(target, 0.2, (360, 640)).convert("L")
    assert picture.getpixel((185, 320)) > 220
    assert picture.getpixel((140, 320)) < 30 > picture.getpixel((230, 320))


def test_a_turned_film_is_cropped_upright(tmp_path: Path) -> None:
    halves = "color=blue:s=640x360:r=24,drawbox=x=0:y=0:w=320:h=360:c=red:t=fill"
    source = make_film(tmp_path / "a.mp4", picture=halves, seconds=0.5)
    ffmpeg("-display_rotation", "-90", "-i", source, "-c", "copy", tmp_path / "r.mp4")
    target = tmp_path / "out.mp4"

    (made,) = make_videos(tmp_path / "r.mp4", [(TALL, target)])

    picture = still_of(target, 0.2, (360, 640))
    assert near(picture.getpixel((180, 40)), (254, 0, 0), tolerance=12)
    assert near(picture.getpixel((180, 600)), (0, 0, 254), tolerance=12)
    assert made.upscaled == 1


@pytest.mark.parametrize("size", ["1280x720", "640x480"])
@pytest.mark.parametrize("color", [(255, 0, 0), (0, 160, 60), (40, 80, 200)])
def test_untagged_colors_stay(tmp_path: Path, size: str, color: tuple[int, int, int]) -> None:
    # Cameras mean BT.709 from 720 lines up, and BT.601 below.
    matrix = "bt709" if size == "1280x720" else "bt601"
    hexadecimal = "0x{:02x}{:02x}{:02x}".format(*color)
    picture = f"color={hexadecimal}:s={size}:r=24,format=rgb24,scale=out_color_matrix={matrix}"
    source = make_film(tmp_path / "a.mp4", picture=f"{picture},format=yuv420p", seconds=0.5)
    target = tmp_path / "out.mp4"

    make_videos(source, [(WIDE.model_copy(update={"width_px": 640, "height_px": 360}), target)])

    assert near(still_of(target, 0.2, (640, 360)).getpixel((300, 200)), color, tolerance=8)


def test_red_green_and_blue_stay(tmp_path: Path) -> None:
    color = (40, 80, 200)
    picture = "color=0x2850c8:s=640x480:r=24,format=rgb24"
    codec = ("-c:v", "libx264rgb", "-crf", "4")
    source = make_film(tmp_path / "a.mp4", picture=picture, seconds=0.5, codec=codec)
    target = tmp_path / "out.mp4"

    make_videos(source, [(TALL, target)])

    assert near(still_of(target, 0.2, (360, 640)).getpixel((180, 300)), color, tolerance=8)


def test_films_that_know_transparency_are_made(tmp_path: Path) -> None:
    codec = ("-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p", "-cpu-used", "8")
    picture = "color=0x2850c8:s=640x480:r=24"
    source = make_film(tmp_path / "a.webm", picture=picture, sound="", codec=codec)
    target = tmp_path / "out.mp4"

    make_videos(source, [(TALL, target)])

    assert near(still_of(target, 0.2, (360, 640)).getpixel((180, 300)), (40, 80, 200), tolerance=8)


SHOWN = {
    "gray": (97, 97, 97),
    "white": (194, 194, 194),
    "glare": (253, 253, 253),
    "red": (198, 6, 6),
    "green": (0, 194, 0),
    "blue": (0, 0, 204),
}
"""What SDR shows of the patches: a gray card where it always is, white with room for glare above
it, and each primary pure. Taken for SDR, PQ's white is 147, HLG's red (187, 74, 34)."""


@pytest.mark.parametrize("transfer", ["arib-std-b67", "smpte2084"])
def test_high_dynamic_range_is_brought_down(tmp_path: Path, transfer: str) -> None:
    source, target = patches_film(tmp_path / "a.mp4", transfer), tmp_path / "out.mp4"
    recipe = WIDE.model_copy(update={"width_px": 480, "height_px": 270})

    make_videos(source, [(recipe, target)])

    with job_folder(source) as folder:
        assert probe_film(folder).high_dynamic_range
    assert read_film(target).pix_fmt == "yuv420p"
    picture = still_of(target, 0.2, (480, 270))
    shown = {name: picture.getpixel(patch_middle(name)) for name in PATCHES}
    far = {name: color for name, color in shown.items() if not near(color, SHOWN[name], 14)}
    assert not far


@pytest.mark.parametrize("codec", ["libx264", "mpeg4"])
def test_interlaced_films_lose_their_combs(tmp_path: Path, codec: str) -> None:
    # A white bar that goes 16 pixels from field to field.
    moving = (
        "color=black:s=320x240:r=50[b];color=white:s=60x240:r=50[w];"
        "[b][w]overlay=x='mod(n*16,260)',interlace=scan=tff:lowpass=off"
    )
    flags = ("-c:v", codec, "-qp", "5", "-flags", "+ildct+ilme", "-x264opts", "tff=1")
    suffix = "avi" if codec == "mpeg4" else "mp4"
    combed = tmp_path / f"a.{suffix}"
    ffmpeg("-f", "lavfi", "-i", moving, "-t", "1", *(flags if codec == "libx264" else
           ("-c:v", codec, "-q:v", "2", "-flags", "+ildct+ilme")), combed)  # fmt: skip
    recipe = VideoRecipe(width_px=320, height_px=240, fps=25, seconds_max=9, crf=8)
    still = FrameRecipe(
        at_seconds=0.5, image=ImageRecipe(width_px=320, height_px=240, format="png")
    )

    make_videos(combed, [(recipe, tmp_path / "out.mp4"), (still, tmp_path / "still.png")])

    def combs(pictures: list[np.ndarray]) -> float:
        rows = [picture.astype(int) for picture in pictures]
        return float(np.mean([np.abs(2 * r[1:-1] - r[:-2] - r[2:]).mean() for r in rows]))

    def gray(path: Path) -> list[np.ndarray]:
        with av.open(str(path)) as film:
            return [frame.to_ndarray(format="gray") for frame in film.decode(video=0)][3:20]

    assert combs(gray(tmp_path / "out.mp4")) < combs(gray(combed)) / 5
    with Image.open(tmp_path / "still.png") as picture:
        assert combs([np.asarray(picture.convert("L"))]) < combs(gray(combed)) / 5


def test_a_still_shows_its_frame(tmp_path: Path) -> None:
    halves = "color=blue:s=640x360:r=24,drawbox=x=0:y=0:w=320:h=360:c=red:t=fill"
    source = make_film(tmp_path / "a.mp4", picture=halves, seconds=0.5)
    frame = Frame(left=320, top=0, right=520, bottom=200)
    image = ImageRecipe(width_px=100, height_px=100, format="png", frame=frame)

    make_videos(source, [(FrameRecipe(at_seconds=0.2, image=image), tmp_path / "out.png")])

    with Image.open(tmp_path / "out.png") as picture:
        assert near(picture.convert("RGB").getpixel((3, 50)), (0, 0, 254), tolerance=12)
