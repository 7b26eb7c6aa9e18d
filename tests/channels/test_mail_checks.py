"""What a newsletter must have, named where it is mended."""

import pytest

from omnicontent.channels.content import Content
from omnicontent.channels.mail_checks import check_headers, check_sender
from omnicontent.channels.story import Brand
from tests.channels.sound_channel import SPEC

ADDRESS = "https://shop.example/unsubscribe"


def said(text):
    return Content(channel="sound", locale="en", parts={"text": text, "body": "two\nlines"})


@pytest.mark.parametrize("text", ["", "One line", "One line\n"])
def test_a_header_is_one_line(text):
    assert list(check_headers(SPEC, said(text), "text")) == []


@pytest.mark.parametrize("text", ["two\nlines", "two\r\nlines", "two\u2028lines"])
def test_a_line_break_is_named_in_the_parts_that_are_headers_only(text):
    (issue,) = check_headers(SPEC, said(text), "text")
    assert (issue.code, issue.field) == ("line_break", "overrides.sound.text")


def test_a_sender_has_an_address_to_unsubscribe_and_one_by_post():
    brand = Brand(name="Greenhouse", unsubscribe_url=ADDRESS, postal_address="1 Garden Lane")
    assert list(check_sender(brand)) == []


@pytest.mark.parametrize("url", ["", "http://shop.example/", "https://shop.example/<>"])
def test_what_the_brand_lacks_is_named(url):
    issues = check_sender(Brand(name="Greenhouse", unsubscribe_url=url, postal_address=" "))
    assert [(issue.severity, issue.field) for issue in issues] == [
        ("warning", "brand.unsubscribe_url"),
        ("warning", "brand.postal_address"),
    ]
