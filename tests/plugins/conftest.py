"""Plug-ins, installed for real into folders that are thrown away."""

import ensurepip
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.services.missing import missing
from tests.services.processes import ROOT

collect_ignore_glob = ["omnicontent-*"]  # a package's own tests run where it is installed


def run_python(
    site: Path, *arguments: object, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run this Python with what is installed in ``site`` beside what is installed anyway."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(site), str(ROOT)]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "DJANGO_SETTINGS_MODULE": "omnicontent.config.settings.test",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="session")
def pip() -> Path:
    """The pip that comes with Python, still in its wheel: the environment itself has none."""
    wheels = sorted(Path(ensurepip.__file__).parent.glob("_bundled/pip-*.whl"))
    if not wheels:
        missing("ensurepip's pip", "python3-venv")
    return wheels[-1] / "pip"


@pytest.fixture(scope="session")
def install(pip: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Builds a package and installs it without a network; returns the folder it is in."""

    def install_into(package: Path) -> Path:
        place = tmp_path_factory.mktemp("installed")
        source = shutil.copytree(package, place / package.name)
        site = place / "site"
        done = run_python(
            site,
            *(pip, "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"),
            *("--no-build-isolation", "--no-compile", "--target", site, source),
        )
        assert done.returncode == 0, done.stderr
        return site

    return install_into


@pytest.fixture
def plant(tmp_path: Path) -> Callable[..., Path]:
    """Installs modules as a wheel would leave them, each with an entry point of its own."""

    def write(group: str = "omnicontent.channels", value: str = "{0}", /, **modules: str) -> Path:
        site = tmp_path / "site"
        for name, code in modules.items():
            info = site / f"{name}-1.0.dist-info"
            info.mkdir(parents=True)
            (site / f"{name}.py").write_text(code)
            (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
            point = f"[{group}]\n{name} = {value.format(name)}\n"
            (info / "entry_points.txt").write_text(point)
        return site

    return write
