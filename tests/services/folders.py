"""Folders for servers that refuse to run as root, outside pytest's own.

Every pytest that starts closes the folder of temporary folders to all users but its own, under
servers that an earlier one still runs in it.
"""

import os
import pwd
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def folder_of(user: str) -> Iterator[tuple[Path, list[str]]]:
    """Make a folder of the user's, and the words before a command that run it as that user.

    Where we are not root, it is ours and there are no such words.
    """
    with TemporaryDirectory(prefix=f"{user}-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder, []
            return
        shutil.chown(folder, user)
        group = f"--regid={pwd.getpwnam(user).pw_gid}"
        yield folder, ["setpriv", f"--reuid={user}", group, "--init-groups"]


def first_user(*names: str) -> str:
    """Return the first of these users that the machine knows."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in names if name in known)
