"""Kinds of facts that installed packages bring: entry-point group ``omnicontent.facts``.

An entry point names an instance of a :class:`~omnicontent.message.kinds.kind.Kind`. One that
breaks is a report in :func:`failures` and in ``manage.py check``, never a crash: the facts of all
other kinds hold. A name belongs to one kind: a built-in keeps its own, and two plug-ins that claim
the same are both refused, so that the order of loading decides nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType
from typing import TYPE_CHECKING

from omnicontent.message.errors import BrokenKindError, DuplicateKindError

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
    """Install a kind for the length of a test, in place of one with the same name."""
    kinds = _installed().kinds
    before = kinds.get(kind.name)
    kinds[kind.name] = kind
    try:
        yield
    finally:
        del kinds[kind.name]
        if before is not None:
            kinds[kind.name] = before


def load_kinds(points: Sequence[EntryPoint]) -> Loaded:
    """Return the kinds that entry points name, with what broke."""
    loaded = Loaded()
    claims: dict[str, dict[str, AnyKind]] = {}
    for point in sorted(points, key=lambda point: point.value):
        if kind := _load(point, loaded):
            claims.setdefault(kind.name, {})[point.value] = kind
    for name, claimants in claims.items():
        if len(claimants) == 1:
            loaded.kinds[name] = next(iter(claimants.values()))
            continue
        for value in claimants:
            loaded.failures[value] = DuplicateKindError(
                f'the fact "{name}" is claimed by {" and by ".join(claimants)}: '
                "rename one or uninstall it"
            )
    return loaded


@cache
def _installed() -> Loaded:
    return load_kinds(tuple(entry_points(group=ENTRY_POINT_GROUP)))


def _load(point: EntryPoint, loaded: Loaded) -> "AnyKind | None":
    from omnicontent.message.kinds.guarding import guarded  # it is made of facts, which ask here
    from omnicontent.message.kinds.kind_faults import kind_faults

    try:
        kind: AnyKind = point.load()
        if faults := list(kind_faults(kind)):
            raise BrokenKindError("; ".join(faults))
        return guarded(kind)
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        loaded.failures[point.value] = error
    except SystemExit as error:
        loaded.failures[point.value] = ImportError(f"importing it calls sys.exit({error.code!r})")
    return None
