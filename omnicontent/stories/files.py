"""Stored files seen as paths: the media package reads paths, a storage may have none."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile

from django.db.models.fields.files import FieldFile

from omnicontent.media.images import ImageFacts, inspect_image
from omnicontent.media.videos import VideoFacts, inspect_video


def is_new(file: FieldFile) -> bool:
    """Tell whether the file was just uploaded and is not yet in the storage."""
    return not getattr(file, "_committed", True)


@contextmanager
def as_path(file: FieldFile) -> Iterator[Path]:
    """Lend a path on this machine that holds the file's bytes.

    Always a copy: an upload may still be in memory, a stored file may be on another machine.
    """
    with NamedTemporaryFile(prefix="master-", suffix=Path(file.name or "").suffix) as copy:
        file.open("rb")
        file.seek(0)
        copyfileobj(file, copy)
        copy.flush()
        file.seek(0)
        yield Path(copy.name)


def inspect_stored_image(file: FieldFile) -> ImageFacts:
    """Check a picture, whether just uploaded or already stored.

    :raises MediaError: not a picture that we take.
    """
    with as_path(file) as path:
        return inspect_image(path)


def inspect_stored_video(file: FieldFile) -> VideoFacts:
    """Check a film, whether just uploaded or already stored.

    :raises MediaError: not a film that we take.
    """
    with as_path(file) as path:
        return inspect_video(path)
