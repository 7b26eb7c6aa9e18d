"""How much of each limit a draft uses, as counters show it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content
from omnicontent.channels.counting import Count, count_parts
from omnicontent.channels.spec import Limit
from omnicontent.text.lengths import Length
from omnicontent.text.units import Unit

UNIT_LABELS: dict[Unit, Promise] = {
    Unit.CHARACTERS: _("characters"),
    Unit.CODE_POINTS: _("code points"),
    Unit.GRAPHEMES: _("characters as read"),
    Unit.UTF8_BYTES: _("bytes"),
    Unit.UTF16_UNITS: _("UTF-16 units"),
    Unit.X_WEIGHTED: _("weighted characters"),
    Unit.SMS_SEGMENTS: _("segments"),
    Unit.WORDS: _("words"),
    Unit.ITEMS: _("hashtags"),
}
NEAR = 0.9
"""From this share of a limit on, the gauge warns."""


@dataclass(frozen=True, slots=True)
class Counter:
    """One part against one limit."""

    part: str
    label: str
    length: Length
    limit: Limit

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
    def unit_label(self) -> str | Promise:
        """Return the unit in words."""
        return UNIT_LABELS.get(self.limit.unit, self.limit.unit)

    @property
    def state(self) -> str:
        """Return ``fits``, ``near``, ``folds`` (over what is only advice) or ``over``."""
        if self.count > self.limit.maximum:
            return "over" if self.limit.enforced else "folds"
        return "near" if self.count > self.limit.maximum * NEAR else "fits"


def counters_for(channel: Channel, content: Content) -> list[Counter]:
    """Return one counter for every text limit of every part that the content has."""
    return [_counter(count) for count in count_parts(channel, content)]


def _counter(count: Count) -> Counter:
    return Counter(count.part.name, count.part.label, count.length, count.limit)
