"""A message that can't be received falls back to one that says the same in a plainer form."""

import json
from dataclasses import replace

import pytest

from omnicontent.channels.registry import all_channels, get_channel
from omnicontent.channels.sample_stories import fuzzed_stories, sample_stories
from omnicontent.message.checks import missing
from omnicontent.message.facts import FACT_KINDS
from tests.channels.sound_channel import SPEC, SoundChannel
from tests.channels_out.stories import story

CHAIN = ("rcs", "whatsapp", "sms")
TOLD = {**sample_stories(), **{f"fuzzed {n}": one for n, one in enumerate(fuzzed_stories())}}
SAID_BY_ALL = ("offer", "period", "promo_code", "call_to_action")


def chain_from(slug):
    slugs = [slug]
    while following := get_channel(slugs[-1]).spec.fallback:
        assert following not in slugs, f"{' -> '.join(slugs)} falls back on itself"
        slugs.append(following)
    return tuple(slugs)


def seen(slug, told):
    channel = get_channel(slug)
    content = channel.adapt(told)
    return channel.visible_text(content, channel.render(content))


def payload(slug, told):
    channel = get_channel(slug)
    return json.loads(channel.render(channel.adapt(told)).body)


@pytest.mark.parametrize("slug", list(all_channels()))
def test_every_fallback_is_installed_and_every_chain_ends(slug):
    for named in chain_from(slug):
        assert named in all_channels()


def test_the_richest_message_falls_back_on_the_plainest():
    assert chain_from("rcs") == CHAIN


@pytest.mark.parametrize("name", list(TOLD))
def test_all_say_the_same_facts(name):
    told = TOLD[name]
    unsaid = {
        slug: missing(told.facts, FACT_KINDS, seen(slug, told), told.locale) for slug in CHAIN
    }
    assert unsaid["rcs"] == unsaid["whatsapp"] == ()
    assert set(unsaid["sms"]).isdisjoint(SAID_BY_ALL)


def test_each_says_it_in_the_richest_form_it_has():
    told = story()
    card = payload("rcs", told)["agentMessage"]["contentMessage"]["richCard"]
    assert len(card["standaloneCard"]["cardContent"]["suggestions"]) == 2
    kinds = [part["type"] for part in payload("whatsapp", told)["template"]["components"]]
    assert kinds == ["HEADER", "BODY", "FOOTER", "BUTTONS"]
    assert set(payload("sms", told)) == {"Body"}


@pytest.mark.parametrize(
    ("slug", "channels", "name"),
    [
        ("rcs", ["rcs"], "WhatsApp"),
        ("rcs", ["rcs", "sms", "email"], "WhatsApp"),
        ("whatsapp", ["rcs", "whatsapp"], "SMS"),
        ("rcs", ["rcs", "whatsapp"], None),
        ("sms", ["sms"], None),
        ("rcs", [], None),
        ("rcs", ["email"], None),
    ],
)
def test_a_release_without_the_fallback_leaves_people_out_and_says_so(slug, channels, name):
    told = story(channels=channels)
    channel = get_channel(slug)
    found = [(i.code, i.severity, i.field) for i in channel.validate(channel.adapt(told), told)]
    assert found == ([("no_fallback", "warning", "channels")] if name else [])
    messages = [issue.message for issue in channel.validate(channel.adapt(told), told)]
    assert all(f"tick {name}, which says the same." in message for message in messages)


class Lonely(SoundChannel):
    spec = replace(SPEC, fallback="nowhere")


def test_a_fallback_that_is_not_installed_can_t_be_ticked():
    told = story(channels=["sound"])
    assert Lonely().validate(Lonely().adapt(told), told) == []
