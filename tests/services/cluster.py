"""A PostgreSQL cluster with a migrated database: made once, kept by digest, unpacked often."""

import os
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.services import database
from tests.services.missing import free_port
from tests.services.processes import eventually, leashed

MIGRATED = "migrated"
"""The database to clone: while anybody is connected to it, nobody can."""
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Nothing here has to survive a power cut."""
INITDB = (
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
)


@dataclass(frozen=True)
class Cluster:
    """A cluster in a folder of the server's user."""

    binaries: Path
    folder: Path
    become: list[str]

    def unpack(self) -> None:
        """Fill the folder with what the migrations of today leave, made now if nobody has."""
        # A server takes no folder of another owner: what root keeps is its server user's.
        made_for = f"{database.digest()}.{self.binaries.parent.name}.{os.geteuid()}"
        kept = database.CACHE / f"{made_for}.tar"
        with database.locked():
            if kept.exists():
                kept.touch()
                with tarfile.open(kept) as tar:
                    tar.extractall(self.folder, filter="tar")  # with its owner, where we are root
            else:
                self._make(kept)
                database.forget_old("*.tar")

    @contextmanager
    def running(self) -> Iterator[str]:
        """Run the server; yields its URL, without a database's name."""
        port = free_port()
        options = {"listen_addresses": "127.0.0.1", "port": port} | QUICK
        options["unix_socket_directories"] = str(self.folder)
        command = self._command("postgres")
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        server = f"postgres://postgres@127.0.0.1:{port}"
        log = self.folder / "server.log"
        with leashed(command, log) as leash:
            assert eventually(lambda: _accepts(server)), log.read_text()
            yield server
            assert leash.poll() is None, log.read_text()  # died under the tests

    def _make(self, kept: Path) -> None:
        initdb = [*self._command("initdb"), *INITDB]
        subprocess.run(initdb, check=True, capture_output=True, cwd="/")
        with self.running() as server:
            run_sql(server, f"CREATE DATABASE {MIGRATED}")
            database.migrate(f"{server}/{MIGRATED}")
        assert not (self._data / "postmaster.pid").exists()  # it stopped as it should
        half_made = kept.with_suffix(".new")
        with tarfile.open(half_made, "w") as tar:
            tar.add(self._data, arcname=self._data.name)
        half_made.rename(kept)

    def _command(self, program: str) -> list[str]:
        return [*self.become, str(self.binaries / program), "-D", str(self._data)]

    @property
    def _data(self) -> Path:
        return self.folder / "data"


def run_sql(server: str, sql: str) -> None:
    """Run one statement beside the databases of tests."""
    with psycopg.connect(f"{server}/postgres", autocommit=True, connect_timeout=2) as connection:
        connection.execute(sql)


def _accepts(server: str) -> bool:
    try:
        run_sql(server, "SELECT 1")
    except psycopg.OperationalError:
        return False
    return True
