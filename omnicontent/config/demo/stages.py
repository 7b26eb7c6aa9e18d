"""Say what is going on, and how long each stage took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

_speaking = Lock()
CLEAR_LINE = "\r\x1b[K"
LOG_SECONDS = 10
_shown_at = time.monotonic()


def say(words: str) -> None:
    """Print a line, over a passing one if there is one."""
    with _speaking:
        clear = CLEAR_LINE if sys.stdout.isatty() else ""
        sys.stdout.write(f"{clear}{words}\n")
        sys.stdout.flush()


def show(words: str) -> None:
    """Show a passing line: the next one takes its place. In a log, now and then a lasting one."""
    global _shown_at
    if sys.stdout.isatty():
        with _speaking:
            sys.stdout.write(f"{CLEAR_LINE}{words}")
            sys.stdout.flush()
    elif time.monotonic() - _shown_at > LOG_SECONDS:
        _shown_at = time.monotonic()
        say(words)


@dataclass
class Stages:
    """The stages so far and their seconds."""

    times: list[tuple[str, float]] = field(default_factory=list)
    _began: float = field(default_factory=time.monotonic)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside and say its name and time when it is done."""
        began = time.monotonic()
        if sys.stdout.isatty():
            show(f"  {name} ...")
        yield
        self.add(name, time.monotonic() - began)

    def add(self, name: str, seconds: float) -> None:
        """Note a stage that took ``seconds``."""
        self.times.append((name, seconds))
        say(f"  {name:<36}{seconds:6.1f} s")

    @property
    def total_seconds(self) -> float:
        """Seconds since the first stage began."""
        return time.monotonic() - self._began
