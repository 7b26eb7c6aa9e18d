"""A folder of results that readers always find whole.

New files are made in a hidden folder inside it and moved when all are done, the manifest last.
What the manifest of an earlier run names and this run does not is taken away; other files stay.
"""

import hashlib
import json
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Self

from omnicontent.media.pictures.images import Made

MANIFEST, FILES = "manifest.json", "files"
MADE_BY = "omnicontent adapt 1"
"""Marks a manifest as ours; the number grows when its form changes."""


class OutputFolderError(OSError):
    """The folder can't be written, or its manifest is not ours; says which."""


class OutputFolder:
    """Collects a run's files beside the last run's, and swaps them in :meth:`finish`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before = _entries(_read_manifest(path / MANIFEST))
        self._new: set[str] = set()
        self._kept: set[str] = set()

    def __enter__(self) -> Self:
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            self._work = Path(tempfile.mkdtemp(prefix=".adapt-", dir=self._path))
        except OSError as error:
            raise OutputFolderError(f"can't write into {self._path}: {error.strerror}") from error
        return self

    def __exit__(self, *exception: object) -> None:
        shutil.rmtree(self._work, ignore_errors=True)

    def keep(self, name: str) -> dict[str, object] | None:
        """Keep a file of the last run and return its facts, unless it is gone or was changed."""
        facts = self._before.get(name)
        path = self._path / name
        if not facts or not path.is_file() or _sha256(path) != facts.get("sha256"):
            return None
        self._kept.add(name)
        return facts

    def new(self, name: str) -> Path:
        """Return where to make a file that belongs at ``name``."""
        path = self._work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self._new.add(name)
        return path

    def write(self, name: str, body: bytes) -> None:
        """Make a file of bytes."""
        self.new(name).write_bytes(body)

    def describe(self, name: str, made: Made) -> dict[str, object]:
        """Return what the manifest says of a rendition just made."""
        facts: dict[str, object] = {
            "width": made.width_px,
            "height": made.height_px,
            "bytes": made.bytes,
            "sha256": _sha256(self._work / name),
        }
        return facts | ({"seconds": made.seconds} if made.seconds is not None else {})

    def finish(self, manifest: dict[str, object]) -> None:
        """Move the new files into place, then the manifest, then drop what is no longer named."""
        text = json.dumps({"made_by": MADE_BY} | manifest, ensure_ascii=False, indent=2)
        self.write(MANIFEST, f"{text}\n".encode())
        made = {name for name in self._new if (self._work / name).is_file()}
        try:
            for name in sorted(made, key=lambda name: name == MANIFEST):
                target = self._path / name
                target.parent.mkdir(parents=True, exist_ok=True)
                (self._work / name).replace(target)
        except OSError as error:
            raise OutputFolderError(f"can't write {error.filename2}: {error.strerror}") from error
        for name in self._before.keys() - made - self._kept:
            self._drop(self._path / name)

    def _drop(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        with suppress(OSError):  # others have files there
            path.parent.rmdir()


def _read_manifest(path: Path) -> dict[str, object]:
    try:
        manifest = json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError):
        manifest = None
    if not isinstance(manifest, dict) or manifest.get("made_by") != MADE_BY:
        raise OutputFolderError(f"{path} is not ours: choose another folder, or move it away")
    return manifest


def _entries(manifest: dict[str, object]) -> dict[str, dict[str, object]]:
    """Return path -> facts of all that a manifest of ours names; only paths inside the folder."""
    found: dict[str, dict[str, object]] = {}
    channels = manifest.get("channels")
    for channel in channels if isinstance(channels, list) else []:
        found[str(channel.get("payload", ""))] = {}
        for file in channel.get("files", []):
            known = ("width", "height", "bytes", "sha256", "seconds")
            found[str(file["file"])] = {name: file[name] for name in known if name in file}
    return {name: facts for name, facts in found.items() if _is_inside(name)}


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return len(path.parts) == 2 and ".." not in path.parts and not path.is_absolute()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
