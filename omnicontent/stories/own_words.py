"""What own words remember: the master's words that they replaced when they were written.

Only the server writes it. A form may ask to keep words as they are by sending the digest of the
master as it is now; any other digest that a form sends is ignored.
"""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from omnicontent.channels.masters import master_parts, words_digest
from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from omnicontent.stories.conversion import story_from_page
from omnicontent.stories.errors import StoryError
from omnicontent.stories.models import CampaignPage

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Master:
    """A master's words, and their digest; empty where nobody knows them."""

    digest: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """Own words as they were saved, and the master that they replaced."""

    channel: str
    part: str
    text: str
    master: Master

    def is_of(self, value: Any) -> bool:
        """Tell whether the block's value still holds these very words in this very place."""
        return (self.channel, self.part, self.text) == _said(value)


class Masters:
    """The masters of a page as it is now, made when first asked for and once a channel."""

    def __init__(self, page: CampaignPage) -> None:
        self._page = page
        self._parts: dict[str, Mapping[str, str]] = {}

    def of(self, channel: str, part: str) -> Master:
        """Return the master of a part; an empty one where the page or channel can't tell it."""
        if self._story is None:
            return Master()
        if channel not in self._parts:
            self._parts[channel] = _parts(channel, self._story)
        words = self._parts[channel].get(part)
        return Master() if words is None else Master(words_digest(words, self._story), words)

    @cached_property
    def _story(self) -> Story | None:
        try:
            return story_from_page(self._page)
        except StoryError:
            return None


def memories_of(page: CampaignPage) -> dict[str, Memory]:
    """Return what the own words of a saved page are and remember, by block.

    Words that remember nothing, such as those that a program wrote, count as fresh: their master
    is the page as it was saved.
    """
    masters = Masters(page)
    return {child.id: _memory(child, masters) for child in words_blocks(page.own_words)}


def remember(page: CampaignPage, saved: Mapping[str, Memory]) -> None:
    """Write into the page's own words what they replaced; ``saved`` is the page as it was.

    Words that stay keep their memory. New and changed ones, and those whose form sends the
    digest of the master as it is now, remember that.
    """
    masters = Masters(page)
    for child in words_blocks(page.own_words):
        memory = saved.get(child.id)
        master = _master(child, memory, masters)
        child.value["replaced"], child.value["replaced_words"] = master.digest, master.words


def words_blocks(own_words: Any) -> Iterator[Any]:
    """Yield the blocks with words; the others ask for forms."""
    return (child for child in own_words if child.block_type == "words")


def _memory(child: Any, masters: Masters) -> Memory:
    master = _remembered(child.value) or masters.of(*_place(child))
    return Memory(*_said(child.value), master)


def _master(child: Any, memory: Memory | None, masters: Masters) -> Master:
    if memory is None or not memory.master.digest or not memory.is_of(child.value):
        return masters.of(*_place(child))
    asked = child.value.get("replaced") or memory.master.digest
    if asked == memory.master.digest:
        return memory.master
    now = masters.of(*_place(child))
    return now if asked == now.digest else memory.master


def _place(child: Any) -> tuple[str, str]:
    return child.value["channel"], child.value["part"]


def _said(value: Any) -> tuple[str, str, str]:
    return value["channel"], value["part"], (value["text"] or "").strip()


def _remembered(value: Any) -> Master | None:
    digest = value.get("replaced")
    return Master(digest, value.get("replaced_words") or "") if digest else None


def _parts(slug: str, story: Story) -> Mapping[str, str]:
    channel = all_channels().get(slug)
    if channel is None:
        return {}
    try:
        return master_parts(channel, story)
    except Exception:
        # A plug-in's fault must not keep an editor from saving; previews tell of it.
        logger.exception("Channel %s can't say the story in its own words", slug)
        return {}
