"""The corpus of phrasings is data that other tests trust: its lines hold together."""

from datetime import datetime
from itertools import product

import pytest

from tests.message.phrasings import HANDS, LANGUAGES, campaigns, lines

KINDS = {"offer", "period", "promo_code", "call_to_action", "legal_line", "place", "contact"}
KEYS = {"campaign", "locale", "text", "carries", "issues"}
LEAST = {"en": 400, "fr": 400, "de": 150, "es": 150, "it": 150}
FILES = list(product(HANDS, LANGUAGES))


def sort_of(line):
    """Say whether a line is faulty, true or harmless."""
    return "faulty" if line["issues"] else "true" if line["carries"] else "harmless"


@pytest.mark.parametrize("hand", HANDS)
def test_campaigns_know_the_kinds_of_facts_and_differ_in_what_they_lack(hand):
    told = list(campaigns(hand).values())
    assert len(told) >= 6
    assert all(set(facts) <= KINDS for facts in told)
    offers = {facts["offer"]["type"] for facts in told if "offer" in facts}
    assert offers == {"percent", "price", "amount", "free_item", "n_for_m"}
    assert any("promo_code" not in facts for facts in told)
    assert any("period" not in facts for facts in told)


@pytest.mark.parametrize(("hand", "language"), FILES)
def test_a_line_names_facts_of_its_campaign_and_quotes_its_own_text(hand, language):
    for line in lines(hand, language):
        facts = campaigns(hand)[line["campaign"]]
        assert set(line) - {"at", "note"} == KEYS, line
        assert set(line["carries"]) <= set(facts), line
        for issue in line["issues"]:
            assert set(issue) == {"kind", "fact", "span"}, line
            assert issue["span"], line
            assert issue["span"] in line["text"], line
            assert issue["fact"] in KINDS, line
            assert issue["kind"] in {"contradiction", "orphan"}, line
            assert issue["kind"] == "orphan" or issue["fact"] in facts, line


@pytest.mark.parametrize(("hand", "language"), FILES)
def test_a_line_is_read_at_an_instant_with_its_zone(hand, language):
    moments = [line["at"] for line in lines(hand, language) if "at" in line]
    assert moments
    assert all(datetime.fromisoformat(moment).utcoffset() is not None for moment in moments)


@pytest.mark.parametrize(("language", "least"), LEAST.items())
def test_a_language_has_enough_lines_of_each_sort(language, least):
    told = [line for hand in HANDS for line in lines(hand, language)]
    sorts = [sort_of(line) for line in told]
    assert len(told) >= least
    for sort in ("true", "faulty", "harmless"):
        assert sorts.count(sort) >= len(told) / 4, sort
    assert all(line["locale"].split("-")[0] == language for line in told)


@pytest.mark.parametrize(("hand", "language"), FILES)
def test_no_line_is_said_twice(hand, language):
    said = [
        (line["campaign"], line["locale"], line["text"], line.get("at"))
        for line in lines(hand, language)
    ]
    assert len(set(said)) == len(said)
