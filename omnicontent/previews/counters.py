"""How much of each limit a draft uses, as counters show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.counting import Count, count_parts, count_texts
from omnicontent.channels.spec import Limit
from omnicontent.stories.wording import limit_in_words, limit_unit_label, note_in_words, part_label
from omnicontent.text.lengths import Length
from omnicontent.text.units import Unit

NEAR = 0.9
"""From this share of a limit on, the gauge warns."""


@dataclass(frozen=True, slots=True)
class Counter:
    """One part against one limit."""

    part: str
    label: str
    length: Length
    limit: Limit
    fold: Limit | None = None
    """How much is shown before a "more"; told once, by the part's first counter."""

    @property
    def count(self) -> int:
        """Return the part's length in the limit's unit."""
        return self.length.count

    @property
    def maximum(self) -> int:
        """Return the limit as a whole number."""
        return int(self.limit.maximum)

    @property
    def percent(self) -> int:
        """Return how full the gauge is, at most 100."""
        return min(100, round(100 * self.count / max(1, self.maximum)))

    @property
    def excess(self) -> int:
        """Return how much is too much."""
        return self.count - self.maximum

    @property
    def unit_label(self) -> str:
        """Return the unit in words."""
        return limit_unit_label(self.limit)

    @property
    def note(self) -> str:
        """Return what the spec notes on the limit, maybe nothing."""
        return note_in_words(self.limit)

    @property
    def fold_in_words(self) -> str:
        """Return what is shown at first, such as ``125 characters``."""
        return limit_in_words(self.fold) if self.fold else ""

    @property
    def fold_note(self) -> str:
        """Return what the spec notes on the fold, maybe nothing."""
        return note_in_words(self.fold) if self.fold else ""

    @property
    def state(self) -> str:
        """Return ``fits``, ``near``, ``folds`` (over what is only advice) or ``over``."""
        if self.count > self.limit.maximum:
            return "over" if self.limit.enforced else "folds"
        return "near" if self.count > self.limit.maximum * NEAR else "fits"


def counters_for(
    channel: Channel, content: Content, rendered: Rendered | None = None
) -> list[Counter]:
    """Return one counter for every text limit of every part that says something.

    Things that a text has none of, such as mentions, are not counted.
    """
    return _counters(count_parts(channel, content, rendered))


def text_counters(channel: Channel, content: Content) -> list[Counter]:
    """Return those of :func:`counters_for` for which no payload is made."""
    return _counters(count_texts(channel, content))


def _counters(all_counts: Iterable[Count]) -> list[Counter]:
    counts = [
        count
        for count in all_counts
        if count.length.count or (count.part.required and count.limit.unit is not Unit.ITEMS)
    ]
    firsts = {count.part.name: count for count in reversed(counts)}
    return [_counter(count, first=count is firsts[count.part.name]) for count in counts]


def _counter(count: Count, *, first: bool) -> Counter:
    part = count.part
    fold = part.fold if first else None
    return Counter(part.name, part_label(part), count.length, count.limit, fold)
