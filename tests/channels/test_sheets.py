"""Sheets: what a page or a mail shows, cleaned and JSON-able."""

import json

import pytest

from omnicontent.channels.sheets import Sheet, sheet_of, shorter_sheets, web_address
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
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x.example", "x", ""],
)
def test_addresses_lead_to_the_web_or_nowhere(url):
    assert web_address(url) == ""
    assert sheet_of(story(body=[{"type": "embed", "url": url}]), "").blocks == ()


def test_shorter_sheets_lose_the_last_blocks_first_and_say_what():
    sheets = list(shorter_sheets(sheet_of(full_story(), "")))
    assert [len(sheet.blocks) for sheet, _ in sheets] == [8, 7, 6, 5, 4, 3, 2, 1, 0, 0]
    assert sheets[0][1] == ()
    assert sheets[1][1] == ("Only this winter:",)
    last, lost = sheets[-1]
    assert last.summary == ""
    assert lost[0].startswith("From bird feeders")
