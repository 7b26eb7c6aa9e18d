"""Where a shot's subjects are: the place that is worth most at each moment, before any smoothing.

Dynamic programming: travel has its price and speed its bound, so of two subjects that no window
holds together it stays with the better one instead of jumping between them.
"""

import numpy as np

from omnicontent.media.films.paths import Floats
from omnicontent.media.reframe.bounds import SPEED_MAX
from omnicontent.media.reframe.slide import Slide
from omnicontent.media.reframe.worth import View, lasting

_TRAVEL_SECONDS = 0.25
"""The price of moving along the whole line: so much of all that was seen in that time."""
_NEVER = 1e6


def wander(view: View, slide: Slide) -> Floats:
    """Return a place for each of the view's moments, in pixels."""
    fractions = view.places / slide.unit
    apart = np.abs(fractions[:, None] - fractions)
    price = _TRAVEL_SECONDS * view.most * apart / fractions[-1]
    reach = np.maximum(np.diff(view.moments) * SPEED_MAX, fractions[1]) + 1e-9
    gain = view.worth * lasting(view.moments)[:, None]
    value, came = gain[0], []
    for index, far in enumerate(reach, start=1):
        total = value - price - _NEVER * (apart > far)
        best = total.argmax(axis=1)
        came.append(best)
        value = total[np.arange(len(best)), best] + gain[index]
    path = [int(value.argmax())]
    for best in reversed(came):
        path.append(int(best[path[-1]]))
    return view.places[path[::-1]]
