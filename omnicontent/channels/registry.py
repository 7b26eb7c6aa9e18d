"""Every installed channel: built-ins by scanning a package, third parties by entry point.

A channel module offers ``channel = XChannel()``, or ``channels = (A(), B())`` for several. Third
parties name such a module in the entry-point group ``omnicontent.channels``. A module that breaks
is a report in :func:`failures` and in ``manage.py check``, never a crash: the other channels work.
"""

import difflib
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType, ModuleType

from omnicontent.channels.channel import Channel
from omnicontent.channels.errors import DuplicateChannelError, UnknownChannelError

BUILT_IN_PACKAGE = "channels_out"
"""A name, not an import: the core knows no channel."""
ENTRY_POINT_GROUP = "omnicontent.channels"


@dataclass(slots=True)
class Loaded:
    """What loading found: the channels, and the modules that broke."""

    channels: dict[str, Channel] = field(default_factory=dict)
    failures: dict[str, Exception] = field(default_factory=dict)


def all_channels() -> Mapping[str, Channel]:
    """Return slug -> channel, sorted by slug, loaded once a process."""
    return MappingProxyType(dict(sorted(_installed().channels.items())))


def get_channel(slug: str) -> Channel:
    """Return the channel called ``slug``.

    :raises UnknownChannelError: naming the nearest slugs.
    """
    try:
        return _installed().channels[slug]
    except KeyError as error:
        raise UnknownChannelError(_unknown(slug), slug=slug) from error


def failures() -> Mapping[str, Exception]:
    """Return module name -> what broke while it was loaded."""
    return MappingProxyType(_installed().failures)


@contextmanager
def registered(channel: Channel) -> Iterator[None]:
    """Install a channel for the length of a test, in place of one with the same slug."""
    channels = _installed().channels
    before = channels.get(channel.spec.slug)
    channels[channel.spec.slug] = channel
    try:
        yield
    finally:
        if before is None:
            del channels[channel.spec.slug]
        else:
            channels[channel.spec.slug] = before


def load_channels(
    package: str = BUILT_IN_PACKAGE, group: str | None = ENTRY_POINT_GROUP
) -> Loaded:
    """Return the channels of a package and of an entry-point group, with what broke."""
    loaded = Loaded()
    for name in [*_modules_of(package, loaded), *_entry_point_modules(group)]:
        _load_module(name, loaded)
    return loaded


@cache
def _installed() -> Loaded:
    return load_channels()


def _modules_of(package: str, loaded: Loaded) -> list[str]:
    try:
        paths = importlib.import_module(package).__path__
    except Exception as error:  # noqa: BLE001 - a broken package must not take the service down
        loaded.failures[package] = error
        return []
    names = (f"{package}.{module.name}" for module in pkgutil.iter_modules(paths))
    return sorted(name for name in names if not name.rpartition(".")[2].startswith("_"))


def _entry_point_modules(group: str | None) -> list[str]:
    return sorted({point.value for point in entry_points(group=group)}) if group else []


def _load_module(name: str, loaded: Loaded) -> None:
    try:
        for channel in _channels_in(importlib.import_module(name)):
            _add(channel, loaded)
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        loaded.failures[name] = error
    except SystemExit as error:
        loaded.failures[name] = ImportError(f"importing it calls sys.exit({error.code!r})")


def _channels_in(module: ModuleType) -> tuple[Channel, ...]:
    found = getattr(module, "channels", None) or (getattr(module, "channel", None),)
    channels = tuple(found)
    if not all(isinstance(channel, Channel) for channel in channels):
        raise TypeError(
            f"{module.__name__} must offer `channel`, an instance of a Channel class, "
            "or `channels`, a tuple of such instances"
        )
    return channels


def _add(channel: Channel, loaded: Loaded) -> None:
    slug = channel.spec.slug
    other = loaded.channels.setdefault(slug, channel)
    if other is not channel:
        raise DuplicateChannelError(
            f'the slug "{slug}" is claimed by {type(other).__module__} and by '
            f"{type(channel).__module__}: rename one or uninstall it",
            slug=slug,
        )


def _unknown(slug: str) -> str:
    slugs = sorted(_installed().channels)
    near = difflib.get_close_matches(slug, slugs)
    if near:
        return f'no channel is called "{slug}"; did you mean {" or ".join(near)}?'
    return f'no channel is called "{slug}"; installed are {", ".join(slugs) or "none"}'
