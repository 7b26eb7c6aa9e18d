"""Pieces of a news item, for whatever channel makes one."""

import pytest

from omnicontent.channels import news_items
from omnicontent.channels.articles import all_sizes
from omnicontent.channels.content import Content
from tests.channels.article_channel import SoundArticleChannel
from tests.channels_out.full_stories import full_story

CHANNEL = SoundArticleChannel()


def shown(told):
    media = all_sizes(CHANNEL.spec, told)
    content = Content(channel="sound", locale=told.locale, parts={}, media=media)
    return list(news_items.associations(content))


def test_both_bodies_have_the_counts_of_their_words():
    plain, html = news_items.bodies('<p>See the <a href="https://a.example/">guide</a>.</p>')
    assert plain["value"] == "See the guide (https://a.example/)."
    assert html["value"].startswith("<p>See the <a")
    assert plain["charCount"] == html["charCount"] == 35
    assert plain["wordCount"] == html["wordCount"] == 4


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (None, []),
        ({"name": "Market"}, [{"name": "Market", "rel": "mentions"}]),
        (
            {"name": "Market", "address": "12 Quai"},
            [
                {
                    "name": "Market",
                    "rel": "mentions",
                    "contactInfo": [{"address": {"lines": ["12 Quai"]}}],
                }
            ],
        ),
    ],
)
def test_a_place_is_told_with_what_is_known_of_it(fields, expected):
    assert news_items.places(fields) == expected


def test_each_picture_stands_once_with_its_sizes_the_largest_first():
    items = shown(full_story())
    assert len({item["uri"] for item in items}) == len(items) == 3
    assert [item["name"] for item in items] == ["video-1", "picture-2", "picture-3"]
    sizes = [rendition["name"] for rendition in items[1]["renditions"]]
    assert sizes == ["1280x720", "640x360"]
    assert items[1]["descriptions"][0]["value"] == "A robin on a spade"


def test_files_that_nobody_can_fetch_are_no_associations():
    assert shown(full_story(files_url="files/")) == []


def test_readers_see_headline_description_and_both_bodies():
    item = {
        "headlines": [news_items.short_text("Winter & more", "main")],
        "descriptions": [news_items.short_text("Said", "summary")],
        "bodies": news_items.bodies("<p>All &amp; everything</p>"),
    }
    seen = news_items.news_words(item)
    assert seen == "Winter & more\n\nSaid\n\nAll & everything\n\nAll & everything"
