"""Texts made to take minutes: each is measured on every channel. One that hangs shows itself."""

import pytest

from omnicontent.channels.counting import is_countable, measure_part
from omnicontent.channels.registry import all_channels
from omnicontent.text.little_text import escape_little, unescape_little
from omnicontent.text.markup import text_with_links

LENGTH = 50_000
ROWS = {
    "flags": "🇫🇷",
    "half flags": "🇫",
    "marks": "\u0301",
    "joiners": "\u200d",
    "families": "👩\u200d👩\u200d👧\u200d👦",
    "brackets": "@[",
    "mentions": "@a@b.",
    "names": "@a",
    "number signs": "#",
    "hashtags": "#a_",
    "digits": "#1",
    "money": "$A ",
    "labels": "a.",
    "hyphens": "é-",
    "lines": "a_",
    "protocols": "http://",
    "parentheses": "https://a.example/(a",
    "open anchors": '<a href="',
    "tags": "<a ",
    "backslashes": "\\",
    "braces": "{{1}}",
    "line breaks": "\n---\n",
}
TEXTS = {name: row * (LENGTH // len(row)) for name, row in ROWS.items()} | {
    "a host of letters": "http://" + "é" * LENGTH,
    "a host of hyphens": "http://" + "é-" * (LENGTH // 2),
    "a host of lines": "http://" + "a_" * (LENGTH // 2),
    "a path of parentheses": "https://shop.com/" + "(a" * (LENGTH // 2),
    "a half flag too many": "🇫🇷" * (LENGTH // 2) + "🇫",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_part_of_every_channel_is_measured(text):
    for channel in all_channels().values():
        for part in channel.spec.parts:
            assert isinstance(channel.counted(part.name, text), str)
            for limit in filter(lambda limit: is_countable(limit.unit), part.limits):
                assert measure_part(channel, part.name, text, limit).count >= 0


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_markup_is_read_and_written(text):
    assert isinstance(text_with_links(text), str)
    assert unescape_little(escape_little(text))
