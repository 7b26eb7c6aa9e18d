"""What to do when a service is not installed: fail where CI says so, else skip by name."""

import os
from typing import NoReturn

import pytest


def missing(what: str, package: str) -> NoReturn:
    """End the test: a failure where ``CI`` is set, a named skip elsewhere."""
    words = f"{what} is not installed (apt install {package})"
    if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
        pytest.fail(words)
    pytest.skip(words)


def free_port() -> int:
    """Return a loopback port nobody listens on now."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
