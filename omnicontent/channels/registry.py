"""Every installed channel: built-ins by scanning a package, third parties by entry point.

A channel module offers ``channel = XChannel()``, or ``channels = (A(), B())`` for several. Third
parties name such a module in the entry-point group ``omnicontent.channels``. A module that breaks
is a report in :func:`failures`, in ``manage.py check`` and in the admin, never a crash: the other
channels work. A slug belongs to one module: a built-in keeps its own, and two plug-ins that claim
the same are both refused, so that the order of loading decides nothing.
"""

import difflib
import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType, ModuleType

from omnicontent.channels.channel import Channel
from omnicontent.channels.errors import (
    BrokenChannelError,
    DuplicateChannelError,
    UnknownChannelError,
)
from omnicontent.channels.plug_ins import ENTRY_POINT_GROUP, plug_in_modules
from omnicontent.channels.spec_faults import spec_faults
from omnicontent.phrases import Phrase, either
from omnicontent.phrases import phrase as _

BUILT_IN_PACKAGE = "channels_out"
"""A name, not an import: the core knows no channel."""


@dataclass(slots=True)
class Loaded:
    """What loading found: the channels, and the modules that broke."""

    channels: dict[str, Channel] = field(default_factory=dict)
    failures: dict[str, Exception] = field(default_factory=dict)


def all_channels() -> Mapping[str, Channel]:
    """Return slug -> channel, sorted by slug, loaded once a process."""
    return MappingProxyType(dict(sorted(_installed().channels.items())))


def built_in_channels() -> Mapping[str, Channel]:
    """Return slug -> channel of those in this repository, whatever else is installed."""
    return {
        slug: channel
        for slug, channel in all_channels().items()
        if type(channel).__module__.startswith(f"{BUILT_IN_PACKAGE}.")
    }


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
    built_in = _modules_of(package, loaded)
    plug_ins = plug_in_modules(group) if group else []
    claims: dict[str, dict[str, Channel]] = {}
    for name in dict.fromkeys([*built_in, *plug_ins]):
        for channel in _load_module(name, loaded):
            claims.setdefault(channel.spec.slug, {})[name] = channel
    for slug, claimants in claims.items():
        _install(slug, claimants, built_in, loaded)
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


def _load_module(name: str, loaded: Loaded) -> Sequence[Channel]:
    try:
        return _channels_in(importlib.import_module(name))
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        loaded.failures[name] = error
    except SystemExit as error:
        loaded.failures[name] = ImportError(f"importing it calls sys.exit({error.code!r})")
    return ()


def _channels_in(module: ModuleType) -> Sequence[Channel]:
    """Return what a module offers.

    :raises BrokenChannelError: naming every fault of its channels.
    """
    found = getattr(module, "channels", None) or (getattr(module, "channel", None),)
    if not isinstance(found, tuple | list) or not all(isinstance(one, Channel) for one in found):
        raise BrokenChannelError(
            f"{module.__name__} must offer `channel`, an instance of a Channel class, "
            "or `channels`, a tuple of such instances"
        )
    faults = [
        f"{type(channel).__name__}: {fault}"
        for channel in found
        for fault in spec_faults(getattr(channel, "spec", None))
    ]
    slugs = [] if faults else [channel.spec.slug for channel in found]
    if len(set(slugs)) < len(slugs):
        faults.append(f"two of its channels have the same slug: {', '.join(slugs)}")
    if faults:
        raise BrokenChannelError("; ".join(faults))
    return found


def _install(
    slug: str, claimants: Mapping[str, Channel], built_in: Sequence[str], loaded: Loaded
) -> None:
    """Install the one module that may have the slug; refuse all others, each naming all."""
    able = [name for name in claimants if name in built_in] or list(claimants)
    if len(able) == 1:
        loaded.channels[slug] = claimants[able[0]]
    for name in claimants:
        if [name] != able:
            message = (
                f'the slug "{slug}" is claimed by {" and by ".join(claimants)}: '
                "rename one or uninstall it"
            )
            before = loaded.failures.get(name)
            message = f"{before}; {message}" if before else message
            loaded.failures[name] = DuplicateChannelError(message, slug=slug)


def _unknown(slug: str) -> Phrase:
    slugs = sorted(_installed().channels)
    near = difflib.get_close_matches(slug, slugs)
    if near:
        meant = either(near)
        return _('no channel is called "%(slug)s"; did you mean %(near)s?', slug=slug, near=meant)
    known = tuple(slugs) or _("none")
    return _('no channel is called "%(slug)s"; installed are %(known)s', slug=slug, known=known)
