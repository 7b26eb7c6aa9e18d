"""A broker that takes connections and never answers must not hold up whoever publishes."""

import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest

from tests.services.processes import ROOT

pytestmark = pytest.mark.service
PATIENCE_SECONDS = 30
"""Celery's own connection would wait for ever; this only tells "for ever" from "soon"."""
SEND = """
import django; django.setup()
from types import SimpleNamespace
from kombu.exceptions import OperationalError
from omnicontent.releases import outbox
try:
    with outbox._connect() as connection:
        outbox._send(SimpleNamespace(pk=1, queue="text"), connection)
except (OperationalError, OSError):
    print("silent")
else:
    print("sent")
"""


@pytest.fixture(params=["redis_url", "rabbitmq_url"])
def broker_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
def frozen(broker_url: str) -> Iterator[None]:
    server = _server(int(broker_url.split(":")[-1].partition("/")[0]))
    server.suspend()
    yield
    server.resume()


def test_a_message_is_sent(broker_url: str) -> None:
    assert _send(broker_url) == "sent"


@pytest.mark.usefixtures("frozen")
def test_a_frozen_broker_is_given_up_soon(broker_url: str) -> None:
    assert _send(broker_url) == "silent"


def _server(port: int) -> psutil.Process:
    """Return the process of ours that listens on the port."""
    for process in psutil.Process().children(recursive=True):
        if any(c.laddr.port == port and c.status == "LISTEN" for c in process.net_connections()):
            return process
    raise AssertionError(f"nobody listens on {port}")


def _send(broker_url: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SEND],
        cwd=ROOT,
        env={
            "BROKER_URL": broker_url,
            "DJANGO_SETTINGS_MODULE": "omnicontent.config.settings.test",
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert not done.returncode, done.stderr
    return done.stdout.strip()
