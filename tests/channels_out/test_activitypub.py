"""ActivityPub: valid ActivityStreams, a Note that Mastodon shows, an Article for long texts."""

import json
import sys
from pathlib import Path

import pytest

from omnicontent.channels.registry import get_channel, load_channels
from omnicontent.message.checks import missing
from omnicontent.message.facts import FACT_KINDS
from omnicontent.text.markup import text_with_links
from tests.channels_out.activity_streams import faults_of
from tests.channels_out.full_stories import HOSTILE, full_story, hostile_story
from tests.channels_out.html_trees import Reader
from tests.channels_out.many_stories import DATES, many_stories
from tests.channels_out.stories import FILM_SAID, own_words, story

ACTIVITYPUB = get_channel("activitypub")
VECTORS = Path(__file__).parents[3] / "shared" / "vectors" / "activitystreams"


def article_of(told):
    rendered = ACTIVITYPUB.render(ACTIVITYPUB.adapt(told))
    assert rendered.media_type == "application/activity+json"
    return json.loads(rendered.body)


@pytest.fixture(scope="module")
def article():
    return article_of(full_story(**DATES))


@pytest.mark.parametrize("told", many_stories().values(), ids=many_stories())
def test_every_document_keeps_the_rules(told):
    document = article_of(told)
    assert document["@context"][0] == "https://www.w3.org/ns/activitystreams"
    assert faults_of(document) == []


@pytest.mark.skipif(not VECTORS.exists(), reason="no ActivityStreams cases beside the repository")
def test_the_rules_refuse_what_every_reader_must_refuse():
    refused = 0
    for path in VECTORS.rglob("fail/*.json"):
        try:
            document = json.loads(path.read_bytes())
        except ValueError:
            continue  # not even JSON
        assert faults_of(document), path.name
        refused += 1
    assert refused > 15


@pytest.mark.parametrize(
    "change",
    [
        {"@context": "https://schema.org"},
        {"id": 7},
        {"url": "/winter"},
        {"name": {"en": "x"}},
        {"contentMap": {"de-419-DE": "x"}},
        {"tag": [5]},
        {"endTime": "soon"},
    ],
)
def test_the_rules_notice_each_fault(article, change):
    assert len(faults_of(article | change)) == 1


def test_the_article_says_everything_and_the_note_is_its_preview(article):
    assert (article["type"], article["preview"]["type"]) == ("Article", "Note")
    assert article["name"] == "30% off everything for the winter garden"
    assert article["nameMap"] == {"en": article["name"]}
    assert article["contentMap"] == {"en": article["content"]}
    assert article["url"] == "https://shop.example/en/winter/"
    shown = text_with_links(article["content"])
    for words in ("What is in the box", "I watered it twice.", "Eleven seeds", "Sow in rows."):
        assert words in shown


@pytest.mark.parametrize("locale", ["en", "fr", "ar"])
def test_article_and_note_each_carry_every_fact(locale):
    told = full_story(locale=locale)
    article = article_of(told)
    for one in (article, article["preview"]):
        seen = text_with_links(one["content"])
        assert not missing(told.facts, frozenset(FACT_KINDS), seen, locale)


def test_moments_are_those_of_the_story(article):
    for one in (article, article["preview"]):
        assert one["published"] == "2026-11-20T09:00:00Z"
        assert one["updated"] == "2026-11-21T09:30:00Z"
        assert one["endTime"] == "2026-12-14T23:00:00Z"


def test_a_story_without_dates_has_none():
    article = article_of(full_story(facts={}))
    assert not {"published", "updated", "endTime"} & set(article)
    period = {"start": "2026-12-01T00:00:00+01:00"}
    assert "published" not in article_of(full_story(facts={"period": period}))


def test_ids_are_stable_and_differ_by_language_and_kind():
    first, again = article_of(full_story()), article_of(full_story(url="https://moved.example/"))
    french = article_of(full_story(locale="fr"))
    assert first["id"] == again["id"]
    assert len({one["id"] for one in (first, first["preview"], french, french["preview"])}) == 4


def test_hashtags_are_links_and_tags_by_their_exact_names(article):
    note = article["preview"]
    assert [tag["name"] for tag in note["tag"]] == ["#garden", "#winter", "#birds"]
    anchors = [a for a in Reader(note["content"]).all("a") if a["rel"] == "tag"]
    assert [a["class"] for a in anchors] == ["mention hashtag"] * 3
    assert {a["href"] for a in anchors} == {tag["href"] for tag in note["tag"]}


@pytest.fixture
def loaded(tmp_path, monkeypatch):
    """Load the channels anew beside what a server has answered."""

    def load(answer):
        (tmp_path / "mastodon.json").write_text(answer)
        monkeypatch.setenv("OMNICONTENT_PLATFORMS", str(tmp_path))
        monkeypatch.delitem(sys.modules, "channels_out.activitypub")
        return load_channels(group=None)

    return load


def test_hashtags_lead_to_the_publisher_server_that_is_known(loaded):
    answer = '{"domain": "social.example", "configuration": {}}'
    channel = loaded(answer).channels["activitypub"]
    told = story(**own_words("activitypub", note="Bees #été shop.example/a#b"))
    note = json.loads(channel.render(channel.adapt(told)).body)["preview"]
    assert note["tag"] == [
        {"type": "Hashtag", "name": "#été", "href": "https://social.example/tags/%C3%A9t%C3%A9"}
    ]


def test_a_server_s_broken_answer_is_a_fault_of_the_module_and_of_no_render(loaded):
    failure = loaded("{").failures["channels_out.activitypub"]
    assert "mastodon.json" in str(failure)
    content = ACTIVITYPUB.adapt(full_story())
    assert ACTIVITYPUB.validate(content, full_story()) == []
    assert ACTIVITYPUB.render(content).body


def test_a_story_without_a_page_has_hashtags_without_an_address():
    note = article_of(story())["preview"]
    assert note["tag"][0] == {"type": "Hashtag", "name": "#garden"}
    assert "hashtag" not in note["content"]


def test_links_are_cleaned_and_say_how_they_are_related(article):
    for one in (article, article["preview"]):
        for a in Reader(one["content"]).all("a"):
            assert a["href"].startswith("https://")
            assert a["rel"] in ("nofollow noopener noreferrer", "tag")


def test_the_beginning_and_the_end_of_a_link_are_out_of_sight(article):
    content = article["preview"]["content"]
    classes = [span.get("class") for span in Reader(content).all("span")]
    assert classes[:3] == ["invisible", "ellipsis", "invisible"]
    assert "https://shop.example/winter?utm_source=fediverse" in text_with_links(content)


def test_pictures_and_films_have_their_words_as_names(article):
    picture, film = article["preview"]["attachment"]
    assert (picture["type"], film["type"]) == ("Image", "Video")
    assert (picture["mediaType"], film["mediaType"]) == ("image/jpeg", "video/mp4")
    assert (picture["name"], film["name"]) == ("A robin on a spade", FILM_SAID)
    assert (picture["width"], picture["height"]) == (1280, 720)
    assert article["image"] == picture


def test_files_that_nobody_can_fetch_are_left_out_and_named():
    told = full_story(files_url="files/")
    content = ACTIVITYPUB.adapt(told)
    assert article_of(told)["attachment"] == []
    assert "<img" not in article_of(told)["content"]
    assert "relative_files" in [one.code for one in ACTIVITYPUB.validate(content, told)]


def test_a_summary_is_a_content_warning_and_nothing_else(article):
    assert "summary" not in article
    assert article["sensitive"] is False
    warned = article_of(full_story(**own_words("activitypub", content_warning="Very bright")))
    assert (warned["summary"], warned["sensitive"]) == ("Very bright", True)
    assert (warned["preview"]["summary"], warned["preview"]["sensitive"]) == ("Very bright", True)


def test_hostile_text_stays_text():
    article = article_of(hostile_story())
    for one in (article, article["preview"]):
        tree = Reader(one["content"])
        assert not tree.all("script")
        assert not any("onerror" in element.attributes for element in tree.elements)
        assert not any("javascript:" in a.get("href", "") for a in tree.all("a"))
    assert HOSTILE in text_with_links(article["content"])


def test_nothing_stands_between_blocks_where_readers_keep_every_space(article):
    for one in (article, article["preview"]):
        assert "\n" not in one["content"]


def test_a_note_is_as_long_as_mastodon_lets_people_write():
    told = full_story(summary="A sentence with some words in it. " * 40)
    content = ACTIVITYPUB.adapt(told)
    assert 400 < len(ACTIVITYPUB.counted("note", content.parts["note"])) <= 500
    assert ACTIVITYPUB.validate(content, told) == []
