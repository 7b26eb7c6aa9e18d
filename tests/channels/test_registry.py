"""Channels are found by scan and by entry point; a broken module is a report, not a crash."""

import sys
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from omnicontent.channels import registry
from omnicontent.channels.errors import DuplicateChannelError, UnknownChannelError
from omnicontent.channels.registry import all_channels, get_channel, load_channels, registered
from tests.channels.sound_channel import SoundChannel

MODULE = "from tests.channels.sound_channel import SoundChannel\n"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of channel modules, written by the test."""
    folder = tmp_path / "planted_channels"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    def write(**modules: str) -> str:
        for name, text in modules.items():
            (folder / f"{name}.py").write_text(text)
        return folder.name

    yield write
    for name in [name for name in sys.modules if name.startswith(folder.name)]:
        del sys.modules[name]


def test_built_in_channels_are_found_and_sorted():
    slugs = list(all_channels())
    assert slugs == sorted(slugs)
    assert {"x", "bluesky", "linkedin", "sms", "tiktok", "youtube"} <= set(slugs)


def test_a_module_may_offer_one_channel_or_several(package):
    several = MODULE + (
        "from dataclasses import replace\n"
        "class Other(SoundChannel):\n"
        "    spec = replace(SoundChannel.spec, slug='other')\n"
        "channels = (SoundChannel(), Other())\n"
    )
    assert list(load_channels(package(several=several), None).channels) == ["sound", "other"]


def test_a_private_module_is_not_a_channel(package):
    loaded = load_channels(package(_shared="raise RuntimeError"), None)
    assert not loaded.channels
    assert not loaded.failures


def test_a_module_that_raises_is_a_report_and_the_others_load(package):
    name = package(bad="1 / 0", good=MODULE + "channel = SoundChannel()")
    loaded = load_channels(name, None)
    assert list(loaded.channels) == ["sound"]
    assert isinstance(loaded.failures[f"{name}.bad"], ZeroDivisionError)


def test_a_module_that_exits_is_a_report_too(package):
    loaded = load_channels(package(bad="raise SystemExit(3)"), None)
    assert "sys.exit(3)" in str(loaded.failures["planted_channels.bad"])


def test_a_module_without_a_channel_says_what_to_offer(package):
    loaded = load_channels(package(empty=""), None)
    assert "must offer `channel`" in str(loaded.failures["planted_channels.empty"])


def test_two_modules_with_one_slug_are_both_named(package):
    two = MODULE + "class {0}(SoundChannel): pass\nchannel = {0}()"
    loaded = load_channels(package(first=two.format("A"), second=two.format("B")), None)
    error = loaded.failures["planted_channels.second"]
    assert isinstance(error, DuplicateChannelError)
    assert "planted_channels.first" in str(error)
    assert "planted_channels.second" in str(error)


def test_a_third_party_is_found_by_its_entry_point(package, monkeypatch):
    module = f"{package(theirs=MODULE + 'channel = SoundChannel()')}.theirs"
    point = EntryPoint("sound", module, registry.ENTRY_POINT_GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: EntryPoints([point]))
    assert "sound" in load_channels("channels_out").channels


def test_a_missing_package_is_a_report():
    assert "no_such_package" in load_channels("no_such_package", None).failures


def test_an_unknown_slug_names_the_nearest():
    with pytest.raises(UnknownChannelError, match="did you mean bluesky"):
        get_channel("blusky")


def test_a_test_can_install_a_channel_and_takes_it_back():
    sound = SoundChannel()
    with registered(sound):
        assert get_channel("sound") is sound
    assert "sound" not in all_channels()
