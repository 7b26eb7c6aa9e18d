"""A throwaway RabbitMQ with every port, folder and its epmd private."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.folders import folder_of
from tests.services.missing import free_port, missing
from tests.services.processes import answers, eventually, leashed

SERVER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
"""Not the wrapper in /usr/sbin: that one drops the environment and insists on its own folders."""


@pytest.fixture(scope="session")
def rabbitmq_url() -> Iterator[str]:
    """BROKER_URL of a real RabbitMQ server."""
    if not SERVER.exists():
        missing("RabbitMQ", "rabbitmq-server")
    with folder_of("rabbitmq") as (folder, become):
        port = free_port()
        (folder / "rabbitmq.conf").write_text(f"listeners.tcp.default = 127.0.0.1:{port}\n")
        (folder / "plugins").write_text("[].\n")
        with leashed([*become, str(SERVER)], folder / "server.log", _environment(folder)):
            assert eventually(lambda: answers(port), 60), (folder / "server.log").read_text()
            yield f"amqp://guest:guest@127.0.0.1:{port}//"


def _environment(folder: Path) -> dict[str, str]:
    # Without the last line Erlang listens on every interface. epmd would outlive the broker;
    # the leash ends it with the rest of the family.
    return {
        "HOME": str(folder),
        "RABBITMQ_NODENAME": f"omnicontent{os.getpid()}@localhost",
        "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
        "RABBITMQ_LOG_BASE": str(folder / "log"),
        "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
        "RABBITMQ_DIST_PORT": str(free_port()),
        "ERL_EPMD_PORT": str(free_port()),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
    }
