"""The stories that the kit tells a channel, and what the channel makes of them."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import chain

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Issue
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.sample_stories import fuzzed_stories, long_stories, sample_stories
from omnicontent.channels.story import Story


def all_stories() -> Iterator[Story]:
    """Yield short, long and random stories, in many scripts."""
    return chain(sample_stories().values(), long_stories().values(), fuzzed_stories())


def stories_for(channel: Channel) -> Iterator[Story]:
    """Yield all stories, and short and long ones that ask for each other form of the surface."""
    yield from all_stories()
    for form in channel.spec.forms[1:]:
        for story in chain(sample_stories().values(), long_stories().values()):
            yield in_form(channel, story, form)


def sample_forms(channel: Channel) -> Iterator[tuple[str, Story]]:
    """Yield name and story: what the channel must be able to say, in each form of the surface."""
    for name, story in sample_stories().items():
        yield name, story
        for form in channel.spec.forms[1:]:
            yield f"{name}, {form}", in_form(channel, story, form)


def in_form(channel: Channel, story: Story, form: str) -> Story:
    """Return the story that asks for a form of the surface."""
    return story.model_copy(update={"forms": {channel.spec.slug: form}})


@lru_cache(maxsize=2)
def adapted(channel: Channel) -> list[tuple[Story, Content]]:
    """Return every story that the channel can say: check_adapts sees to the ordinary ones."""
    made = []
    for story in stories_for(channel):
        with suppress(AdaptationError):
            made.append((story, channel.adapt(story)))
    return made


def errors_among(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues that would keep a variant from going out."""
    return [issue for issue in issues if issue.severity == "error"]
