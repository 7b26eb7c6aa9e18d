"""Entries of the calendar as readers see them: their words, their clocks, their links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from omnicontent.channels.registry import all_channels
from omnicontent.message.saying import say
from omnicontent.previews.calendar.asking import FIRST, LAST
from omnicontent.previews.calendar.entries import Entry
from omnicontent.previews.calendar.overlaps import Overlap
from omnicontent.previews.calendar.states import STATES, State
from omnicontent.previews.calendar.stretches import Stretch
from omnicontent.previews.calendar.weeks import Lasting
from omnicontent.previews.rivals import ABOUT
from omnicontent.previews.variants import language_name
from omnicontent.stories.wording import channel_label

INSTANT = timedelta(microseconds=1)
DAY_FORMAT = "j N Y"
"""Not ``M``: three letters of "juin" are those of "juillet"."""
BOUNDS = (
    datetime(FIRST.year, 1, 1, tzinfo=UTC),
    datetime(LAST.year + 1, 1, 1, tzinfo=UTC),
)
"""Moments beyond are as good as open; there are clocks that can't show them."""


@dataclass(frozen=True, slots=True)
class Rivalry:
    """An overlap as one of its two campaigns sees it; ``anchor``: where the page tells of it."""

    title: str
    anchor: str
    first: date
    last: date
    """The days on which both are on air, on the reader's clocks."""


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry with everything that is written about it."""

    entry: Entry
    title: str
    url: str
    state: State
    state_name: str
    release: str
    successor: str
    starts: str
    ends: str
    offer: str
    period: str
    channels: str
    languages: str
    rivalries: tuple[Rivalry, ...]


@dataclass(frozen=True, slots=True)
class ShownOverlap:
    """An overlap with everything that is written about it."""

    anchor: str
    one: ShownEntry
    other: ShownEntry
    about: str
    channels: str
    starts: str
    ends: str


def campaign_address(page_id: int) -> str:
    """Return where a click on a campaign leads."""
    return reverse("campaign_board", args=[page_id])


def show_entries(entries: Iterable[Entry], overlaps: Sequence[Overlap]) -> list[ShownEntry]:
    """Return the entries in words, in the reader's language and time zone."""
    names = channel_names()
    return [_show(entry, _rivalries(entry, overlaps), names) for entry in entries]


def show_overlaps(overlaps: Sequence[Overlap], shown: Iterable[ShownEntry]) -> list[ShownOverlap]:
    """Return the overlaps in words of which at least one campaign is shown."""
    by_entry = {id(one.entry): one for one in shown}
    names = channel_names()
    return [
        ShownOverlap(
            anchor=_anchor(number),
            one=by_entry.get(id(each.one)) or _show(each.one, (), names),
            other=by_entry.get(id(each.other)) or _show(each.other, (), names),
            about=", ".join(str(ABOUT[reason]) for reason in each.reasons),
            channels=_listed(each.channels, names),
            starts=say_start(each.starts),
            ends=say_end(each.ends),
        )
        for number, each in enumerate(overlaps, 1)
        if id(each.one) in by_entry or id(each.other) in by_entry
    ]


def lasting(one: ShownEntry) -> Lasting[ShownEntry]:
    """Return the entry with its first and its last day on the reader's clocks."""
    first, last = _days(one.entry.starts, one.entry.ends)
    return Lasting(first, last, one)


def say_start(moment: datetime) -> str:
    """Return when something begins; no hour where it is the day's first moment."""
    if moment <= BOUNDS[0]:
        return ""
    shown = _local(moment)
    return _say_moment(shown) if (shown.hour, shown.minute) != (0, 0) else _say_day(shown)


def say_end(moment: datetime | None) -> str:
    """Return when something ends, empty where it does not; no hour where it is a day's end."""
    if moment is None or moment >= BOUNDS[1]:
        return ""
    shown = _local(moment)
    midnight = (shown.hour, shown.minute) == (0, 0)
    return _say_day(_local(moment - INSTANT)) if midnight else _say_moment(shown)


def channel_names() -> dict[str, str]:
    """Return the names of the installed channels by slug, in the order of the alphabet."""
    named = {slug: channel_label(channel.spec) for slug, channel in all_channels().items()}
    return dict(sorted(named.items(), key=lambda item: item[1].casefold()))


def _show(entry: Entry, rivalries: tuple[Rivalry, ...], names: Mapping[str, str]) -> ShownEntry:
    chief, facts = entry.chief, entry.facts
    language = get_language() or ""
    return ShownEntry(
        entry=entry,
        title=chief.title,
        url=campaign_address(entry.page_id),
        state=STATES[chief.state],
        state_name=chief.state,
        release=_("Release %(number)s") % {"number": chief.number} if chief.number else "",
        successor=_say_successor(entry.successor),
        starts=say_start(entry.starts),
        ends=say_end(entry.ends),
        offer=say(facts.offer, language, form="short") if facts and facts.offer else "",
        period=say(facts.period, language, form="short") if facts and facts.period else "",
        channels=_listed(entry.channels, names),
        languages=_languages(entry.locales),
        rivalries=rivalries,
    )


def _say_successor(successor: Stretch | None) -> str:
    """Say what is to take the place of what is shown."""
    if successor is None:
        return ""
    if not successor.number:
        return _("new version on %(start)s") % {"start": say_start(successor.starts)}
    words = {"number": successor.number, "state": STATES[successor.state].label}
    return _("release %(number)s: %(state)s") % words


def _rivalries(entry: Entry, overlaps: Sequence[Overlap]) -> tuple[Rivalry, ...]:
    return tuple(
        Rivalry(
            (each.other if each.one is entry else each.one).chief.title,
            _anchor(number),
            *_days(each.starts, each.ends),
        )
        for number, each in enumerate(overlaps, 1)
        if each.one is entry or each.other is entry
    )


def _anchor(number: int) -> str:
    return f"overlap-{number}"


def _listed(channels: frozenset[str], names: Mapping[str, str]) -> str:
    if channels >= names.keys():
        return _("all channels")
    installed = [name for slug, name in names.items() if slug in channels]
    return ", ".join([*installed, *sorted(channels - names.keys())])


def _languages(locales: Iterable[str]) -> str:
    return ", ".join(map(language_name, locales))


def _days(starts: datetime, ends: datetime | None) -> tuple[date, date]:
    """Return the first and the last day on the reader's clocks; without an end, of all days."""
    first = _local(starts).date()
    return first, max(first, _local(ends - INSTANT).date()) if ends else date.max


def _local(moment: datetime) -> datetime:
    return timezone.localtime(min(max(moment, BOUNDS[0]), BOUNDS[1]))


def _say_moment(shown: datetime) -> str:
    return f"{_say_day(shown)}, {date_format(shown, 'H:i')}"


def _say_day(shown: datetime) -> str:
    return str(date_format(shown, DAY_FORMAT))
