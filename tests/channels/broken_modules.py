"""Modules that broke while they were loaded, for the length of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from omnicontent.channels import registry


@contextmanager
def broken(**errors: Exception) -> Iterator[None]:
    """Let modules of these names have failed with these errors."""
    installed = registry._installed()
    before = installed.failures
    installed.failures = before | errors
    try:
        yield
    finally:
        installed.failures = before
