"""Sheets: what a page or a mail shows, cleaned and JSON-able."""

import json

import pytest

from omnicontent.channels.sheets import (
    Sheet,
    longest_sheet,
    lost_words,
    sheet_of,
    web_address,
)
from tests.channels_out.full_stories import full_story
from tests.channels_out.stories import story


def test_every_block_is_drawn_in_order():
    sheet = sheet_of(full_story(), "https://shop.example/winter")
    assert [block["type"] for block in sheet.blocks] == [
        "heading",
        "paragraph",
        "picture",
        "film",
        "quote",
        "list",
        "embed",
        "offer",
    ]


def test_it_survives_json():
    sheet = sheet_of(full_story(), "https://shop.example/winter")
    assert Sheet.model_validate(json.loads(sheet.model_dump_json())) == sheet


def test_paragraphs_are_cleaned_and_empty_ones_left_out():
    body = [
        {"type": "paragraph", "html": '<p onclick="x">A<script>b</script></p>'},
        {"type": "paragraph", "html": "<script>only</script>"},
    ]
    assert sheet_of(story(body=body), "").blocks == ({"type": "paragraph", "html": "<p>A</p>"},)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//x.example",
        "x",
        "",
        "https://x.example/a b",
        "https://x.example/\tb",
        "https://x.example/\x01b",
        "https://x.example/\x9fb",
        "https://x.example/\ufffe",
    ],
)
def test_addresses_lead_to_the_web_or_nowhere(url):
    assert web_address(url) == ""
    assert sheet_of(story(body=[{"type": "embed", "url": url}]), "").blocks == ()


SHEET = sheet_of(full_story(), "")


@pytest.mark.parametrize("kept", range(9))
def test_a_shorter_sheet_loses_its_last_blocks_first(kept):
    sheet = longest_sheet(SHEET, lambda sheet: len(sheet.blocks) <= kept)
    assert sheet.blocks == SHEET.blocks[:kept]
    assert sheet.summary == SHEET.summary
    assert len(lost_words(SHEET, sheet)) == 8 - kept


def test_at_last_a_sheet_loses_its_summary_and_says_what_it_lost():
    sheet = longest_sheet(SHEET, lambda sheet: not sheet.summary)
    assert (sheet.blocks, sheet.summary) == ((), "")
    lost = lost_words(SHEET, sheet)
    assert lost[0].startswith("From bird feeders")
    assert lost[-1] == "Only this winter:"


def test_a_sheet_that_is_always_too_long_is_none():
    assert longest_sheet(SHEET, lambda sheet: False) is None


def test_a_sheet_of_a_thousand_blocks_is_tried_a_dozen_times():
    tried = []

    def fits(sheet):
        tried.append(sheet)
        return len(sheet.blocks) <= 321

    long = SHEET.model_copy(update={"blocks": SHEET.blocks * 125})
    assert len(longest_sheet(long, fits).blocks) == 321
    assert len(tried) <= 12
