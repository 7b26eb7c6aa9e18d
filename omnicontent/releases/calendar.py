"""The clock at the gate: "today" and "last day" must be right as long as readers can see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from omnicontent.channels.channel import Channel
from omnicontent.channels.message_checks import field_of_words, known_words, sentence_around
from omnicontent.channels.story import Story
from omnicontent.message.lock import Finding, Wanted, check_text
from omnicontent.message.saying import say
from omnicontent.phrases import Moment, Phrase
from omnicontent.phrases import phrase as _
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import Release
from omnicontent.releases.policy import CALENDAR
from omnicontent.releases.reading import Delivered, delivered_words

WRONG_AT_ONCE = _(
    "“%(span)s” is wrong as soon as it is live (%(moment)s): %(fact)s. Name the day instead."
).pattern
WRONG_LATER = _(
    "“%(span)s” will be wrong from %(moment)s: %(fact)s. Name the day instead."
).pattern
SHORTEST = timedelta(days=1)
"""A release without an end stands this long at the least: "today" is wrong by then."""
INSTANT = timedelta(microseconds=1)
MINUTE = timedelta(minutes=1)


def find_calendar_faults(release: Release) -> list[Fault]:
    """Return the words of each variant that are wrong at some time at which it is live.

    Judged are the first moment and the last one; of what is read once, the first alone.
    """
    now = timezone.now()
    start = max(now, release.starts_at or now)
    end = release.ends_at or start + SHORTEST
    last = max(start, end - INSTANT)  # at the end itself it is gone
    return [
        fault
        for words in delivered_words(release)
        for fault in _faults(words, start, start if words.channel.spec.read_at_once else last)
    ]


def _faults(words: Delivered, start: datetime, last: datetime) -> Iterator[Fault]:
    reader = _Reader(words.channel, words.story, words.text)
    at_start = reader.wrong_at(start)
    at_last = reader.wrong_at(last) if last > start else {}
    for place, finding in {**at_last, **at_start}.items():
        wrong_from = None if place in at_start else reader.wrong_from(place, start, last)
        yield _fault(words, finding, start, wrong_from)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Somebody who reads a text at a given moment."""

    channel: Channel
    story: Story
    text: str

    def wrong_at(self, moment: datetime) -> dict[int | None, Finding]:
        """Return the findings that only the clock makes, by where they stand."""
        found = self._findings(moment)
        if not found:
            return {}
        timeless = self._findings(None)
        return {finding.start: finding for finding in found if finding not in timeless}

    def wrong_from(self, place: int | None, right: datetime, wrong: datetime) -> datetime:
        """Return the minute from which words are wrong that are right at ``right``."""
        while wrong - right > MINUTE:
            middle = right + (wrong - right) / 2
            if place in self.wrong_at(middle):
                wrong = middle
            else:
                right = middle
        return wrong.replace(second=0, microsecond=0)

    def _findings(self, at: datetime | None) -> tuple[Finding, ...]:
        phrases, addresses = known_words(self.story)
        wanted = Wanted(phrases=phrases, addresses=addresses)
        return check_text(self.story.facts, self.text, self.story.locale, wanted, at=at).findings


def _fault(
    words: Delivered, finding: Finding, start: datetime, wrong_from: datetime | None
) -> Fault:
    story, slug = words.story, words.channel.spec.slug
    return Fault.of(
        CALENDAR,
        _message(story, finding, start, wrong_from),
        severity="warning",
        field=field_of_words(slug, story, finding),
        fact=finding.fact,
        span=finding.span,
        sentence=sentence_around(words.text, finding),
        channel=slug,
        locale=story.locale,
    )


def _message(
    story: Story, finding: Finding, start: datetime, wrong_from: datetime | None
) -> Phrase:
    pattern = WRONG_AT_ONCE if wrong_from is None else WRONG_LATER
    fact = story.facts.get(finding.fact)
    said = fact and say(fact, story.locale, "short")
    return _(
        pattern,
        span=finding.span,
        moment=_moment(wrong_from or start, story),
        fact=_("the campaign says “%(fact)s”", fact=said) if said else _("no fact backs it then"),
    )


def _moment(moment: datetime, story: Story) -> Moment:
    """Return the moment on the clocks of the campaign's period, else on the service's."""
    period = story.facts.period
    zone = ZoneInfo(period.time_zone) if period else None
    return Moment(at=timezone.localtime(moment, zone).isoformat())
