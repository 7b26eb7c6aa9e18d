"""Source files out of the storage, finished renditions into it, each under its own name."""

import hashlib
from pathlib import Path
from typing import IO

from django.core.files import File
from django.core.files.storage import default_storage
from django.utils import timezone

from omnicontent.media.pictures.images import Made
from omnicontent.phrases import phrase as _
from omnicontent.releases.errors import SourceError, StoredFileError
from omnicontent.releases.leases import holding
from omnicontent.releases.models import Rendition, Work

FOLDER = "renditions"


def storage_name(file_name: str) -> str:
    """Return where the storage keeps a rendition."""
    return f"{FOLDER}/{file_name}"


def fetch_source(rendition: Rendition, folder: Path) -> Path:
    """Copy a rendition's source to this machine, sure that it is what was published.

    :raises SourceError: it is gone or has changed.
    """
    return fetch_file(rendition.source, rendition.source_digest, folder)


def fetch_file(name: str, sha256: str, folder: Path) -> Path:
    """Copy a file of the storage to this machine, sure that it is the one with this digest.

    :raises SourceError: it is gone or has changed.
    """
    path = folder / f"source{Path(name).suffix}"
    try:
        with path.open("wb") as copy:
            digest = _copy(name, copy)
    except FileNotFoundError as error:
        raise SourceError(_("It is missing. Upload it again and publish.")) from error
    if digest != sha256:
        raise SourceError(_("It has changed since it was published. Publish again."))
    return path


def copy_rendition(rendition: Rendition, into: IO[bytes]) -> None:
    """Copy a finished file piece by piece, sure that it is the one that was made.

    :raises StoredFileError: the storage has lost or altered it.
    """
    try:
        digest = _copy(storage_name(rendition.file_name), into)
    except FileNotFoundError as error:
        raise StoredFileError(f"{rendition.file_name} is missing in the storage.") from error
    if digest != rendition.sha256:
        raise StoredFileError(f"{rendition.file_name} is not the file that was made.")


def store_file(*, work: Work, rendition: Rendition, made: Made, seconds: float) -> None:
    """Put a finished file into the storage and say so in its row, if the lease is still ours.

    :raises LeaseLostError: another worker makes this file.
    """
    with made.path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    with holding(work):
        pass  # a late writer stops before it touches its successor's file
    _save(made.path, storage_name(rendition.file_name), sha256)
    with holding(work):
        Rendition.objects.filter(pk=rendition.pk).update(
            state=Rendition.State.READY,
            progress=1,
            error="",
            width_px=made.width_px,
            height_px=made.height_px,
            seconds=made.seconds,
            lufs=made.lufs,
            quality=made.quality,
            bytes=made.bytes,
            sha256=sha256,
            milliseconds=round(seconds * 1000),
            made_at=timezone.now(),
        )


def _copy(name: str, into: IO[bytes]) -> str:
    """Copy a file of the storage and return its SHA-256; a film is never in memory as a whole."""
    digest = hashlib.sha256()
    with default_storage.open(name) as file:
        for chunk in file.chunks():
            digest.update(chunk)
            into.write(chunk)
    return digest.hexdigest()


def _save(path: Path, name: str, sha256: str) -> None:
    """Save under exactly this name: what an earlier attempt left there is kept or replaced."""
    if default_storage.exists(name):
        with default_storage.open(name) as there:
            if hashlib.file_digest(there, "sha256").hexdigest() == sha256:
                return
        default_storage.delete(name)
    with path.open("rb") as file:
        default_storage.save(name, File(file))
