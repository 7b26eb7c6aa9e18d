"""The channels a token may read, with the facts of their specs."""

from omnicontent.channels.registry import all_channels


def test_it_describes_every_channel_with_sources(get):
    items = get("/channels").json()["items"]
    assert [item["slug"] for item in items] == list(all_channels())
    limits = [limit for item in items for part in item["parts"] for limit in part["limits"]]
    assert limits
    assert all(limit["unit"] and limit["source"] and limit["checked"] for limit in limits)


def test_a_scope_sees_only_its_channels(get_sms):
    assert [item["slug"] for item in get_sms("/channels").json()["items"]] == ["sms"]
