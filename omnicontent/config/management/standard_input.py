"""Standard input as scripts give it: bytes that should be UTF-8, whole or line by line."""

import sys
from typing import BinaryIO

from django.core.management.base import CommandError

BAD_INPUT = 1
"""Exit status."""


def stdin() -> BinaryIO:
    """Return standard input.

    :raises CommandError: it is closed.
    """
    if sys.stdin is None:
        raise CommandError("standard input is closed", returncode=BAD_INPUT)
    return sys.stdin.buffer


def read_text() -> str:
    """Return all of standard input, without the one line end that an editor or echo puts last.

    :raises CommandError: it is closed or not UTF-8.
    """
    data = stdin().read()
    if data.endswith(b"\n"):
        data = data.removesuffix(b"\n").removesuffix(b"\r")
    try:
        return data.decode("utf-8-sig")  # some editors on Windows begin every file with a mark
    except UnicodeDecodeError as error:
        raise CommandError(
            f"standard input is not UTF-8: {error}", returncode=BAD_INPUT
        ) from error
