"""The channels a token may read, with the facts of their specs."""

import dataclasses

from omnicontent.channels.common_parts import hashtags_part
from omnicontent.channels.registry import all_channels, registered
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel, limit


def test_it_describes_every_channel_with_sources(get):
    items = get("/channels").json()["items"]
    assert [item["slug"] for item in items] == list(all_channels())
    limits = [limit for item in items for part in item["parts"] for limit in part["limits"]]
    assert limits
    assert all(limit["unit"] and limit["source"] and limit["checked"] for limit in limits)


def test_it_says_what_limits_count_and_what_stands_inside_a_part(get):
    class Forms(SoundChannel):
        spec = dataclasses.replace(
            SPEC,
            parts=(*SPEC.parts, hashtags_part("text")),
            payload_limits=(limit(4096, Unit.UTF8_BYTES),),
            forms=("post", "thread"),
            fallback="sms",
        )

    with registered(Forms()):
        items = {item["slug"]: item for item in get("/channels").json()["items"]}
    sound = items["sound"]
    text, hashtags = sound["parts"]
    assert [one["items"] for one in text["limits"]] == [None, "hashtags"]
    assert (text["inside"], text["overridable"]) == ("", True)
    assert hashtags["inside"] == "text"
    assert sound["payload_limits"][0]["maximum"] == 4096
    assert (sound["forms"], sound["fallback"]) == (["post", "thread"], "sms")
    assert (items["email"]["forms"], items["email"]["fallback"]) == ([], None)


def test_a_scope_sees_only_its_channels(get_sms):
    assert [item["slug"] for item in get_sms("/channels").json()["items"]] == ["sms"]
