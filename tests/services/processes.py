"""Start processes that never outlive the test run, and find a family by its mark."""

import atexit
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
LEASH = ROOT / "omnicontent/config/supervisor/leash.py"


@contextmanager
def leashed(command: list[str], log: Path, environment: dict[str, str] | None = None) -> Iterator:
    """Run ``command`` on a leash: its family ends with the block, or when pytest is killed."""
    with log.open("ab") as output:
        leash = subprocess.Popen(
            [sys.executable, str(LEASH), *command],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | (environment or {}),
            start_new_session=True,
            cwd=ROOT,
        )
    atexit.register(leash.stdin.close)
    try:
        yield leash
    finally:
        leash.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            leash.wait(8)
        leash.stdin.close()
        leash.wait()
        atexit.unregister(leash.stdin.close)


def marked(mark: str) -> list[psutil.Process]:
    """Return every running process whose environment holds ``mark``."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.status() != psutil.STATUS_ZOMBIE and mark in process.environ().values():
                found.append(process)
    return found


def answers(port: int) -> bool:
    """Whether somebody listens on that loopback port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def eventually(is_true: Callable[[], object], seconds: float = 20) -> bool:
    """Wait until ``is_true`` says so; return whether it did within ``seconds``."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if is_true():
            return True
        time.sleep(0.05)
    return bool(is_true())


def is_up(process: psutil.Process) -> bool:
    """Whether it runs; one that only waits to be collected does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def end(processes: list[psutil.Process]) -> None:
    """Kill these and nothing else."""
    for process in processes:
        with contextlib.suppress(psutil.Error):
            process.send_signal(signal.SIGKILL)
