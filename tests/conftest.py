"""The database every test shares: migrated once, kept by digest, copied for each run."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection, connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from tests.services import database

# How long a case takes says something about the machine: the first one may load a library.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")

pytest_plugins = [
    "tests.services.postgres",
    "tests.services.redis",
    "tests.services.rabbitmq",
    "tests.services.chromium",
    "tests.services.live",
]


@pytest.hookimpl(wrapper=True, tryfirst=True)  # around pytest-django's, which sorts as well
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Begin with the demo: it takes minutes to build, and runs beside all other tests then."""
    yield
    items.sort(key=lambda item: "built_demo" not in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def migrated_sqlite() -> Path:
    """A migrated SQLite file nobody may write to; copy it."""
    return database.migrated_sqlite()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    migrated_sqlite: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Point the default connection at this run's own copy."""
    copy = tmp_path_factory.mktemp("database") / "db.sqlite3"
    database.restore(migrated_sqlite, copy)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        connection.close()
        patch.setitem(connection.settings_dict, "NAME", str(copy))
        # A transactional test would end with every table empty, Wagtail's root page included.
        # Bringing back the migrated state is quicker and leaves what the next test needs.
        patch.setattr(
            TransactionTestCase,
            "_fixture_teardown",
            lambda case: _bring_back(migrated_sqlite, copy),
        )
        yield
        connections.close_all()


def _bring_back(template: Path, copy: Path) -> None:
    from django.contrib.contenttypes.models import ContentType

    connections.close_all()
    database.restore(template, copy)
    ContentType.objects.clear_cache()


@pytest.fixture
def fresh_database(migrated_sqlite: Path, tmp_path: Path) -> str:
    """DATABASE_URL of a copy of one's own, for tests that start processes."""
    return database.clone_sqlite(migrated_sqlite, tmp_path)


@pytest.fixture(autouse=True)
def _own_media_folder(request: pytest.FixtureRequest) -> None:
    """Let every test that may write files write them into its own temporary folder."""
    asked = {"db", "transactional_db"} & set(request.fixturenames)
    if asked or request.node.get_closest_marker("django_db"):
        tmp_path = request.getfixturevalue("tmp_path")
        settings = request.getfixturevalue("settings")
        if Path(django_settings.MEDIA_ROOT).is_relative_to(django_settings.VAR_DIR):
            settings.MEDIA_ROOT = tmp_path / "media"
            cache.clear()  # Wagtail's renditions are remembered, whose files lie in another folder
