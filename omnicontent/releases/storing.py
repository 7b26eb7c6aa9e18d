"""Source files out of the storage, finished renditions into it, each under its own name."""

import hashlib
from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage
from django.utils import timezone

from omnicontent.media.pictures.images import Made
from omnicontent.phrases import phrase as _
from omnicontent.releases.errors import SourceError
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
    digest = hashlib.sha256()
    try:
        with default_storage.open(name) as source, path.open("wb") as copy:
            for chunk in source.chunks():
                digest.update(chunk)
                copy.write(chunk)
    except FileNotFoundError as error:
        raise SourceError(_("It is missing. Upload it again and publish.")) from error
    if digest.hexdigest() != sha256:
        raise SourceError(_("It has changed since it was published. Publish again."))
    return path


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
            bytes=made.bytes,
            sha256=sha256,
            milliseconds=round(seconds * 1000),
            made_at=timezone.now(),
        )


def _save(path: Path, name: str, sha256: str) -> None:
    """Save under exactly this name: what an earlier attempt left there is kept or replaced."""
    if default_storage.exists(name):
        with default_storage.open(name) as there:
            if hashlib.file_digest(there, "sha256").hexdigest() == sha256:
                return
        default_storage.delete(name)
    with path.open("rb") as file:
        default_storage.save(name, File(file))
