"""The corpus of phrasings is data that other tests trust: its lines hold together."""

import json
from datetime import datetime
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent / "corpus"
CAMPAIGNS = json.loads((CORPUS / "campaigns.json").read_text("utf-8"))
KINDS = {"offer", "period", "promo_code", "call_to_action", "legal_line", "place", "contact"}
KEYS = {"campaign", "locale", "text", "carries", "issues", "note"}
LEAST = {"en": 220, "fr": 220, "de": 60, "es": 60, "it": 60}


def lines_of(language):
    """Return a language's lines as mappings."""
    text = (CORPUS / f"{language}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def sort_of(line):
    """Say whether a line is faulty, true or harmless."""
    return "faulty" if line["issues"] else "true" if line["carries"] else "harmless"


def test_campaigns_know_the_kinds_of_facts_and_differ_in_what_they_lack():
    campaigns = [campaign["facts"] for campaign in CAMPAIGNS.values()]
    assert 6 <= len(campaigns) <= 8
    assert all(set(facts) <= KINDS for facts in campaigns)
    offers = {facts["offer"]["type"] for facts in campaigns if "offer" in facts}
    assert offers == {"percent", "price", "amount", "free_item", "n_for_m"}
    assert any("promo_code" not in facts for facts in campaigns)
    assert any("period" not in facts for facts in campaigns)
    assert any(set(facts) == {"period"} for facts in campaigns)


@pytest.mark.parametrize("language", LEAST)
def test_a_line_names_facts_of_its_campaign_and_quotes_its_own_text(language):
    for line in lines_of(language):
        facts = CAMPAIGNS[line["campaign"]]["facts"]
        assert set(line) - {"at"} == KEYS, line
        assert set(line["carries"]) <= set(facts), line
        for issue in line["issues"]:
            assert set(issue) == {"kind", "fact", "span"}, line
            assert issue["span"], line
            assert issue["span"] in line["text"], line
            assert issue["fact"] in KINDS, line
            assert issue["kind"] in {"contradiction", "orphan"}, line
            assert issue["kind"] == "orphan" or issue["fact"] in facts, line


@pytest.mark.parametrize("language", LEAST)
def test_a_line_is_read_at_an_instant_with_its_zone(language):
    moments = [line["at"] for line in lines_of(language) if "at" in line]
    assert moments
    assert all(datetime.fromisoformat(moment).utcoffset() is not None for moment in moments)


@pytest.mark.parametrize(("language", "least"), LEAST.items())
def test_a_language_has_enough_lines_of_each_sort(language, least):
    lines = lines_of(language)
    sorts = [sort_of(line) for line in lines]
    assert len(lines) >= least
    for sort in ("true", "faulty", "harmless"):
        assert sorts.count(sort) >= len(lines) / 4, sort
    assert all(line["locale"].split("-")[0] == language for line in lines)


@pytest.mark.parametrize("language", LEAST)
def test_no_line_is_said_twice(language):
    said = [
        (line["campaign"], line["locale"], line["text"], line.get("at"))
        for line in lines_of(language)
    ]
    assert len(set(said)) == len(said)
