"""The master behind own words: what a channel would say in their place.

Own words remember its digest. Once the two differ, the campaign has moved on and they have not.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from omnicontent.channels.content import Issue
from omnicontent.channels.errors import AdaptationError
from omnicontent.channels.issues import words_issue
from omnicontent.channels.story import Story
from omnicontent.phrases import phrase as _

if TYPE_CHECKING:
    from omnicontent.channels.channel import Channel

STALE = "stale_words"
"""The issue's code."""


def master_parts(channel: "Channel", story: Story) -> Mapping[str, str]:
    """Return what every part would say if the channel had no own words at all.

    Empty where the channel can't say the story by itself: own words are all that it has. No part
    depends on the own words of another, so that changing those makes none of these stale.
    """
    slug = channel.spec.slug
    others = {name: parts for name, parts in story.overrides.items() if name != slug}
    try:
        return channel.adapt(story.model_copy(update={"overrides": others, "replaced": {}})).parts
    except AdaptationError:
        return {}


def master_words(channel: "Channel", part: str, story: Story) -> str | None:
    """Return what the channel would say in ``part`` without own words, None where it can't."""
    return master_parts(channel, story).get(part)


def words_digest(words: str, story: Story) -> str:
    """Return the SHA-256 of a master's words without the campaign's id.

    Links carry the id. A copy of a campaign has another, and promises nothing else by that.
    """
    return hashlib.sha256(words.replace(story.id, "").encode()).hexdigest()


def check_stale_words(channel: "Channel", story: Story) -> Iterator[Issue]:
    """Yield a warning for own words whose master says something else than when they were written.

    Only the memory of words that are said counts, and only where there is still a master.
    """
    spec = channel.spec
    remembered = story.replaced.get(spec.slug, {})
    own = {part.name for part in spec.parts if story.own_words(spec.slug, part.name) is not None}
    masters = master_parts(channel, story) if own & set(remembered) else {}
    for name in sorted(own & set(remembered) & set(masters)):
        if words_digest(masters[name], story) != remembered[name]:
            yield words_issue(
                spec,
                name,
                STALE,
                _(
                    "The campaign says something else now than when your own words for the "
                    "%(part)s on %(channel)s were written. Keep them, change them, or take the "
                    "campaign's.",
                    part=spec.part(name).spoken,
                    channel=spec.spoken,
                ),
                "warning",
            )
