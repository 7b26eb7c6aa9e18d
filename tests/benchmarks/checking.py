"""How long the message lock takes on a whole release: ``make bench``.

Thirty channels in two languages, each variant adapted before the clock starts: the figure is the
CPU of checking the message alone, as the gate does. Every round tells other words, so that nothing
is found ready. The aim is 150 ms on one core after warm-up; nothing asserts it.
"""

import time
from statistics import median

import django

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content
from omnicontent.channels.message_checks import check_message
from omnicontent.channels.registry import all_channels
from omnicontent.channels.sample_stories import sample_stories
from omnicontent.channels.story import Story

AIM_MS, CHANNELS, LOCALES, ROUNDS = 150, 30, ("en", "fr"), 15
STORIES = ("ordinary", "full", "5,000 words")


def main() -> None:
    """Print the median milliseconds of checking a release of each story."""
    django.setup()
    for name in STORIES:
        rounds = [_timed(name, number) for number in range(ROUNDS + 1)][1:]
        total = median(rounds)
        print(
            f"{name}: {total:.0f} ms for {CHANNELS} channels x {len(LOCALES)} locales, "
            f"{total / AIM_MS:.2f} of the aim"
        )


def _timed(name: str, number: int) -> float:
    told = [_adapted(name, locale, number) for locale in LOCALES]
    started = time.process_time()
    for release in told:
        for channel, content, story in release:
            list(check_message(channel, content, story))
    return 1000 * (time.process_time() - started)


def _adapted(name: str, locale: str, number: int) -> list[tuple[Channel, Content, Story]]:
    text = sample_stories()[name].model_dump_json().replace("Qzsentence", f"Qzsentence{number}")
    story = Story.model_validate_json(text).model_copy(
        update={"headline": f"Qzstory {number}", "locale": locale}
    )
    channels = list(all_channels().values())[:CHANNELS]
    return [(channel, channel.adapt(story), story) for channel in channels]


if __name__ == "__main__":
    main()
