"""What stands in the calendar: a campaign with the time it runs. Few queries, however many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from omnicontent.channels.registry import all_channels
from omnicontent.message.facts import Facts, Period
from omnicontent.previews.calendar.states import OVER
from omnicontent.previews.calendar.stretches import (
    UNFINISHED,
    ReleaseRow,
    Stretch,
    chief_of,
    ends_of,
    join,
    stretch_of,
    successor_in,
)
from omnicontent.previews.panels import campaigns_for
from omnicontent.releases.conflicts import Told, scheduled_pages, told_by
from omnicontent.releases.models import PinnedStory, Release

User = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True, slots=True)
class Words:
    """What a campaign says in one language, as far as the calendar cares."""

    locale: str
    channels: frozenset[str]
    told: Told | None
    """None where its facts can't be read: of a kind whose package is gone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A campaign and a time without gaps in which it runs, in all its languages."""

    campaign: UUID
    page_id: int
    starts: datetime
    ends: datetime | None
    chief: Stretch
    """The release, or the publication to come, that says what the campaign is."""
    successor: Stretch | None
    words: tuple[Words, ...]
    channels: frozenset[str]
    """Those of all languages."""

    @property
    def locales(self) -> tuple[str, ...]:
        """Return the languages, each once."""
        return tuple(dict.fromkeys(one.locale for one in self.words))

    @property
    def facts(self) -> Facts | None:
        """Return the facts, which are those of every language."""
        return next((one.told.campaign.facts for one in self.words if one.told), None)

    @property
    def states(self) -> frozenset[str]:
        """Return the state, and that of what is to take its place."""
        return frozenset(one.state for one in (self.chief, self.successor) if one)


def entries_between(user: User, starts: datetime, ends: datetime) -> list[Entry]:
    """Return the campaigns that the user may see and that run at some time from ``starts`` on.

    Time on air and the period of the offer both count, as long as the campaign is not over.
    """
    pages = dict(campaigns_for(user).order_by("-pk").values_list("translation_key", "pk"))
    planned, later = _scheduled(user)
    stretches = _on_air(user, starts)
    for key, found in planned.items():
        stretches[key] += found
    groups = [(key, group) for key, found in stretches.items() for group in join(found)]
    near = [(key, group) for key, group in groups if _may_touch(group, starts, ends)]
    pinned = _pinned(chief_of(group) for _key, group in near)
    entries: list[Entry] = []
    for key, group in near:
        words = [*pinned.get(chief_of(group).release_id, ()), *_words_in(group, later[key])]
        before = entries[-1].ends if entries and entries[-1].campaign == key else None
        entries.append(_entry(key, pages[key], group, words, before))
    near_ones = [one for one in entries if one.starts < ends and not _is_before(one, starts)]
    return sorted(near_ones, key=lambda one: (one.starts, one.chief.title.casefold()))


def _is_before(entry: Entry, moment: datetime) -> bool:
    """Tell whether the entry is over by then; one that lasts no time is there at its moment."""
    return bool(entry.ends and entry.ends <= moment and entry.starts < moment)


def _on_air(user: User, after: datetime) -> defaultdict[UUID, list[Stretch]]:
    """Return the stretches of every campaign of which a release ended after ``after``, or none."""
    newer = Release.objects.filter(campaign=OuterRef("campaign"), number__gt=OuterRef("number"))
    # One that tells nothing has no time: such as that of a page which is published later.
    tells = Exists(PinnedStory.objects.filter(release=OuterRef("pk")))
    newest = Q(state__in=UNFINISHED) & ~Exists(newer) & tells
    told = Release.objects.filter(Q(live_at__isnull=False) | newest)
    lasting = told.filter(Q(ended_at=None) | Q(ended_at__gt=after))
    mine = campaigns_for(user).values("translation_key")
    rows = told.filter(campaign__in=mine).filter(campaign__in=lasting.values("campaign"))
    now = timezone.now()
    stretches: defaultdict[UUID, list[Stretch]] = defaultdict(list)
    for row in map(ReleaseRow._make, rows.values_list(*ReleaseRow._fields)):
        if stretch := stretch_of(row, now):
            stretches[row.campaign].append(stretch)
    return stretches


Later = tuple[Stretch, Words]


def _scheduled(
    user: User,
) -> tuple[dict[UUID, list[Stretch]], defaultdict[UUID, list[Later]]]:
    """Return what is published later, by campaign: the stretches, and their words with them."""
    later: defaultdict[UUID, list[Later]] = defaultdict(list)
    for page, starts, told in scheduled_pages(campaigns_for(user)):
        ends = min((end for end in (page.expire_at, page.period_end) if end), default=None)
        stretch = Stretch(starts, ends and max(ends, starts), "scheduled", page.title)
        words = Words(page.locale.language_code, _channels(page.channels), told)
        later[page.translation_key].append((stretch, words))
    return {key: [stretch for stretch, _words in found] for key, found in later.items()}, later


def _words_in(group: Sequence[Stretch], later: Iterable[Later]) -> Iterator[Words]:
    return (words for stretch, words in later if stretch in group)


def _may_touch(group: Sequence[Stretch], starts: datetime, ends: datetime) -> bool:
    """Tell whether a group may be seen; the offer of one that runs may make it longer."""
    if chief_of(group).state not in OVER:
        return True
    until = ends_of(group)
    return group[0].starts < ends and not (until and until < starts)


def _pinned(chiefs: Iterable[Stretch]) -> Mapping[int | None, list[Words]]:
    """Return the words of the releases by id. One query; stories stay in the database."""
    spans = {chief.release_id: chief for chief in chiefs if chief.release_id}
    stories: QuerySet[PinnedStory] = PinnedStory.objects.filter(release__in=spans)
    columns = ("release_id", "release__campaign", "page_id", "locale")
    rows = stories.order_by("pk").values_list(*columns, "story__facts", "story__channels")
    words: defaultdict[int | None, list[Words]] = defaultdict(list)
    for pk, key, page_id, locale, facts, channels in rows:
        chief = spans[pk]
        told = told_by(key, page_id, chief.title, locale, facts, chief.starts, chief.ends)
        words[pk].append(Words(locale, _channels(channels), told))
    return words


def _channels(slugs: Any) -> frozenset[str]:
    return frozenset(slugs or all_channels())


def _entry(
    key: UUID,
    page_id: int,
    group: Sequence[Stretch],
    words: Sequence[Words],
    before: datetime | None,
) -> Entry:
    chief = chief_of(group)
    entry = Entry(
        campaign=key,
        page_id=page_id,
        starts=group[0].starts,
        ends=ends_of(group),
        chief=chief,
        successor=successor_in(group),
        words=tuple(words),
        channels=frozenset[str]().union(*(one.channels for one in words)),
    )
    period = entry.facts.period if entry.facts else None
    return _with_period(entry, period, before) if period and chief.state not in OVER else entry


def _with_period(entry: Entry, period: Period, before: datetime | None) -> Entry:
    """Return the entry, lasting as long as its offer; not into the time of the one before it."""
    begins = [one for one in (period.start, before) if one]
    starts = min(entry.starts, max(begins)) if period.start else entry.starts
    ends = entry.ends and max(entry.ends, period.end or entry.ends)
    return replace(entry, starts=starts, ends=ends)
