"""The whole service with its demo campaigns, as ``make demo`` starts it.

Built once a run, with a kill -9 in the middle: whoever uses it also proves that it recovers.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.services import database
from tests.services.missing import free_port
from tests.services.processes import end, eventually, is_up, leashed

START_SECONDS = 90
BUILD_SECONDS = 900
READY = "Ctrl-C stops everything"


@dataclass(frozen=True)
class BuiltDemo:
    """A demo that was killed while it encoded a film, and then run to its end."""

    var: Path
    port: int
    survivors: list[psutil.Process]
    """What still ran after the kill. Nothing should."""
    status: int
    """Exit status of the second run, ``--once``."""
    output: str

    @property
    def url(self) -> str:
        """Where its web server answers while it runs."""
        return f"http://127.0.0.1:{self.port}"


@dataclass(frozen=True)
class LiveService:
    """A running service and where it keeps its things."""

    url: str
    var: Path
    port: int


@pytest.fixture(scope="session")
def built_demo(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltDemo:
    """The demo, built in spite of a kill -9; nothing runs any more."""
    var = tmp_path_factory.mktemp("demo")
    media = database.ROOT / "var" / "demo-media"
    media.mkdir(parents=True, exist_ok=True)
    (var / "demo-media").symlink_to(media)  # fetched once, not once a run
    database.clone_sqlite(migrated_sqlite, var)
    port = free_port()
    survivors = _kill_while_encoding(var, port)
    done = subprocess.run(
        demo_command(port, "--once"),
        cwd=database.ROOT,
        env=demo_environment(var),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )
    return BuiltDemo(var, port, survivors, done.returncode, done.stdout)


@pytest.fixture(scope="session")
def live_service(built_demo: BuiltDemo) -> Iterator[LiveService]:
    """Broker, workers, beat and web server, with every demo variant live."""
    output = built_demo.var / "demo.log"
    with leashed(demo_command(built_demo.port), output, demo_environment(built_demo.var)) as leash:
        eventually(lambda: READY in output.read_text() or leash.poll() is not None, START_SECONDS)
        assert leash.poll() is None, output.read_text()
        assert "Not live" not in output.read_text(), output.read_text()
        yield LiveService(built_demo.url, built_demo.var, built_demo.port)


def demo_command(port: int, *options: str) -> list[str]:
    """Return what ``make demo`` runs."""
    return [sys.executable, "-m", "omnicontent.config.demo", "--port", str(port), *options]


def demo_environment(var: Path) -> dict[str, str]:
    """Return this process's environment with a folder of its own for the demo."""
    own = {
        "OMNICONTENT_VAR_DIR": str(var),
        "WORK_LEASE_SECONDS": "6",
        "WORK_HEARTBEAT_SECONDS": "2",
    }
    return os.environ | own


def _kill_while_encoding(var: Path, port: int) -> list[psutil.Process]:
    with (var / "killed.log").open("wb") as output:
        process = subprocess.Popen(
            demo_command(port),
            cwd=database.ROOT,
            env=demo_environment(var),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    supervisor = psutil.Process(process.pid)
    family: list[psutil.Process] = []
    try:
        encodes = eventually(lambda: _has_ffmpeg(supervisor), START_SECONDS)
        assert encodes, (var / "killed.log").read_text()
    finally:
        family += supervisor.children(recursive=True)
        process.kill()
        process.wait()
        eventually(lambda: not any(map(is_up, family)), 10)
    survivors = [member for member in family if is_up(member)]
    end(survivors)
    return survivors


def _has_ffmpeg(supervisor: psutil.Process) -> bool:
    names = []
    for member in supervisor.children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            names.append(member.name())
    return any("ffmpeg" in name for name in names)
