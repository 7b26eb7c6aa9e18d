"""One supervised process: its command, its log, its restarts."""

import os
import subprocess
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

LEASH = Path(__file__).with_name("leash.py")
LOG_BYTES_MAX = 5_000_000
STEADY_SECONDS = 20
"""Up for so long, a process is taken to be well, and its next restart is immediate again."""
BACKOFF_SECONDS = (0.2, 1, 2, 5, 10, 30)


@dataclass
class Child:
    """A command that shall always be running."""

    name: str
    command: list[str]
    log: Path
    environment: dict[str, str] = field(default_factory=dict)
    stop_seconds: float = 6
    """How long it may finish its work after SIGTERM before it is killed."""
    restarts: int = 0
    _leash: "subprocess.Popen[bytes] | None" = None
    _failures: int = 0
    _started: float = 0
    _start_again: float = 0

    @property
    def running(self) -> bool:
        """Whether the process is up."""
        return self._leash is not None and self._leash.poll() is None

    @property
    def pid(self) -> int | None:
        """The process id of its leash."""
        return self._leash.pid if self._leash else None

    def start(self, keep_open: tuple[int, ...] = ()) -> None:
        """Start the process on a leash that ends its whole family when we end.

        ``keep_open`` are file descriptors the leash holds too: a lock, say, that must not be free
        before the family is gone.
        """
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES_MAX:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as output:
            self._leash = subprocess.Popen(  # noqa: S603
                [sys.executable, str(LEASH), *self.command],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=os.environ | self.environment,
                start_new_session=True,  # the terminal's Ctrl-C is for the supervisor alone
                pass_fds=keep_open,
            )
        self._started = time.monotonic()

    def revive(self, keep_open: tuple[int, ...] = ()) -> str | None:
        """Start the process again if it died and its pause is over; say so when it just died."""
        if self.running:
            return None
        now = time.monotonic()
        if not self._start_again:
            steady = now - self._started > STEADY_SECONDS
            self._failures = 0 if steady else min(self._failures + 1, len(BACKOFF_SECONDS) - 1)
            self._start_again = now + BACKOFF_SECONDS[self._failures]
            status = self._leash.returncode if self._leash else None
            return f"{self.name} ended (status {status}), starting it again; {self.log} says:"
        if now >= self._start_again:
            self._start_again = 0
            self.restarts += 1
            self.start(keep_open)
        return None

    def ask_to_stop(self) -> None:
        """Send SIGTERM."""
        if self._leash and self.running:
            self._leash.terminate()

    def wait(self, seconds: float) -> None:
        """Wait until it is gone, and kill its family when that takes longer than ``seconds``."""
        if not self._leash:
            return
        try:
            self._leash.wait(max(seconds, 0))
        except subprocess.TimeoutExpired:
            self.let_go()
            self._leash.wait()
        self.let_go()

    def let_go(self) -> None:
        """Close the leash's pipe: it kills the whole family."""
        if self._leash and self._leash.stdin:
            self._leash.stdin.close()

    def last_lines(self, count: int = 8) -> list[str]:
        """Return the end of the log."""
        if not self.log.exists():
            return []
        with self.log.open(errors="replace") as lines:
            return [line.rstrip() for line in deque(lines, maxlen=count)]
