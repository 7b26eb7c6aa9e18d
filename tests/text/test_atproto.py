"""All of the official library's cases: mentions, links, tags and cashtags with their bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.atproto import find_entities, is_tag


def faceted(text, *kinds):
    """Return what the entities of these kinds say, and the UTF-8 bytes they cover."""
    found = [entity for entity in find_entities(text) if entity.kind in kinds]
    return [
        (
            entity.value,
            {
                "byteStart": len(text[: entity.start].encode()),
                "byteEnd": len(text[: entity.end].encode()),
            },
        )
        for entity in found
    ]


def test_mentions_and_links_part_a_text_as_the_official_cases_do(vectors):
    cases = vectors("bluesky/facet-detection.json")["segments_cases"]
    assert len(cases) == 40
    for case in cases:
        expected, start = [], 0
        for segment in case["segments"]:
            end = start + len(segment["text"].encode())
            if value := segment.get("facetValue", "").removeprefix("did:fake:"):
                expected.append((value, {"byteStart": start, "byteEnd": end}))
            start = end
        assert faceted(case["text"], "mention", "link") == expected, case["text"]


@pytest.mark.parametrize(
    ("group", "kind", "number"), [("tag_cases", "hashtag", 39), ("cashtag_cases", "cashtag", 18)]
)
def test_tags_cover_the_bytes_of_the_official_cases(vectors, group, kind, number):
    cases = vectors("bluesky/facet-detection.json")[group]
    assert len(cases) == number
    for case in cases:
        expected = list(zip(case["tags"], case["indices"], strict=True))
        assert faceted(case["text"], kind) == expected, case["text"]


def test_a_handle_ends_in_a_top_level_domain():
    text = "@alice @alice.nosuchend @alice.bsky.social @alice.test @bob.com_"
    assert [v for v, _place in faceted(text, "mention")] == ["alice.bsky.social", "alice.test"]


def test_a_tag_may_have_64_graphemes_and_640_bytes():
    assert is_tag("a" * 64)
    assert not is_tag("a" * 65)
    assert not is_tag("👩\u200d👩\u200d👧\u200d👦" * 26)


PIECES = ["@a.com", "https://a.com/b", "a.com", "#été", "$TREE", "👩\u200d🌾", "e\u0301"]
SIGNS = [" ", "\n", "(", ")", ".", "#", "\u200b", "\ufeff"]


@given(st.lists(st.sampled_from(PIECES + SIGNS)).map("".join))
def test_facets_lie_in_order_and_cover_what_they_name(text):
    end = 0
    for entity in find_entities(text):
        assert end <= entity.start < entity.end <= len(text)
        covered = text[entity.start : entity.end]
        assert covered.upper().endswith(entity.value.upper().removeprefix("HTTPS://"))
        end = entity.end
