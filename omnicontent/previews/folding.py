"""Where a surface folds a text: counted in the unit of its spec, never inside a grapheme."""

from bisect import bisect_right
from itertools import accumulate

from omnicontent.channels.spec import Limit, Part
from omnicontent.text.graphemes import GRAPHEME
from omnicontent.text.lengths import measure
from omnicontent.text.units import TEXT_UNITS


def fold_index(text: str, limit: Limit) -> int:
    """Return how much of ``text`` the limit lets a surface show: an index into it.

    :raises ValueError: the limit's unit does not measure text.
    """
    if measure(text, limit.unit).count <= limit.maximum:
        return len(text)
    ends = list(accumulate(map(len, GRAPHEME.findall(text)), initial=0))
    fitting = bisect_right(
        ends, limit.maximum, key=lambda end: measure(text[:end], limit.unit).count
    )
    return ends[max(0, fitting - 1)]


def cut_of(part: Part) -> Limit | None:
    """Return from where on the surface shortens the part on screen: its least advice."""
    advice = [one for one in part.limits if not one.enforced and one.unit in TEXT_UNITS]
    return min(advice, key=lambda limit: limit.maximum, default=None)
