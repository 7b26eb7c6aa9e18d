"""Addresses that a story names besides its call to action: none of them promises anything new."""

import re
from functools import lru_cache

from omnicontent.channels.story import Block, Embed, Paragraph, Story

_HREF = re.compile(r"href=\"([^\"]*)\"")


def own_addresses(story: Story) -> tuple[str, ...]:
    """Return the page's own address, the brand's, and where the master's body leads."""
    named = (story.url, story.brand.unsubscribe_url, story.oembed_url)
    return (*filter(None, named), *_addresses_in(story.body))


@lru_cache(maxsize=64)  # asked for by every channel
def _addresses_in(body: tuple[Block, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for block in body:
        if isinstance(block, Embed):
            found.append(block.url)
        elif isinstance(block, Paragraph):
            found += _HREF.findall(block.html)
    return tuple(found)
