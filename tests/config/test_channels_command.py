"""``manage.py channels`` and the system check: what is installed, and what is broken."""

import dataclasses
import json
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from omnicontent.channels.common_parts import hashtags_part
from omnicontent.channels.registry import all_channels, built_in_channels, registered
from omnicontent.config.channel_checks import CHANNELS_TAG
from tests.channels.broken_modules import broken
from tests.channels.sound_channel import SPEC, SoundChannel


def run(*options):
    out = StringIO()
    call_command("channels", *options, stdout=out)
    return out.getvalue()


def test_json_holds_every_spec_with_its_sources():
    channels = json.loads(run("--json"))["channels"]
    assert [channel["slug"] for channel in channels] == list(all_channels())
    x = next(channel for channel in channels if channel["slug"] == "x")
    assert x["must"] == ["call_to_action", "offer", "period", "promo_code"]
    limit = x["parts"][0]["limits"][0]
    assert (limit["maximum"], limit["unit"], limit["enforced"]) == (280, "x_weighted", True)
    assert limit["source"].startswith("https://")
    assert limit["checked"] == "2026-11-22"


def test_the_table_says_what_stands_inside_a_part_and_what_may_be_chosen():
    class Forms(SoundChannel):
        spec = dataclasses.replace(
            SPEC,
            parts=(*SPEC.parts, hashtags_part("text")),
            forms=("post", "thread"),
            fallback="sms",
        )

    with registered(Forms()):
        lines = [" ".join(line.split()) for line in run().splitlines()]
        document = json.loads(run("--json"))
    assert {"hashtags (in text)", "forms post, thread", "falls back to sms"} <= set(lines)
    (sound,) = [one for one in document["channels"] if one["slug"] == "sound"]
    assert (sound["forms"], sound["fallback"]) == (["post", "thread"], "sms")
    assert sound["parts"][1]["inside"] == "text"


def test_the_matrix_holds_every_channel_and_every_limit():
    page = run("--markdown")
    for slug, channel in built_in_channels().items():
        assert f"<br>`{slug}` |" in page
        for limit in channel.spec.limits():
            assert f"]({limit.source}) | {limit.checked} |" in page


def test_the_matrix_holds_no_plug_in():
    page = run("--markdown")
    with registered(SoundChannel()):
        assert "Sound: must say" in run()
        assert run("--markdown") == page


def test_the_table_is_for_people():
    table = run()
    assert "280 x weighted" in table
    assert "5 hashtags (advice)" in table


def test_a_broken_plug_in_shows_in_status_and_check():
    with broken(theirs=ValueError("no luck")):
        with pytest.raises(CommandError, match="theirs: no luck") as caught:
            run("--json")
        (error,) = [e for e in run_checks(tags=[CHANNELS_TAG]) if "theirs" in e.msg]
    assert caught.value.returncode == 1
    assert error.id == "omnicontent.E001"
    assert "no luck" in error.msg
    assert error.hint
