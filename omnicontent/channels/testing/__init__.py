"""The conformance kit: what every channel, built-in or third-party, must pass.

In a test of your own::

    import pytest
    from omnicontent.channels.testing import CHECKS

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
    def test_conformance(check):
        assert not list(check(my_channel))

or, in one go, ``check_channel(my_channel)``. The kit needs no database, no network and no files.
"""

from collections.abc import Callable, Iterator

from omnicontent.channels.channel import Channel
from omnicontent.channels.testing.payloads import (
    Preview,
    check_adapts,
    check_bytes,
    check_payload,
    check_preview,
    check_purity,
)
from omnicontent.channels.testing.specs import check_media, check_spec
from omnicontent.channels.testing.words import (
    check_cuts,
    check_facts,
    check_limits,
    check_own_words,
)

__all__ = ["CHECKS", "Check", "ConformanceError", "check_channel", "check_preview"]

Check = Callable[[Channel], Iterator[str]]


class ConformanceError(AssertionError):
    """The channel breaks the contract; ``failures`` says each breach in a line."""

    def __init__(self, slug: str, failures: list[str]) -> None:
        super().__init__(f"{slug} breaks the contract:\n" + "\n".join(f"- {f}" for f in failures))
        self.failures = failures


CHECKS: tuple[Check, ...] = (
    check_spec,
    check_adapts,
    check_limits,
    check_facts,
    check_cuts,
    check_bytes,
    check_payload,
    check_purity,
    check_own_words,
    check_media,
)


def check_channel(channel: Channel, preview: Preview | None = None) -> None:
    """Pass if the channel keeps the whole contract; with ``preview`` also what it shows.

    :raises ConformanceError: naming every breach found.
    """
    failures = [failure for check in CHECKS for failure in _run(check, channel)]
    if preview:
        failures += check_preview(channel, preview)
    if failures:
        raise ConformanceError(channel.spec.slug, failures)


def _run(check: Check, channel: Channel) -> Iterator[str]:
    """Yield a check's failures; a channel that raises fails the check it raised in."""
    try:
        yield from check(channel)
    except Exception as error:  # noqa: BLE001 - a broken channel may raise anything
        yield f"{check.__name__}: raised {type(error).__name__}: {error}"
