"""Unsubscribing in one click: what we offer, read as mail programs read it."""

import json
import re
from pathlib import Path

import pytest

from omnicontent.channels.mail_headers import one_click_address, one_click_headers
from omnicontent.channels.registry import get_channel
from tests.channels_out.full_stories import BRAND, full_story
from tests.channels_out.list_unsubscribe import read_headers

VECTORS = Path(__file__).parents[3] / "shared" / "vectors" / "email" / "list-unsubscribe"
CASES = [json.loads(path.read_text()) for path in sorted(VECTORS.rglob("conformance/*.json"))]
NOT_OURS = {
    "rfc2369-mailto-only": "a mail address: we offer addresses on the web alone",
    "mailto-with-subject": "a mail address",
    "mailto-with-subject-and-body-drops-body": "a mail address",
    "rfc8058-post-without-https-falls-back": "a mail address",
    "empty-header": "no address at all",
    "http-fallback-when-no-mailto": "http: one click needs https (RFC 8058, section 3.1)",
    "malformed-url-returns-none": "an address without a host",
}
"""Cases whose address may not stand in our headers, and what it is."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_reader_of_these_tests_reads_as_every_reader(case):
    """The reader that judges our headers below agrees with all cases, chosen by others."""
    given = case["input"]
    read = read_headers(given["list_unsubscribe"], given["list_unsubscribe_post"])
    assert read == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_we_offer_one_click_for_each_address_that_allows_it(case):
    offered = re.findall(r"<\s*([^>]*?)\s*>", case["input"]["list_unsubscribe"])
    ours = [one_click_address(url) for url in offered]
    assert any(ours) == (case["name"] not in NOT_OURS)
    for url in filter(None, ours):
        made = one_click_headers(url)
        read = read_headers(made["List-Unsubscribe"], made["List-Unsubscribe-Post"])
        assert read["kind"] == "OneClick"
        assert read["url"].lower() == url.lower()


@pytest.mark.parametrize(
    "url",
    [
        "https://shop.example/u?list=1,2&a=b;c",
        "https://shop.example/%3Cu%3E",
        "https://xn--bcher-kva.example/u",
        "https://shop.example:8443/u",
    ],
)
def test_a_good_address_is_used_as_it_is(url):
    made = one_click_headers(url)
    assert made == {
        "List-Unsubscribe": f"<{url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    assert read_headers(made["List-Unsubscribe"], made["List-Unsubscribe-Post"])["url"] == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://shop.example/u",
        "https://",
        "https:///u",
        "https://:443/u",
        "https://shop.example:x/u",
        "https://[/u",
        "https://bücher.example/u",
        "https://shop.example/u\r\nBcc: a@b.example",
        "https://shop.example/u>,<https://other.example/",
        "https://shop.example/a b",
        "mailto:u@shop.example",
        "javascript:alert(1)",
    ],
)
def test_no_other_address_stands_in_a_header(url):
    assert one_click_headers(url) == {}
    told = full_story(brand=BRAND | {"unsubscribe_url": url})
    email = get_channel("email")
    content = email.adapt(told)
    assert json.loads(email.render(content).body)["headers"] == {}
    assert "missing_unsubscribe" in [issue.code for issue in email.validate(content, told)]
