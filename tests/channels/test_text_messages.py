"""A third party's text messages: a sender, a way out, characters that cost little."""

import json
from dataclasses import replace
from typing import override

import pytest

from omnicontent.channels.content import Content
from omnicontent.channels.text_messages import TextMessageChannel, message_parts
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, limit
from tests.channels_out.stories import own_words, story

BRAND = {"name": "Greenhouse", "unsubscribe_url": "https://greenhouse.example/stop"}


class SoundMessageChannel(TextMessageChannel):
    spec = replace(
        SPEC,
        parts=message_parts(
            text=(limit(320, Unit.CHARACTERS),), sender=(limit(11, Unit.CHARACTERS),)
        ),
        images=(),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return dict(content.parts)


CHANNEL = SoundMessageChannel()


def parts_of(told):
    return json.loads(CHANNEL.render(CHANNEL.adapt(told)).body)


def issues(told):
    return {issue.code: issue for issue in CHANNEL.validate(CHANNEL.adapt(told), told)}


def test_the_brand_signs_where_it_has_an_address_to_opt_out_at():
    signed = parts_of(story(brand=BRAND))
    assert signed["sender"] == "Greenhouse"
    assert signed["opt_out"] == "Opt out: https://greenhouse.example/stop"
    assert signed["text"].endswith(signed["opt_out"])
    unsigned = parts_of(story())
    assert (unsigned["sender"], unsigned["opt_out"]) == ("", "Reply STOP to opt out.")


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        ({"sender": "Grün"}, "bad_sender", "sender"),
        ({"text": "30% off with WINTER30: shop.example/winter"}, "no_opt_out", "opt_out"),
        ({"opt_out": "STOP — 36063"}, "costly_characters", "opt_out"),
    ],
)
def test_faults_name_the_part_of_this_channel(words, code, part):
    issue = issues(story(brand=BRAND, **own_words("sound", **words)))[code]
    assert (issue.part, issue.field) == (part, f"overrides.sound.{part}")


def test_a_number_counts_nothing_as_a_name():
    assert CHANNEL.counted("sender", "+33612345678") == ""
    assert CHANNEL.counted("sender", "Greenhouse") == "Greenhouse"
    assert CHANNEL.counted("text", "Greenhouse") == "Greenhouse"
