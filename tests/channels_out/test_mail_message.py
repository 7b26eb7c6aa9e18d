"""The payload as a whole message by Python's own mail library, written and read back."""

import email
import json
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from omnicontent.channels.registry import get_channel
from tests.channels_out.many_stories import many_stories

EMAIL = get_channel("email")
POLICY = SMTP.clone(max_line_length=76)
"""Python would fill lines of 78, where RFC 2047 gives lines with encoded words 76."""
STORIES = many_stories()


def payload_of(told):
    return json.loads(EMAIL.render(EMAIL.adapt(told)).body)


def message_of(payload) -> bytes:
    """Assemble the message as the publisher does, all but its own headers."""
    message = EmailMessage(policy=POLICY)
    # Folding a long name, Python 3.13 forgets the quotes that marks in it need.
    name = payload["from_name"].replace('"', "'").translate(dict.fromkeys(map(ord, "<>@")))
    message["From"] = Address(name[:40], "news", "shop.example")
    message["To"] = "reader@example.org"
    message["Subject"] = payload["subject"]
    for name, value in payload["headers"].items():
        message[name] = value
    message.set_content(payload["text"])
    message.add_alternative(payload["html"], subtype="html")
    return message.as_bytes()


@pytest.fixture(scope="module", params=STORIES, ids=list(STORIES))
def sent(request):
    payload = payload_of(STORIES[request.param])
    return payload, message_of(payload)


def test_it_is_read_back_without_a_defect(sent):
    payload, raw = sent
    message = email.message_from_bytes(raw, policy=SMTP)
    assert not message.defects
    assert not [part.defects for part in message.walk() if part.defects]
    assert not [value.defects for value in message.values() if value.defects]
    assert message["Subject"] == payload["subject"]
    assert message["From"].addresses[0].addr_spec == "news@shop.example"


def test_plain_text_comes_before_html(sent):
    payload, raw = sent
    message = email.message_from_bytes(raw, policy=SMTP)
    assert message.get_content_type() == "multipart/alternative"
    plain, html = message.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert plain.get_content().split() == payload["text"].split()
    assert html.get_content().split() == payload["html"].split()


def test_no_line_is_longer_than_a_server_takes(sent):
    _payload, raw = sent
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_encoded_words_are_as_short_as_rfc_2047_asks(sent):
    _payload, raw = sent
    head = raw.partition(b"\r\n\r\n")[0]
    words = re.findall(rb"=\?[^?\s]+\?[qQbB]\?[^?\s]*\?=", head)
    assert all(len(word) <= 75 for word in words)
    assert all(len(line) <= 76 for line in head.split(b"\r\n") if b"=?" in line)


def test_both_headers_arrive_as_they_were_offered(sent):
    payload, raw = sent
    message = email.message_from_bytes(raw, policy=SMTP)
    for name, value in payload["headers"].items():
        assert message[name] == value


def test_the_cases_hold_headers_that_must_be_encoded():
    raw = message_of(payload_of(STORIES["French"]))
    assert b"=?utf-8?" in raw.partition(b"\r\n\r\n")[0]
