"""What is read once, when it goes out, is judged by the calendar of that moment alone."""

from dataclasses import replace

import pytest

from omnicontent.channels.registry import all_channels
from omnicontent.channels.spec_faults import spec_faults
from tests.channels.sound_channel import SPEC

SENT = {
    "discord",
    "email",
    "push-apns",
    "push-fcm",
    "push-web",
    "rcs",
    "sms",
    "telegram",
    "whatsapp",
}


@pytest.mark.parametrize("slug", list(all_channels()))
def test_only_what_is_sent_is_read_at_once(slug):
    assert all_channels()[slug].spec.read_at_once == (slug in SENT)


def test_a_spec_says_it_with_a_truth_value():
    assert spec_faults(replace(SPEC, read_at_once=True)) == []
    (fault,) = spec_faults(replace(SPEC, read_at_once="yes"))
    assert "read_at_once" in fault
