"""The demo's media as small files, for tests that make its campaigns."""

from pathlib import Path

import pytest

from tests.stories.making import VTT, film_bytes, picture_file

CREDITS = """garden.jpg: Seeding, by Somebody, CC0-1.0 (package)
wine.jpg: drawn here
film.mp4: A film, by Some Foundation, www.example.org, CC-BY-3.0 (package==1)
"""


@pytest.fixture
def demo_media(tmp_path: Path) -> Path:
    for name in ("garden.jpg", "wine.jpg", "bird.jpg", "sunset.jpg"):
        (tmp_path / name).write_bytes(picture_file(name).read())
    film_bytes(tmp_path)
    (tmp_path / "film.vtt").write_bytes(VTT)
    (tmp_path / "CREDITS.txt").write_text(CREDITS)
    return tmp_path
