"""Putting finished files in their place: whole or not at all."""

import contextlib
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` so that nobody ever sees half of it under ``path``."""
    with _appearing(path) as temporary:
        temporary.write_bytes(data)


def move_whole(source: Path, path: Path) -> None:
    """Move a finished file to ``path``, also across file systems, never showing half of it."""
    try:
        source.replace(path)
    except OSError:
        with _appearing(path) as temporary:
            shutil.copyfile(source, temporary)
        source.unlink()


@contextlib.contextmanager
def _appearing(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
