"""Feeds: RSS, Atom and JSON Feed that every reader reads, each with the whole story."""

import json
from xml.etree import ElementTree

import feedparser
import pytest

from omnicontent.channels.registry import get_channel
from omnicontent.message.checks import missing
from omnicontent.message.facts import FACT_KINDS
from omnicontent.text.markup import text_with_links
from tests.channels_out.feed_rules import atom_faults, json_feed_faults, rss_faults
from tests.channels_out.full_stories import HOSTILE, full_story, hostile_story
from tests.channels_out.many_stories import DATES, many_stories
from tests.channels_out.stories import FILM_SAID, own_words, story

FEED = get_channel("feed")
STORIES = {
    name: told for name, told in many_stories().items() if told.url or told.facts.call_to_action
}


def feeds_of(told):
    return json.loads(FEED.render(FEED.adapt(told)).body)


@pytest.fixture(scope="module")
def feeds():
    return feeds_of(full_story(**DATES))


@pytest.mark.parametrize("told", STORIES.values(), ids=STORIES)
def test_every_document_keeps_the_rules(told):
    feeds = feeds_of(told)
    assert list(rss_faults(feeds["rss"])) == []
    assert list(json_feed_faults(feeds["json_feed"])) == []
    if "atom" in feeds:
        assert list(atom_faults(feeds["atom"])) == []


@pytest.mark.parametrize("told", STORIES.values(), ids=STORIES)
def test_readers_find_nothing_wrong(told):
    feeds = feeds_of(told)
    for name, version in (("rss", "rss20"), ("atom", "atom10")):
        if name not in feeds:
            continue
        parsed = feedparser.parse(feeds[name].encode(), sanitize_html=False)
        assert not parsed.bozo, parsed.get("bozo_exception")
        assert parsed.version == version
        (entry,) = parsed.entries
        assert entry.id.startswith("urn:uuid:")


def test_all_three_say_the_same(feeds):
    (item,) = feeds["json_feed"]["items"]
    for name in ("rss", "atom"):
        # Read as it stands: feedparser writes markup and whole addresses anew.
        parsed = feedparser.parse(
            feeds[name].encode(), sanitize_html=False, resolve_relative_uris=False
        )
        (entry,) = parsed.entries
        assert (entry.title, entry.id, entry.link) == (item["title"], item["id"], item["url"])
        assert entry.content[0].value == item["content_html"]
        assert [tag.term for tag in entry.tags] == item["tags"]
        assert entry.summary == item["summary"]
        assert parsed.feed.title == feeds["json_feed"]["title"] == "Greenhouse"


def test_dates_are_those_of_the_story(feeds):
    assert "<pubDate>Fri, 20 Nov 2026 09:00:00 +0000</pubDate>" in feeds["rss"]
    assert "<published>2026-11-20T09:00:00Z</published>" in feeds["atom"]
    assert feeds["atom"].count("<updated>2026-11-21T09:30:00Z</updated>") == 2
    (item,) = feeds["json_feed"]["items"]
    assert item["date_published"] == "2026-11-20T09:00:00Z"
    assert item["date_modified"] == "2026-11-21T09:30:00Z"


def test_the_start_of_the_offer_is_no_date_of_the_item():
    period = {"start": "2026-12-01T00:00:00+01:00", "end": "2026-12-15T00:00:00+01:00"}
    told = full_story(facts={"period": period})
    feeds = feeds_of(told)
    assert "atom" not in feeds
    assert "Date>" not in feeds["rss"]
    assert "missing_date" in [issue.code for issue in FEED.validate(FEED.adapt(told), told)]


@pytest.mark.parametrize("url", ["https://shop.example/\x01winter", "https://shop.example/a b"])
def test_an_address_that_xml_can_not_hold_is_left_out(url):
    told = full_story(url=url, **DATES)
    feeds = feeds_of(told)
    assert list(rss_faults(feeds["rss"])) == []
    assert list(atom_faults(feeds["atom"])) == []
    assert FEED.validate(FEED.adapt(told), told) == []
    assert "shop.example/winter?" in feeds["json_feed"]["items"][0]["url"]


def test_a_change_is_never_older_than_the_publishing():
    swapped = {"published_at": DATES["updated_at"], "updated_at": DATES["published_at"]}
    assert "<updated>2026-11-21T09:30:00Z</updated>" in feeds_of(full_story(**swapped))["atom"]


def test_without_a_date_there_is_no_atom_and_the_editor_reads_what_to_set():
    told = full_story()
    feeds = feeds_of(told)
    assert "atom" not in feeds
    assert "pubDate" not in feeds["rss"]
    assert "date_published" not in feeds["json_feed"]["items"][0]
    (issue,) = FEED.validate(FEED.adapt(told), told)
    assert (issue.code, issue.severity) == ("missing_date", "warning")


@pytest.mark.parametrize("locale", ["en", "fr", "ar"])
def test_each_document_alone_carries_every_fact(locale):
    told = full_story(locale=locale, **DATES)
    feeds = feeds_of(told)
    contents = [feeds["json_feed"]["items"][0]["content_html"]]
    for name in ("rss", "atom"):
        (entry,) = feedparser.parse(feeds[name].encode(), sanitize_html=False).entries
        contents.append(entry.content[0].value)
    for content in contents:
        seen = text_with_links(content)
        assert not missing(told.facts, frozenset(FACT_KINDS), seen, locale)


def test_ids_stay_when_pages_move_and_differ_by_language():
    ids = [
        feeds_of(told)["json_feed"]["items"][0]["id"]
        for told in (
            full_story(),
            full_story(url="https://moved.example/"),
            full_story(locale="fr"),
        )
    ]
    assert ids[0] == ids[1] != ids[2]


def test_links_tell_where_the_reader_came_from(feeds):
    (item,) = feeds["json_feed"]["items"]
    assert item["url"] == (
        "https://shop.example/en/winter/?utm_source=feed&utm_medium=feed&utm_campaign=winter"
    )


def test_pictures_and_films_come_along_with_their_words(feeds):
    root = ElementTree.fromstring(feeds["rss"])
    files = root.findall(".//{http://search.yahoo.com/mrss/}content")
    assert [file.get("medium") for file in files] == ["image", "video"]
    assert [file[0].text for file in files] == ["A robin on a spade", FILM_SAID]
    (item,) = feeds["json_feed"]["items"]
    assert [file["mime_type"] for file in item["attachments"]] == ["image/jpeg", "video/mp4"]
    assert item["image"] == item["attachments"][0]["url"] == files[0].get("url")


def test_files_that_nobody_can_fetch_are_left_out_and_named():
    told = full_story(files_url="files/", **DATES)
    feeds = feeds_of(told)
    assert "media:content" not in feeds["rss"]
    assert "<img" not in feeds["json_feed"]["items"][0]["content_html"]
    assert [one.code for one in FEED.validate(FEED.adapt(told), told)] == ["relative_files"]


def test_a_campaign_that_leads_nowhere_is_named():
    told = story(facts={}, **DATES)
    assert "missing_address" in [one.code for one in FEED.validate(FEED.adapt(told), told)]


def test_hostile_words_stay_words():
    feeds = feeds_of(hostile_story())
    (item,) = feeds["json_feed"]["items"]
    assert item["title"] == HOSTILE
    assert HOSTILE in text_with_links(item["content_html"])
    root = ElementTree.fromstring(feeds["rss"])
    assert root.findtext("channel/item/title") == HOSTILE
    # A description is read as markup, so its words are escaped once more.
    assert text_with_links(root.findtext("channel/item/description")) == HOSTILE


def test_text_from_right_to_left_says_so():
    (item,) = feeds_of(full_story(locale="ar"))["json_feed"]["items"]
    assert item["content_html"].startswith('<div dir="rtl">')
    assert item["language"] == "ar"


def test_characters_that_xml_can_not_hold_are_gone():
    feeds = feeds_of(full_story(headline="Win\x00ter\x0b \ufffe\x1fgarden", **DATES))
    assert (
        ElementTree.fromstring(feeds["atom"]).findtext(
            "{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}title"
        )
        == "Winter garden"
    )


def test_own_words_stand_in_every_part():
    words = {"title": "A title", "summary": "Said", "tags": "bees, honey, bees"}
    (item,) = feeds_of(full_story(**own_words("feed", alt="A bird", **words)))["json_feed"][
        "items"
    ]
    assert (item["title"], item["summary"], item["tags"]) == ("A title", "Said", ["bees", "honey"])
    assert item["attachments"][0]["title"] == "A bird"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"version": "1"}, "version"),
        ({"home_page_url": "/"}, "home_page_url"),
        ({"items": [{"id": 1, "content_text": "x"}]}, "id"),
        ({"items": [{"id": "1"}]}, "content"),
        ({"items": [{"id": "1", "content_html": '<img src="/x">'}]}, "relative"),
        (
            {"items": [{"id": "1", "content_text": "x", "date_published": "2026-01-01T00:00:00"}]},
            "zone",
        ),
    ],
)
def test_the_rules_of_json_feed_notice_each_fault(feeds, change, fault):
    (found,) = json_feed_faults(feeds["json_feed"] | change)
    assert fault in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<language>en", "<language>English"),
        ('<guid isPermaLink="false">', "<guid>"),
        ("<link>https://shop.example/<", "<link>/<"),
        ("<description>30% off everything for the winter garden</description>", ""),
    ],
)
def test_the_rules_of_rss_notice_each_fault(feeds, old, new):
    assert old in feeds["rss"]
    assert len(list(rss_faults(feeds["rss"].replace(old, new)))) == 1


@pytest.mark.parametrize("part", ["title", "summary"])
def test_a_part_that_an_editor_empties_is_named(part):
    told = full_story(**DATES, **own_words("feed", **{part: ""}))
    issues = FEED.validate(FEED.adapt(told), told)
    assert [(issue.code, issue.part) for issue in issues] == [("missing_part", part)]
