"""Bluesky: facets by UTF-8 bytes, links shown short, films before pictures."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.channels.registry import get_channel
from omnicontent.channels.sample_stories import long_stories, sample_stories
from tests.channels_out.lexicons import faults
from tests.channels_out.stories import FILM, film_story, own_words, story

BLUESKY = get_channel("bluesky")
VECTORS = Path(__file__).parents[3] / "shared" / "vectors" / "bluesky"
LEXICON = VECTORS / "lexicon-app.bsky.feed.post.json"
PIECES = [
    "👩\u200d🌾",
    "e\u0301",
    "#été",
    "#a\u0301b",
    "https://a.example/ä",
    "shop.example/winter",
    "日本",
]


def record(told):
    return json.loads(BLUESKY.render(BLUESKY.adapt(told)).body)


def faceted(post):
    """Return what each facet covers, as a reader's app cuts it out, with its feature."""
    text = post["text"].encode()
    return [
        (text[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode(), f["features"][0])
        for f in post["facets"]
    ]


def test_links_are_shown_short_and_lead_to_the_tracked_address():
    shown, feature = faceted(record(story()))[0]
    assert shown == "shop.example/winter"
    assert feature["$type"] == "app.bsky.richtext.facet#link"
    assert feature["uri"] == (
        "https://shop.example/winter?utm_source=bluesky&utm_medium=social&utm_campaign=winter"
    )


def test_facets_count_bytes_behind_emoji_and_accents():
    words = "👩‍👩‍👧 à l’été #été https://other.example/ä, shop.example/winter. #1 a#b"
    pairs = faceted(record(story(**own_words("bluesky", text=words))))
    assert [shown for shown, _feature in pairs] == [
        "https://other.example/ä",
        "shop.example/winter",
        "#été",
    ]
    assert pairs[2][1] == {"$type": "app.bsky.richtext.facet#tag", "tag": "été"}


def test_a_number_sign_inside_a_link_is_no_tag():
    words = "https://shop.example/winter#top"
    pairs = faceted(record(story(**own_words("bluesky", text=words))))
    assert [feature["$type"] for _shown, feature in pairs] == ["app.bsky.richtext.facet#link"]


def test_a_text_without_links_and_tags_has_no_facets():
    assert "facets" not in record(story(**own_words("bluesky", text="Plain words")))


def test_pictures_carry_alt_text_and_shape():
    embed = record(story())["embed"]
    assert embed["$type"] == "app.bsky.embed.images"
    assert embed["images"][0]["alt"] == "A robin on a spade"
    assert embed["images"][0]["aspectRatio"] == {"width": 16, "height": 9}


def test_a_film_takes_the_place_of_pictures_with_its_captions():
    embed = record(film_story())["embed"]
    assert embed["$type"] == "app.bsky.embed.video"
    assert embed["captions"][0]["lang"] == "en"
    assert embed["captions"][0]["file"]["vtt"].startswith("WEBVTT")


def test_the_record_has_no_clock():
    assert "createdAt" not in record(story())


needs_lexicons = pytest.mark.skipif(
    not LEXICON.exists(), reason="no Bluesky lexicons beside the repository"
)


@needs_lexicons
@pytest.mark.parametrize("stories", [sample_stories, long_stories])
def test_records_keep_the_lexicon(stories):
    for name, told in stories().items():
        assert faults(record(told)) == [], name
    assert faults(record(story())) == []
    assert faults(record(film_story())) == []


@needs_lexicons
def test_a_record_that_breaks_the_lexicon_is_found():
    broken = record(story()) | {"tags": ["a"] * 9, "embeds": [], "langs": ["no language"]}
    assert len(faults(broken)) == 3


@needs_lexicons
def test_every_field_of_the_record_is_one_of_the_lexicon():
    properties = json.loads(LEXICON.read_text())["defs"]["main"]["record"]["properties"]
    assert set(record(film_story())) - {"$type"} <= set(properties)


@pytest.fixture
def handles(monkeypatch):
    """Make two accounts known, as a bluesky.json does."""
    known = {"handle.com": "did:plc:one", "full123-chars.test": "did:plc:two"}
    monkeypatch.setattr("channels_out.bluesky.HANDLES", known)
    return known


CASES = VECTORS / "facet-detection.json"
needs_cases = pytest.mark.skipif(
    not CASES.exists(), reason="no Bluesky facet cases beside the repository"
)


@needs_cases
def test_mentions_and_links_are_cut_out_as_bluesky_does(handles):
    cases = json.loads(CASES.read_text())["segments_cases"]
    for case in cases:
        wanted = [
            (s["text"], s["facetValue"].replace("did:fake:", ""))
            for s in case["segments"]
            if "facetValue" in s
        ]
        found = found_in(case["text"])
        said = [(shown, handles.get(value, value)) for shown, value in wanted]
        assert found == said, case["text"]


@needs_cases
@pytest.mark.parametrize("group", ["tag_cases", "cashtag_cases"])
def test_tags_cover_the_bytes_that_bluesky_covers(group):
    for case in json.loads(CASES.read_text())[group]:
        post = record(story(**own_words("bluesky", text=case["text"])))
        facets = [f for f in post.get("facets", []) if "tag" in f["features"][0]]
        cashtags = [f for f in facets if f["features"][0]["tag"].startswith("$")]
        wanted = cashtags if group == "cashtag_cases" else facets
        assert [f["features"][0]["tag"] for f in wanted] == case["tags"]
        assert [f["index"] for f in wanted] == case["indices"]


def found_in(text):
    """Return the mentions and links of a post in order of their place."""
    post = record(story(**own_words("bluesky", text=text)))
    facets = sorted(post.get("facets", []), key=lambda f: f["index"]["byteStart"])
    pairs = faceted({"text": text, "facets": facets})
    return [(shown, f.get("uri") or f["did"]) for shown, f in pairs if "tag" not in f]


def test_a_known_handle_becomes_a_mention_and_an_unknown_one_a_warning(handles):
    told = story(**own_words("bluesky", mentions="@handle.com @nobody.com"))
    content = BLUESKY.adapt(told)
    (mention,) = [f for _shown, f in faceted(record(told)) if "did" in f]
    assert mention["did"] == "did:plc:one"
    (issue,) = BLUESKY.validate(content, told)
    assert (issue.code, issue.severity) == ("unknown_handle", "warning")
    assert "@nobody.com" in issue.message
    assert content.parts["mentions"] == "@handle.com @nobody.com"


def test_hashtags_without_room_in_the_post_are_tags_beside_it():
    post = record(story())
    said = [word.lstrip("#") for word in post["text"].split() if word.startswith("#")]
    assert said + post["tags"] == ["garden", "winter", "birds", "DIY", "robin", "spade"]
    assert 0 < len(said) <= 3


def test_more_tags_than_eight_are_too_many_and_long_ones_too_long():
    words = " ".join(f"#tag{number}" for number in range(9))
    assert codes(tags=words) == ["too_many"]
    assert codes(tags="#" + "a" * 65) == ["too_long"]
    assert codes(tags="one #two") == []


def codes(**words):
    told = story(**own_words("bluesky", **words))
    return [issue.code for issue in BLUESKY.validate(BLUESKY.adapt(told), told)]


def test_captions_have_20_000_bytes():
    captions = "WEBVTT\n\n00:00.000 --> 00:01.000\n" + "é" * 10_000
    told = film_story(hero_video=FILM | {"captions": captions})
    issues = BLUESKY.validate(BLUESKY.adapt(told), told)
    assert [(issue.code, issue.field) for issue in issues] == [("too_long", "hero_video.captions")]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_facets_cover_what_they_name_behind_emoji_and_marks(text):
    post = record(story(**own_words("bluesky", text=text)))
    for shown, feature in faceted(post) if "facets" in post else []:
        assert shown in PIECES
        assert shown.lstrip("#") in feature.get("tag", feature.get("uri", ""))
