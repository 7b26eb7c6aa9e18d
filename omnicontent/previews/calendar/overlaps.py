"""Campaigns that get in each other's way: on air together, on one channel, with other promises."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from omnicontent.message.conflicts import REASONS, Conflict, Reason
from omnicontent.previews.calendar.entries import Entry, Words
from omnicontent.releases.conflicts import Told, disagreements, sites_of


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two campaigns whose messages rival, and when and where a customer may see both."""

    one: Entry
    other: Entry
    reasons: tuple[Reason, ...]
    channels: frozenset[str]
    starts: datetime
    ends: datetime


def find_overlaps(entries: Sequence[Entry], starts: datetime, ends: datetime) -> list[Overlap]:
    """Return each two rivals that meet between ``starts`` and ``ends``, the earliest first.

    One query, and none where nobody meets.
    """
    pairs = (
        pair
        for pair in combinations([one for one in entries if one.facts], 2)
        if _meet(*pair) and pair[0].campaign != pair[1].campaign
    )
    found = [overlap for pair in pairs if (overlap := _overlap(*pair, starts, ends))]
    return sorted(_of_one_brand(found), key=lambda overlap: overlap.starts)


def _meet(one: Entry, other: Entry) -> bool:
    if one.ends and one.ends <= other.starts:
        return False
    return not (other.ends and other.ends <= one.starts) and bool(one.channels & other.channels)


def _overlap(one: Entry, other: Entry, starts: datetime, ends: datetime) -> Overlap | None:
    conflicts = [
        conflict
        for first, second in _on_same_channels(one.words, other.words)
        for conflict in disagreements(_told(first), _told(second))
        if conflict.starts < ends and conflict.ends > starts
    ]
    return _sum_up(one, other, conflicts) if conflicts else None


def _on_same_channels(
    one: Sequence[Words], other: Sequence[Words]
) -> Iterator[tuple[Sequence[Words], Sequence[Words]]]:
    """Yield each language of the one with those of the other that use a channel of its own."""
    for words in one:
        shared = [theirs for theirs in other if words.channels & theirs.channels]
        if shared:
            yield [words], shared


def _told(words: Iterable[Words]) -> list[Told]:
    return [one.told for one in words if one.told]


def _sum_up(one: Entry, other: Entry, conflicts: Sequence[Conflict]) -> Overlap:
    found = {conflict.reason for conflict in conflicts}
    return Overlap(
        one,
        other,
        tuple(reason for reason in REASONS if reason in found),
        one.channels & other.channels,
        min(conflict.starts for conflict in conflicts),
        max(conflict.ends for conflict in conflicts),
    )


def _of_one_brand(overlaps: Sequence[Overlap]) -> list[Overlap]:
    """Leave out campaigns of two sites: each site is a brand of its own."""
    if not overlaps:
        return []
    sites = sites_of({one.page_id for each in overlaps for one in (each.one, each.other)})
    return [
        each
        for each in overlaps
        if len({sites.get(one.page_id) for one in (each.one, each.other)} - {None}) < 2
    ]
