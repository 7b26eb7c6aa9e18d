"""An Article and a Note, for whatever channel sends them."""

import pytest

from omnicontent.channels.activity_streams import (
    article_document,
    article_words,
    note_object,
    with_preview,
)
from tests.channels.article_channel import SoundArticleChannel
from tests.channels_out.activity_streams import faults_of
from tests.channels_out.full_stories import full_story
from tests.channels_out.many_stories import DATES
from tests.channels_out.stories import story

CHANNEL = SoundArticleChannel()


def document_of(told, *, warning="", server=""):
    content = CHANNEL.adapt(told)
    article = CHANNEL.article(content)
    document = article_document(content, article, "Winter", CHANNEL.html(content))
    return with_preview(document, note_object(content, article, "Bees #été", server), warning)


@pytest.fixture(scope="module")
def document():
    return document_of(full_story(**DATES))


def test_the_document_keeps_the_rules(document):
    assert faults_of(document) == []


def test_what_the_article_says_of_itself_the_note_says_too(document):
    note = document["preview"]
    assert (document["type"], note["type"]) == ("Article", "Note")
    for name in ("attributedTo", "url", "published", "updated", "endTime", "attachment"):
        assert document[name] == note[name]


def test_a_story_that_was_never_changed_has_no_date_of_it():
    document = document_of(full_story(published_at=DATES["published_at"]))
    assert "updated" not in document


@pytest.mark.parametrize(
    ("told", "server", "href"),
    [
        (full_story(), "social.example", "https://social.example/tags/%C3%A9t%C3%A9"),
        (full_story(), "", "https://shop.example/en/winter/"),
        (story(), "", None),
    ],
)
def test_hashtags_lead_to_the_server_or_to_the_page(told, server, href):
    (tag,) = document_of(told, server=server)["tag"]
    assert tag["name"] == "#été"
    assert tag.get("href") == href


def test_a_warning_hides_both_objects():
    document = document_of(full_story(), warning="Very bright")
    for one in (document, document["preview"]):
        assert (one["summary"], one["sensitive"]) == ("Very bright", True)


def test_readers_see_the_words_of_both(document):
    seen = article_words(document | {"summary": "Very bright"})
    assert seen.startswith("Winter\n\nVery bright\n\n")
    assert seen.endswith("Bees #été (https://shop.example/en/winter/)")
    assert "What is in the box" in seen
