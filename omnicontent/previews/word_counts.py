"""The lengths of own words as their field shows them while somebody types."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content
from omnicontent.previews.counters import Counter, text_counters
from omnicontent.previews.numbers import say_number


def counts_in_words(channel: Channel, part: str, content: Content) -> list[dict[str, object]]:
    """Return one JSON-able count for every limit of the part, as the preview counts it."""
    return [_count(one) for one in text_counters(channel, content) if one.part == part]


def _count(counter: Counter) -> dict[str, object]:
    values = {
        "count": say_number(counter.count),
        "maximum": say_number(counter.maximum),
        "unit": counter.unit_label,
    }
    notes = " ".join(_notes(counter))
    said = _("%(count)s of %(maximum)s %(unit)s.") % values
    return {
        "count": values["count"],
        "rest": f"/ {values['maximum']} {values['unit']}",
        "note": notes,
        "said": f"{said} {notes}".strip(),
        "state": counter.state,
        "percent": counter.percent,
    }


def _notes(counter: Counter) -> Iterator[str]:
    if counter.state == "over":
        too_many = ngettext("%(number)s too many", "%(number)s too many", counter.excess)
        yield too_many % {"number": say_number(counter.excess)} + "."
    elif counter.state == "folds":
        yield counter.note or _("Advice only: the surface may shorten it on screen.")
    elif counter.state == "near":
        left = ngettext("%(number)s left", "%(number)s left", -counter.excess)
        yield left % {"number": say_number(-counter.excess)} + "."
    if counter.length.forced_by:
        encoding, signs = (
            (counter.length.encoding or "").upper(),
            " ".join(counter.length.forced_by),
        )
        yield _("%(encoding)s because of %(signs)s.") % {"encoding": encoding, "signs": signs}
