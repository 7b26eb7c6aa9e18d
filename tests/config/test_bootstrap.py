"""``.make/bootstrap`` finds a Python that really runs, or says plainly what to install."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.processes import ROOT

NEEDED = ("cksum", "cat", "flock", "rm", "touch")


@pytest.fixture
def checkout(tmp_path):
    """A folder with nothing but what the bootstrap reads, and a PATH without Python."""
    folder = tmp_path / "checkout"
    shutil.copytree(ROOT / ".make", folder / ".make")
    (folder / "requirements.lock").write_text("# nothing to install\n")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in NEEDED:
        (programs / name).symlink_to(shutil.which(name))
    return folder


def bootstrap(checkout: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    home = {"PATH": str(checkout.parent / "bin"), "HOME": str(checkout), "PYTHON_PLACES": ""}
    return subprocess.run(
        [shutil.which("bash"), ".make/bootstrap"],
        cwd=checkout,
        env=home | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_without_any_python_it_says_what_to_install(checkout):
    done = bootstrap(checkout)
    assert done.returncode == 1
    assert "Python 3.12 or newer" in done.stderr
    assert "apt install" in done.stderr
    assert "pyenv install" in done.stderr


def test_an_old_python_and_a_broken_shim_do_not_count(checkout):
    shims = checkout.parent / "bin"
    program(shims / "python3", "exit 1")  # an older one: the question about its version fails
    program(shims / "python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127")
    done = bootstrap(checkout)
    assert done.returncode == 1
    assert "none was found" in done.stderr


def test_it_looks_into_pyenv_when_path_has_none(checkout):
    asked = checkout / "asked"
    minor = sys.version_info.minor
    here = checkout / ".pyenv" / "versions" / f"3.{minor}.0" / "bin" / f"python3.{minor}"
    program(here, f'touch {asked}\nexec {sys.executable} "$@"')
    environment = {"PATH": f"{checkout.parent / 'bin'}"}
    home = {"HOME": str(checkout)} | environment
    subprocess.run([shutil.which("bash"), ".make/bootstrap"], cwd=checkout, env=home, check=False)
    assert asked.exists()


def test_a_filled_environment_is_left_alone(checkout):
    venv = checkout / ".venv"
    program(venv / "bin" / "python", f'exec {sys.executable} "$@"')
    with (checkout / "requirements.lock").open() as lock:
        digest = subprocess.run(["cksum"], stdin=lock, capture_output=True, text=True, check=True)
    (venv / ".lock-digest").write_text(digest.stdout)
    before = venv.stat().st_mtime_ns
    done = bootstrap(checkout)
    assert (done.returncode, done.stderr) == (0, "")
    assert venv.stat().st_mtime_ns == before
