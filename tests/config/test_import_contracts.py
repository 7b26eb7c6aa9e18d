"""The import order is kept by a check that bites."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.processes import ROOT


@pytest.fixture
def copy(tmp_path):
    for name in ("omnicontent", "channels_out"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_code_as_it_is_keeps_every_contract(copy):
    done = lint_imports(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("omnicontent/text/units.py", "import omnicontent.stories.apps", "stands below it"),
        ("omnicontent/api/problems.py", "import omnicontent.previews.apps", "stands below it"),
        ("omnicontent/channels/spec.py", "import django", "know no Django"),
        ("omnicontent/releases/models.py", "import channels_out.sms", "built-in channel"),
        ("channels_out/sms.py", "import omnicontent.releases.apps", "see only the contract"),
    ],
)
def test_a_planted_violation_fails(copy, module, line, contract):
    path = copy / module
    path.write_text(f"{path.read_text()}\n{line}\n")
    done = lint_imports(copy)
    assert done.returncode == 1
    broken = [row for row in done.stdout.splitlines() if "BROKEN" in row]
    assert any(contract in row for row in broken), done.stdout
