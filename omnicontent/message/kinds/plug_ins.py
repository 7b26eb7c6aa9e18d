"""Kinds of facts that installed packages bring: entry-point group ``omnicontent.facts``.

An entry point names an instance of a :class:`~omnicontent.message.kinds.kind.Kind`. One that
breaks is a report in :func:`failures`, never a crash: the facts of all other kinds hold.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from omnicontent.message.kinds.kind import AnyKind

ENTRY_POINT_GROUP = "omnicontent.facts"


@dataclass(slots=True)
class Loaded:
    """What loading found: the kinds, and the entry points that broke."""

    kinds: dict[str, "AnyKind"] = field(default_factory=dict)
    failures: dict[str, Exception] = field(default_factory=dict)


def plug_in_kinds() -> Mapping[str, "AnyKind"]:
    """Return name -> kind of those that packages bring, loaded once a process."""
    return MappingProxyType(_installed().kinds)


def failures() -> Mapping[str, Exception]:
    """Return entry point -> what broke while it was loaded."""
    return MappingProxyType(_installed().failures)


@contextmanager
def registered(kind: "AnyKind") -> Iterator[None]:
    """Install a kind for the length of a test."""
    kinds = _installed().kinds
    kinds[kind.name] = kind
    try:
        yield
    finally:
        del kinds[kind.name]


@cache
def _installed() -> Loaded:
    loaded = Loaded()
    for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name):
        try:
            kind: AnyKind = point.load()
            loaded.kinds[kind.name] = kind
        except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
            loaded.failures[point.value] = error
    return loaded
