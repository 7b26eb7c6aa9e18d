"""Start processes in order, bring back what dies, stop everything in reverse.

Own code, about two hundred lines: circus and honcho don't end orphans when they are killed, and
supervisord and systemd would have to be installed and configured by whoever tries the demo.
"""

import fcntl
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from omnicontent.config.supervisor.child import Child
from omnicontent.config.supervisor.errors import AlreadyRunningError, PortTakenError

TICK_SECONDS = 0.2
LOCK_PATIENCE_SECONDS = 5
"""A killed supervisor's processes need a moment to end; only then is its lock free."""


class Supervisor:
    """Keeps processes up for as long as the ``with`` block lasts, and not a moment longer."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        self.folder = folder
        self.say = say
        self.children: list[Child] = []
        self._stopping = threading.Event()
        self._watch = threading.Thread(target=self._keep_up, daemon=True)
        self._lock: IO[str] | None = None

    def __enter__(self) -> Self:
        """Take the folder for ourselves.

        :raises AlreadyRunningError: another supervisor works there.
        """
        self._lock = take_lock(self.folder / "supervisor.lock")
        # A shell starts what it puts into the background deaf to SIGINT.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda received, _frame: sys.exit(128 + received))
        self._watch.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop everything, the last started first, and free the folder."""
        self._stopping.set()
        self._watch.join()
        stop_all(self.children)
        if self._lock:
            self._lock.close()

    def start(self, children: Iterable[Child]) -> None:
        """Start ``children`` and keep them running from now on."""
        for child in children:
            child.start(self._kept_open)
            self.children.append(child)

    def wait(self) -> None:
        """Stay until a signal ends us."""
        while True:
            signal.pause()

    @property
    def _kept_open(self) -> tuple[int, ...]:
        return (self._lock.fileno(),) if self._lock else ()

    def _keep_up(self) -> None:
        while not self._stopping.wait(TICK_SECONDS):
            for child in list(self.children):
                if news := child.revive(self._kept_open):
                    self.say("\n    ".join([news, *child.last_lines()]))


def stop_all(children: list[Child]) -> None:
    """Stop in reverse order of start; the first one (the broker) only when its users are gone."""
    for group in (children[1:], children[:1]):
        deadline = time.monotonic()
        for child in reversed(group):
            child.ask_to_stop()
        for child in reversed(group):
            child.wait(deadline + child.stop_seconds - time.monotonic())


def take_lock(path: Path) -> IO[str]:
    """Return the locked file; the lock lives as long as a process has it open.

    :raises AlreadyRunningError: somebody else still has it after some seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.open("a+")
    patience = time.monotonic() + LOCK_PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > patience:
                lock.close()
                raise AlreadyRunningError(
                    f"It is already running in {path.parent}: stop that one with Ctrl-C first, "
                    "or set OMNICONTENT_VAR_DIR to another folder (and PORT to another port)."
                ) from error
            time.sleep(TICK_SECONDS)
        else:
            return lock


def check_port(host: str, port: int) -> None:
    """Make sure that we could listen there.

    :raises PortTakenError: saying which port to give instead.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTakenError(
                f"Port {port} can't be used ({error.strerror}). Choose another: "
                f"make demo PORT={port + 1}"
            ) from error
