"""A browser shows and plays one file of each kind that we make."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from omnicontent.media.films.videos import make_videos
from omnicontent.media.pictures.images import make_images
from omnicontent.media.recipes import (
    ClosingCard,
    FrameRecipe,
    ImageRecipe,
    Key,
    ShotFrame,
    VideoRecipe,
)
from tests.media.photos import photo
from tests.media.sample_films import make_film

pytestmark = pytest.mark.browser
SHOWN = """async address => {
  const image = new Image();
  image.src = address;
  await image.decode();
  return [image.naturalWidth, image.naturalHeight];
}"""
PLAYED = """async address => {
  const video = document.createElement('video');
  Object.assign(video, {muted: true, src: address});
  document.body.append(video);
  await new Promise((done, failed) => {
    video.onended = done;
    video.onerror = () => failed(new Error(video.error.message));
    video.playbackRate = 4;
    video.play().catch(failed);
  });
  const heard = video.webkitAudioDecodedByteCount > 0;
  return [video.videoWidth, video.videoHeight, heard];
}"""


@pytest.fixture
def here(page: Page, tmp_path: Path) -> Page:
    """A page beside the files: a browser opens no file for a page from elsewhere."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Files</title>")
    page.goto((tmp_path / "index.html").as_uri())
    return page


def moving(path: Path) -> Path:
    frames = [Image.new("RGB", (64, 64), color) for color in ("red", "green", "blue")]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=80, loop=0)
    return path


def test_pictures_of_every_format_are_shown(here: Page, tmp_path: Path) -> None:
    source = tmp_path / "photo.png"
    photo(600, 400).save(source)
    recipes = [
        (ImageRecipe(width_px=300, height_px=200, format=name), tmp_path / f"shown.{name}")
        for name in ("jpeg", "png", "webp", "avif")
    ]
    for made in make_images(source, recipes):
        assert here.evaluate(SHOWN, made.path.as_uri()) == [300, 200]


def test_an_animation_is_shown(here: Page, tmp_path: Path) -> None:
    recipe = ImageRecipe(width_px=32, height_px=32, format="webp", animated=True)
    (made,) = make_images(moving(tmp_path / "a.gif"), [(recipe, tmp_path / "shown.webp")])
    with Image.open(made.path) as file:
        assert file.n_frames == 3
    assert here.evaluate(SHOWN, made.path.as_uri()) == [32, 32]


def test_films_of_every_shape_are_played(here: Page, tmp_path: Path) -> None:
    source = make_film(tmp_path / "film.mp4", picture="testsrc2=s=640x360:r=25", seconds=2)
    pan = ShotFrame(
        start=0,
        end=2,
        width=202,
        height=360,
        keys=(Key(at=0, left=0, top=0), Key(at=2, left=400, top=0)),
    )
    card = ClosingCard(headline="30% off", seconds=0.5)
    captions = "WEBVTT\n\n00:00.000 --> 00:01.500\nGood morning\n"
    wished = {
        (270, 480): {"shots": (pan,), "captions": captions, "closing_card": card},
        (288, 360): {},
        (360, 360): {"sound": False},
        (640, 360): {},
    }
    films = [
        (VideoRecipe(width_px=w, height_px=h, seconds_max=4, **more), tmp_path / f"{w}x{h}.mp4")
        for (w, h), more in wished.items()
    ]
    still = FrameRecipe(image=ImageRecipe(width_px=320, height_px=180))
    made = make_videos(source, [*films, (still, tmp_path / "still.jpg")])
    for film, (recipe, _) in zip(made, films, strict=False):
        size = [recipe.width_px, recipe.height_px]
        assert here.evaluate(PLAYED, film.path.as_uri()) == [*size, recipe.sound]
    assert here.evaluate(SHOWN, made[-1].path.as_uri()) == [320, 180]
