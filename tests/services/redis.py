"""A throwaway Redis on a loopback port of its own, append-only as in production."""

import shutil
from collections.abc import Iterator

import pytest

from tests.services.missing import free_port, missing
from tests.services.processes import answers, eventually, leashed


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """BROKER_URL of a real Redis server."""
    server = shutil.which("redis-server")
    if not server:
        missing("Redis", "redis-server")
    folder = tmp_path_factory.mktemp("redis")
    port = free_port()
    command = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    command += ["--appendonly", "yes", "--dir", str(folder), "--maxmemory-policy", "noeviction"]
    with leashed(command, folder / "redis.log"):
        assert eventually(lambda: answers(port)), (folder / "redis.log").read_text()
        yield f"redis://127.0.0.1:{port}/0"
