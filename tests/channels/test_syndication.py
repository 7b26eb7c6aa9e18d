"""Three documents of one item, for whatever channel makes them."""

from xml.etree import ElementTree

import pytest

from omnicontent.channels.syndication import check_date, feed_documents, feed_item, feed_words
from tests.channels.article_channel import SoundArticleChannel
from tests.channels_out.feed_rules import atom_faults, json_feed_faults, rss_faults
from tests.channels_out.full_stories import full_story
from tests.channels_out.many_stories import DATES

CHANNEL = SoundArticleChannel()


def item_of(told, **words):
    content = CHANNEL.adapt(told)
    said = {"title": "Winter", "summary": "Bees & <b>birds</b>.", "tags": ["bees"]} | words
    html = CHANNEL.html(content, with_hero=True)
    return feed_item(content, CHANNEL.article(content), html, **said)


@pytest.fixture(scope="module")
def documents():
    return feed_documents(item_of(full_story(**DATES)))


def test_the_documents_keep_their_rules(documents):
    assert list(rss_faults(documents["rss"])) == []
    assert list(atom_faults(documents["atom"])) == []
    assert list(json_feed_faults(documents["json_feed"])) == []


def test_the_words_are_those_that_the_channel_gives(documents):
    (item,) = documents["json_feed"]["items"]
    assert (item["title"], item["summary"]) == ("Winter", "Bees & <b>birds</b>.")
    root = ElementTree.fromstring(documents["rss"])
    assert root.findtext("channel/item/description") == "Bees &amp; &lt;b&gt;birds&lt;/b&gt;."
    assert root.findtext("channel/item/category") == "bees"


def test_without_a_date_there_is_no_atom_and_a_warning():
    told = full_story()
    assert set(feed_documents(item_of(told))) == {"rss", "json_feed"}
    (issue,) = check_date(CHANNEL.article(CHANNEL.adapt(told)))
    assert (issue.code, issue.severity) == ("missing_date", "warning")
    assert list(check_date(CHANNEL.article(CHANNEL.adapt(full_story(**DATES))))) == []


def test_an_item_in_arabic_says_its_direction():
    item = item_of(full_story(locale="ar"))
    assert item["html"].startswith('<div dir="rtl">')


def test_no_character_is_left_that_xml_can_not_hold():
    item = item_of(full_story(), title="Win\x00ter\ufffe ", tags=["be\x0bes"])
    assert (item["title"], item["tags"]) == ("Winter", ["bees"])


def test_readers_see_the_words_of_every_document(documents):
    words = feed_words(documents)
    assert words.startswith("Winter\n\nBees & <b>birds</b>.\n\nbees\n\n")
    for said in ("What is in the box", "(https://shop.example/guide)", "WINTER30"):
        assert words.count(said) == 3
