"""Every installed channel: built-ins by scanning a package, third parties by entry point."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from omnicontent.channels.channel import Channel


def all_channels() -> Mapping[str, Channel]:
    """Return slug -> channel, sorted by slug, loaded once a process."""
    raise NotImplementedError


def get_channel(slug: str) -> Channel:
    """Return the channel called ``slug``.

    :raises UnknownChannelError: naming the nearest slugs.
    """
    raise NotImplementedError


def failures() -> Mapping[str, Exception]:
    """Return module name -> what broke while it was loaded."""
    raise NotImplementedError


@contextmanager
def registered(channel: Channel) -> Iterator[None]:
    """Install a channel for the length of a test."""
    raise NotImplementedError
    yield
