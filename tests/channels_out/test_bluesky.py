"""Bluesky: facets by UTF-8 bytes, links shown short, films before pictures."""

import json
from pathlib import Path

import pytest

from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import film_story, own_words, story

BLUESKY = get_channel("bluesky")
VECTORS = Path(__file__).parents[3] / "shared" / "vectors" / "bluesky"
LEXICON = VECTORS / "lexicon-app.bsky.feed.post.json"


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


@pytest.mark.skipif(not LEXICON.exists(), reason="no Bluesky lexicon beside the repository")
def test_the_record_uses_only_fields_of_the_lexicon():
    properties = json.loads(LEXICON.read_text())["defs"]["main"]["record"]["properties"]
    assert set(record(film_story())) - {"$type"} <= set(properties)


CASES = VECTORS / "facet-detection.json"


@pytest.mark.skipif(not CASES.exists(), reason="no Bluesky facet cases beside the repository")
def test_whole_web_addresses_are_cut_out_as_bluesky_does():
    cases = json.loads(CASES.read_text())["segments_cases"]
    compared = 0
    for case in cases:
        wanted = [s["text"] for s in case["segments"] if "://" in s.get("facetValue", "")]
        wanted = [text for text in wanted if text.startswith("http")]
        post = record(story(**own_words("bluesky", text=case["text"])))
        found = [s for s, f in faceted(post) if "uri" in f] if "facets" in post else []
        if wanted:
            compared += 1
            assert found == wanted, case["text"]
    assert compared > 5
