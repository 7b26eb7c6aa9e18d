"""How long adapting a story's words takes on every channel: ``make bench``.

Media are not made: the figure is what a preview and the first step of a release cost. The aim is
50 ms a story for all channels together on one core, after warm-up; nothing asserts it.
"""

import sys
import time
from collections.abc import Callable
from statistics import median

import django
from django.conf import settings

from omnicontent.channels.channel import Channel
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.registry import all_channels
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.story import Story

AIM_MS = 50
ROUNDS = 15


def main() -> None:
    """Print a table: channel, milliseconds of an ordinary story and of one of 5,000 words."""
    django.setup()
    assert settings.configured
    stories = (sample_stories()["full"], sample_stories()["5,000 words"])
    rows = {slug: [_median_ms(c, s) for s in stories] for slug, c in all_channels().items()}
    for slug, (full, long) in sorted(rows.items(), key=lambda row: -row[1][0]):
        print(f"{slug:<20}{full:>9.2f} ms{long:>11.2f} ms")
    for name, times in zip(("full", "5,000 words"), zip(*rows.values(), strict=True), strict=True):
        total = sum(times)
        print(f"{name}: {total:.1f} ms for {len(rows)} channels, {total / AIM_MS:.2f} of the aim")


def _median_ms(channel: Channel, story: Story) -> float:
    return median(_timed(lambda: channel.adapt(story)) for _ in range(ROUNDS + 1))


def _timed(adapt: Callable[[], object]) -> float:
    started = time.perf_counter()
    try:
        adapt()
    except AdaptationError as error:
        print(error, file=sys.stderr)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
