"""Stored files seen as paths: the media package reads paths, a storage may have none."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile

from django.db.models.fields.files import FieldFile


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
        if is_new(file):
            file.seek(0)
        else:
            file.close()
        yield Path(copy.name)
