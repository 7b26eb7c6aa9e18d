"""Time on air: the stretches that a campaign's releases make, with or without gaps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from omnicontent.previews.calendar.states import OVER, RANKS
from omnicontent.releases.models import Release

SEAM = timedelta(minutes=1)
"""One release follows another in the same transaction, a moment later."""
UNFINISHED = (
    Release.State.BUILDING,
    Release.State.READY,
    Release.State.BLOCKED,
    Release.State.FAILED,
)


class ReleaseRow(NamedTuple):
    """What the calendar reads of a release."""

    pk: int
    campaign: UUID
    number: int
    title: str
    state: str
    created_at: datetime
    live_at: datetime | None
    ended_at: datetime | None
    starts_at: datetime | None
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when until when something is on air, or is meant to be; ``None`` is an open end."""

    starts: datetime
    ends: datetime | None
    state: str
    title: str
    number: int = 0
    release_id: int | None = None
    """None for a publication that waits for its time: no release was asked for yet."""


def stretch_of(row: ReleaseRow, now: datetime) -> Stretch | None:
    """Return when a release is on air; None for one that never was and never will be."""
    if row.live_at is None:
        return _planned(row) if row.state in UNFINISHED else None
    starts = max(row.live_at, row.starts_at or row.live_at)
    ends = min((end for end in (row.ended_at, row.ends_at) if end), default=None)
    if ends and ends <= starts:
        return None
    return Stretch(starts, ends, _state(row.state, starts, ends, now), *_named(row))


def join(stretches: Iterable[Stretch]) -> list[list[Stretch]]:
    """Return the stretches in groups without gaps, the earliest first."""
    groups: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda one: one.starts):
        until = ends_of(groups[-1]) if groups else None
        if groups and (until is None or stretch.starts <= until + SEAM):
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    return groups


def ends_of(group: Sequence[Stretch]) -> datetime | None:
    """Return when the last of them ends; None where one is open."""
    ends = [stretch.ends for stretch in group if stretch.ends]
    return max(ends) if len(ends) == len(group) else None


def chief_of(group: Sequence[Stretch]) -> Stretch:
    """Return the one that says what the group is: what runs, else what will, else the last."""
    return min(group, key=lambda one: (RANKS[one.state], -one.number))


def successor_in(group: Sequence[Stretch]) -> Stretch | None:
    """Return what is to take the chief's place, if anything waits for that."""
    chief = chief_of(group)
    waiting = [one for one in group if one is not chief and one.state not in OVER]
    return max(waiting, key=lambda one: (one.release_id is None, one.number), default=None)


def _planned(row: ReleaseRow) -> Stretch:
    """Return when an unfinished release would be on air; a moment where its time is over."""
    starts = row.starts_at or row.created_at
    ends = row.ends_at and max(row.ends_at, starts)
    return Stretch(starts, ends, row.state, *_named(row))


def _state(state: str, starts: datetime, ends: datetime | None, now: datetime) -> str:
    if state == Release.State.EXPIRED or (state == Release.State.LIVE and ends and ends <= now):
        return "ended"
    return "scheduled" if state == Release.State.LIVE and starts > now else state


def _named(row: ReleaseRow) -> tuple[str, int, int]:
    return row.title, row.number, row.pk
