"""The rules that feeds are tested by, tested by cases of others: W3C's and JSON Feed's own.

``feed_rules.py`` knows the rules that our feeds could break, so of the W3C's cases those are read
that miss or repeat an element of Atom or RSS, in a feed or in an entry.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels_out.feed_rules import atom_faults, json_feed_faults, rss_faults

FOLDER = Path(__file__).parents[3] / "shared" / "vectors"
EXPECT = re.compile(r"Expect:\s+(?P<event>\w+)\{(?P<where>[^}]*)\}")
RULES = {
    "feed": ("id", "title", "updated"),
    "entry": ("id", "title", "updated", "published", "summary", "content"),
    "channel": ("title", "link", "description"),
    "item": ("title", "description", "guid", "pubDate"),
}


def broken_feeds(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the element that is missing or there twice, and the feed."""
    for path in sorted(folder.rglob("*.xml")):
        text = path.read_text(encoding="utf-8", errors="replace")
        expected = EXPECT.search(text)
        if not expected or expected["event"] not in {"MissingElement", "DuplicateElement"}:
            continue
        where = dict(pair.split(":", 1) for pair in expected["where"].split(","))
        if where["element"] in RULES.get(where.get("parent", ""), ()):
            yield where["element"], text


def test_the_rules_notice_what_the_validator_of_the_w3c_does():
    folder = FOLDER / "feeds" / "testcases"
    if not folder.exists():
        pytest.skip("no feeds/testcases beside the repository")
    noticed = 0
    for element, text in broken_feeds(folder):
        faults = list((rss_faults if "<rss" in text else atom_faults)(text))
        assert any(f"{element} is" in fault for fault in faults), text
        noticed += 1
    assert noticed > 30


def test_the_rules_find_nothing_wrong_with_json_feeds_own_examples():
    feeds = [
        document
        for path in sorted((FOLDER / "jsonfeed").rglob("*.json"))
        if "items" in (document := json.loads(path.read_bytes()))
    ]
    if not feeds:
        pytest.skip("no jsonfeed beside the repository")
    for feed in feeds:
        assert list(json_feed_faults(feed)) == []
