"""The whole service with its demo campaigns, as ``make demo`` starts it."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.services import database
from tests.services.missing import free_port
from tests.services.processes import eventually, leashed

START_SECONDS = 420
READY = "Ctrl-C stops everything"


@dataclass(frozen=True)
class LiveService:
    """A running service and where it keeps its things."""

    url: str
    var: Path
    output: Path


@pytest.fixture(scope="session")
def live_service(
    migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiveService]:
    """Broker, workers, beat and web server with every demo variant live."""
    var = tmp_path_factory.mktemp("live")
    media = database.ROOT / "var" / "demo-media"
    media.mkdir(parents=True, exist_ok=True)
    (var / "demo-media").symlink_to(media)  # fetched once, not once a run
    database.clone_sqlite(migrated_sqlite, var)
    port = free_port()
    output = var / "demo.log"
    command = [sys.executable, "-m", "omnicontent.config.demo", "--port", str(port)]
    environment = {
        "OMNICONTENT_VAR_DIR": str(var),
        "DJANGO_SETTINGS_MODULE": "omnicontent.config.settings.dev",
    }
    with leashed(command, output, environment) as leash:
        up = eventually(
            lambda: READY in output.read_text() or leash.poll() is not None, START_SECONDS
        )
        assert up, output.read_text()
        assert leash.poll() is None, output.read_text()
        assert "Not live" not in output.read_text(), output.read_text()
        yield LiveService(f"http://127.0.0.1:{port}", var, output)
