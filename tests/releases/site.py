"""A small site of real processes: a broker, workers and a beat that tests may kill."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from django.conf import settings
from django.db import connection

from omnicontent.config.supervisor import Child, services
from tests.services.processes import eventually, leashed

QUICK = {
    "WORK_LEASE_SECONDS": "4",
    "WORK_HEARTBEAT_SECONDS": "1",
    "WORK_RETRY_SECONDS": "0.2",
    "WORK_RESEND_SECONDS": "4",
    "SWEEP_SECONDS": "1",
}
CELERY = [sys.executable, "-m", "celery", "-A", "omnicontent.config.celery"]
WORKERS = [
    *(*CELERY, "worker", "-Q", "text,media", "-c", "2", "--loglevel", "INFO"),
    *("--without-gossip", "--without-mingle"),
]


@dataclass
class Site:
    """Processes that work on this test's own database and media folder."""

    folder: Path
    broker_url: str
    environment: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.environment = QUICK | {
            "BROKER_URL": self.broker_url,
            "DATABASE_URL": database_url(),
            "DJANGO_SETTINGS_MODULE": "omnicontent.config.settings.test",
            "OMNICONTENT_VAR_DIR": str(self.folder),
        }
        assert Path(settings.MEDIA_ROOT) == self.folder / "media"

    @contextmanager
    def workers(self) -> Iterator[subprocess.Popen[bytes]]:
        """Run a worker of two processes for both queues."""
        with leashed(WORKERS, self.folder / "worker.log", self.environment) as leash:
            yield leash

    @contextmanager
    def supervised_workers(self) -> Iterator[Child]:
        """Run them as a service does: ``revive`` starts them again when they ended."""
        child = Child("workers", WORKERS, self.folder / "worker.log", self.environment)
        child.start()
        try:
            yield child
        finally:
            child.ask_to_stop()
            child.wait(8)

    @contextmanager
    def beat(self) -> Iterator[None]:
        """Run the beat, whose sweeps wake what nobody woke."""
        command = [*CELERY, "beat", "--pidfile", ""]
        with leashed(command, self.folder / "beat.log", self.environment):
            yield

    def send(self, source: str) -> None:
        """Run a line of Python beside the site, with its broker."""
        code = f"import django; django.setup(); {source}"
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | self.environment, check=True, timeout=60
        )

    def log(self) -> str:
        """Return what the workers said."""
        path = self.folder / "worker.log"
        return path.read_text() if path.exists() else ""


def database_url() -> str:
    """Return DATABASE_URL of the database this test works on."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    return f"postgres://{values['USER']}@{values['HOST']}:{values['PORT']}/{values['NAME']}"


def kill_family(leash: "subprocess.Popen[bytes]") -> None:
    """kill -9 of everything on the leash, children first noted, the leash itself spared."""
    family = psutil.Process(leash.pid).children(recursive=True)
    for process in family:
        try:
            process.send_signal(signal.SIGKILL)
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(family, timeout=10)


class EmbeddedBroker:
    """The Valkey that a single machine uses, on a socket of its own."""

    def __init__(self) -> None:
        # pytest's folders are too deep for a socket's path.
        self.folder = Path(tempfile.mkdtemp(prefix="omni"))
        self.child = services.broker(self.folder)
        self.socket = str(self.folder / "broker" / "s.sock")
        self.url = f"redis+socket://{self.socket}"

    def start(self) -> None:
        self.child.start()
        services.wait_until_listening(self.child, self.socket)

    def kill(self) -> None:
        """kill -9 of the server."""
        leash = psutil.Process(self.child.pid)
        (server,) = leash.children()
        server.send_signal(signal.SIGKILL)
        assert eventually(lambda: not self.child.running)
        self.child.let_go()

    def forget(self) -> None:
        """Lose everything that was queued, as a broker without a disk would."""
        shutil.rmtree(self.folder / "broker")
        self.child = services.broker(self.folder)

    def close(self) -> None:
        if self.child.running:
            self.child.ask_to_stop()
            self.child.wait(5)
        self.child.let_go()
        shutil.rmtree(self.folder)
