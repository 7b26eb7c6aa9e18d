"""X: what the publisher gets, and what the platform would refuse."""

import json

from omnicontent.channels.registry import get_channel
from tests.channels_out.stories import own_words, story

FACTS = "-30% until Dec 14, 2026 with WINTER30"


def payload(slug, told):
    channel = get_channel(slug)
    return json.loads(channel.render(channel.adapt(told)).body)


def codes(slug, told):
    channel = get_channel(slug)
    return [issue.code for issue in channel.validate(channel.adapt(told), told)]


def test_x_counts_a_link_as_23_whatever_its_length():
    link = "https://shop.com/winter"
    facts = story().facts.model_dump() | {"call_to_action": {"verb": "Go", "url": link}}
    words = f"{FACTS} {link}?utm_id={'9' * 300}"
    told = story(facts=facts, **own_words("x", text=words))
    assert codes("x", told) == []


def test_x_names_its_files_and_their_alt_texts():
    post = payload("x", story())
    (file,) = post["media"]["files"]
    assert file["alt_text"] == "A robin on a spade"
    assert file["url"].startswith("https://cdn.example/files/")
    assert "media" not in payload("x", story(hero_image=None))


def test_x_says_facts_before_sentences():
    text = payload("x", story(key_message="Much is to be said about gardens. " * 12))["text"]
    for fact in ("30% off", "December 14, 2026", "WINTER30", "utm_source=x"):
        assert fact in text
