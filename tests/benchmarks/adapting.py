"""How long adapting a story's words takes on every channel: ``make bench``.

Media are not made: the figure is the CPU that a preview and the first step of a release cost.
Every round tells a story of other words, one channel after the other. The aim is 50 ms a story
for all channels together on one core, after warm-up; nothing asserts it.
"""

import time
from statistics import median

import django

from omnicontent.channels.registry import all_channels
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.story import Story

AIM_MS = 50
ROUNDS = 15
STORIES = ("ordinary", "full", "5,000 words")


def main() -> None:
    """Print the median milliseconds of each channel, then of all together, for each story."""
    django.setup()
    rounds = {name: [_told(name, number) for number in range(ROUNDS + 1)][1:] for name in STORIES}
    print(f"{'ms':<20}" + "".join(f"{name:>14}" for name in STORIES))
    for slug in all_channels():
        times = (median(one[slug] for one in rounds[name]) for name in STORIES)
        print(f"{slug:<20}" + "".join(f"{ms:>14.2f}" for ms in times))
    for name in STORIES:
        total = median(sum(one.values()) for one in rounds[name])
        share = total / AIM_MS
        print(f"{name}: {total:.1f} ms for {len(all_channels())} channels, {share:.2f} of the aim")


def _told(name: str, number: int) -> dict[str, float]:
    story = _reworded(sample_stories()[name], number)
    return {slug: _timed(slug, story) for slug in all_channels()}


def _reworded(story: Story, number: int) -> Story:
    text = story.model_dump_json().replace("Qzsentence", f"Qzsentence{number}")
    return Story.model_validate_json(text).model_copy(update={"headline": f"Qzstory {number}"})


def _timed(slug: str, story: Story) -> float:
    started = time.process_time()
    all_channels()[slug].adapt(story)
    return 1000 * (time.process_time() - started)


if __name__ == "__main__":
    main()
