"""The zip as a file: made in pieces, and gone when something is wrong."""

import hashlib
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from pytest_django import Settings

from omnicontent.previews.by_hand.bundles import Member, write_zip
from omnicontent.previews.errors import NotHandedOutError
from omnicontent.releases.models import Rendition

MEGABYTE = 2**20


def make_film(folder: Path, megabytes: int) -> Rendition:
    path = folder / "renditions" / "film.mp4"
    path.parent.mkdir(parents=True)
    with path.open("wb") as film:
        film.truncate(megabytes * MEGABYTE)
    with path.open("rb") as film:
        sha256 = hashlib.file_digest(film, "sha256").hexdigest()
    return Rendition(file_name=path.name, sha256=sha256, bytes=megabytes * MEGABYTE)


def test_a_film_is_never_in_memory_as_a_whole(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    film = make_film(tmp_path, megabytes=96)
    tracemalloc.start()
    try:
        with write_zip([Member("01-video.mp4", "film", film)], None) as file:
            _now, peak = tracemalloc.get_traced_memory()
            with zipfile.ZipFile(file) as archive:
                assert archive.getinfo("01-video.mp4").file_size == 96 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert peak < 4 * MEGABYTE


def test_nothing_is_left_of_a_zip_that_can_not_be_made(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    film = Rendition(file_name="lost.mp4", sha256="0" * 64, bytes=1)
    with pytest.raises(NotHandedOutError, match=r"lost\.mp4"):
        write_zip([Member("01-video.mp4", "film", film)], None)
    assert [*tmp_path.iterdir()] == []
