"""The conformance kit passes a sound channel and names each defect of the broken ones."""

import dataclasses
from typing import override

import pytest

from omnicontent.channels.channel import Channel
from omnicontent.channels.content import Content, Rendered
from omnicontent.channels.story import Story
from omnicontent.channels.testing import CHECKS, ConformanceError, check_channel
from omnicontent.channels.threads import ThreadChannel, split_posts, thread_part
from omnicontent.text.units import Unit
from tests.channels import broken_channels as broken
from tests.channels.sound_channel import SPEC, SoundChannel, limit

DEFECTS = [
    (broken.TooLong, "allowed"),
    (broken.CutsBlindly, "cut inside a word"),
    (broken.CutsGraphemes, "cut inside a grapheme"),
    (broken.ForgetsTheCode, "does not carry promo_code"),
    (broken.SaysTheForbidden, "carries place, which it never may"),
    (broken.CountsItsCalls, "other bytes the second time"),
    (broken.HidesItsData, "read back from JSON gives other bytes"),
    (broken.BreaksJson, "the payload is not application/json"),
    (broken.LiesAboutItsType, "render says text/plain, the spec application/json"),
    (broken.ChangesTheStory, "adapt changes the story"),
    (broken.IgnoresTheEditor, "own words are not used as typed"),
    (broken.LosesWords, "undelivered does not say why"),
    (broken.WarnsInVain, "delivered, and undelivered names them"),
    (broken.NeverComplains, "does not notice own words that are too long"),
    (broken.HasNoSource, "has no source"),
    (broken.OtherSize, "not as in its slot"),
    (broken.Crashes, "raised IndexError"),
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_sound_channel_passes(check):
    assert list(check(SoundChannel())) == []


@pytest.mark.parametrize(("channel", "defect"), DEFECTS, ids=lambda x: getattr(x, "__name__", ""))
def test_a_broken_channel_fails_on_its_defect(channel, defect):
    with pytest.raises(ConformanceError) as caught:
        check_channel(channel())
    assert any(defect in failure for failure in caught.value.failures), caught.value.failures


def test_blind_cuts_are_found_in_links_and_facts_too():
    class CutsLater(broken.CutsBlindly):
        cut = 165

    with pytest.raises(ConformanceError) as caught:
        check_channel(CutsLater())
    assert "cut inside a link" in str(caught.value)


def shows_everything(channel: Channel, story: Story, content: Content, rendered: Rendered) -> str:
    return f"<pre>{channel.visible_text(content, rendered)}</pre>"


class Threaded(ThreadChannel, SoundChannel):
    spec = dataclasses.replace(
        SPEC,
        parts=(*SPEC.parts, thread_part(limit(300, Unit.CHARACTERS))),
        forms=("post", "thread"),
    )

    @override
    def payload(self, content: Content) -> dict[str, object]:
        return super().payload(content) | {"thread": split_posts(content.parts["thread"])}


def test_a_preview_must_show_what_is_delivered_in_every_form():
    def only_the_post(channel: Channel, story: Story, content: Content, rendered: Rendered) -> str:
        return f"<pre>{content.parts['text']}</pre>"

    check_channel(Threaded(), preview=shows_everything)
    with pytest.raises(ConformanceError, match="full, thread: the preview does not show"):
        check_channel(Threaded(), preview=only_the_post)


def test_a_preview_must_show_what_is_delivered():
    check_channel(SoundChannel(), preview=shows_everything)
    with pytest.raises(ConformanceError, match="preview does not show the text"):
        check_channel(SoundChannel(), preview=lambda *shown: "<p>Something else</p>")
