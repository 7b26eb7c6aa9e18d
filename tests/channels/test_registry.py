"""Channels are found by scan and by entry point; a broken module is a report, not a crash."""

import sys
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from omnicontent.channels import plug_ins as plug_in_module
from omnicontent.channels.errors import (
    BrokenChannelError,
    DuplicateChannelError,
    UnknownChannelError,
)
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
    planted = (folder.name, "a_first_by_name")
    for name in [name for name in sys.modules if name.startswith(planted)]:
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


def test_two_channels_of_one_module_with_one_slug_are_refused(package):
    loaded = load_channels(package(twice=MODULE + "channels = (SoundChannel(),) * 2"), None)
    assert not loaded.channels
    assert "the same slug" in str(loaded.failures["planted_channels.twice"])


JUNK = {
    "a number": ("channels = 5", "must offer `channel`"),
    "a list of words": ("channels = ['sound']", "must offer `channel`"),
    "a class": ("channel = SoundChannel", "must offer `channel`"),
    "one good, one bad": ("channels = (SoundChannel(), None)", "must offer `channel`"),
    "half a class": (
        "from omnicontent.channels.channel import Channel\n"
        "class Half(Channel): pass\n"
        "channel = Half()",
        "abstract",
    ),
    "no spec": (
        "from omnicontent.channels.families import PostChannel\n"
        "class Bare(PostChannel):\n"
        "    def payload(self, content): return {}\n"
        "channel = Bare()",
        "Bare: its spec is not a ChannelSpec but None",
    ),
    "a spec that raises": (
        "class Odd(SoundChannel):\n"
        "    @property\n"
        "    def spec(self): raise OSError('no disk')\n"
        "channel = Odd()",
        "no disk",
    ),
}


@pytest.mark.parametrize(("code", "said"), JUNK.values(), ids=JUNK)
def test_junk_in_place_of_a_channel_is_a_report(package, code, said):
    loaded = load_channels(package(junk=MODULE + code), None)
    assert not loaded.channels
    assert said in str(loaded.failures["planted_channels.junk"])


WRONG = {
    "spec={'slug': 'sound'}": "not a ChannelSpec",
    "spec=replace(SPEC, slug=None)": "spec.slug should be a valid string, and is None",
    "spec=replace(SPEC, slug='Sound!')": "not lower-case words",
    "spec=replace(SPEC, parts=None)": "spec.parts should be a valid tuple",
    "spec=replace(SPEC, parts=SPEC.parts * 2)": "share a name: text",
    "spec=replace(SPEC, must={'offer'})": "spec.must should be a valid frozenset",
    "spec=replace(SPEC, must=frozenset({'weather'}))": "no kind of fact is called weather",
    "spec=replace(SPEC, never=SPEC.must)": "both must and never",
    "spec=limited(maximum='400')": "limits[0].maximum should be a valid number, and is '400'",
    "spec=limited(maximum=-1)": "a limit goes from 0 to -1 characters",
    "spec=limited(maximum=0)": "a limit of 0 characters leaves no room",
    "spec=limited(maximum=float('nan'))": "should be a finite number",
    "spec=limited(unit='furlongs')": "limits[0].unit should be an instance of Unit",
    "spec=limited(together=('text', 'title'))": "counts parts together that are none: title",
    "spec=limited(checked='2026')": "limits[0].checked should be a valid date",
    "spec=replace(SPEC, parts=(replace(TEXT, limits=(400,)),))": "an instance of Limit",
    "spec=folded(unit=Unit.SECONDS)": "folds by seconds, which measures no text",
    "spec=replace(SPEC, parts=(replace(TEXT, inside='body'),))": 'inside "body", which is no part',
}
SPECS = """
from dataclasses import replace
from omnicontent.text.units import Unit
from tests.channels.sound_channel import SPEC, SoundChannel
TEXT = SPEC.parts[0]
def limited(**wrong):
    limit = replace(TEXT.limits[0], **wrong)
    return replace(SPEC, parts=(replace(TEXT, limits=(limit,)),))
def folded(**wrong):
    fold = replace(TEXT.limits[0], **wrong)
    return replace(SPEC, parts=(replace(TEXT, fold=fold),))
class Wrong(SoundChannel):
    {0}
channel = Wrong()
"""


@pytest.mark.parametrize(("code", "said"), WRONG.items(), ids=WRONG)
def test_a_spec_that_can_t_be_used_says_every_fault(package, code, said):
    loaded = load_channels(package(wrong=SPECS.format(code)), None)
    assert not loaded.channels
    error = loaded.failures["planted_channels.wrong"]
    assert isinstance(error, BrokenChannelError)
    assert said in str(error)


@pytest.fixture
def plug_ins(monkeypatch):
    """Installs modules as plug-ins: their entry points are listed in the order given."""

    def install(*modules: str) -> None:
        points = EntryPoints(EntryPoint(m, m, plug_in_module.ENTRY_POINT_GROUP) for m in modules)
        monkeypatch.setattr(plug_in_module, "entry_points", lambda group: points)

    return install


def test_a_third_party_is_found_by_its_entry_point(package, plug_ins):
    plug_ins(f"{package(theirs=MODULE + 'channel = SoundChannel()')}.theirs")
    assert "sound" in load_channels("channels_out").channels


def test_an_entry_point_may_name_the_channel_too(package, plug_ins):
    plug_ins(f"{package(theirs=MODULE + 'channel = SoundChannel()')}.theirs:channel")
    assert "sound" in load_channels("channels_out").channels


def test_an_entry_point_that_leads_nowhere_is_a_report(plug_ins):
    plug_ins("no_such_plug_in.channel", "not a module")
    loaded = load_channels("channels_out")
    assert list(loaded.failures) == ["no_such_plug_in.channel", "not a module"]
    assert list(loaded.channels) == list(load_channels("channels_out", None).channels)


TWO = MODULE + "class {0}(SoundChannel): pass\nchannel = {0}()"


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_plug_ins_with_one_slug_neither_is_installed(package, plug_ins, order):
    name = package(first=TWO.format("A"), second=TWO.format("B"))
    plug_ins(*[f"{name}.first", f"{name}.second"][::order])
    loaded = load_channels("channels_out")
    assert "sound" not in loaded.channels
    assert set(loaded.failures) == {f"{name}.first", f"{name}.second"}
    for error in loaded.failures.values():
        assert isinstance(error, DuplicateChannelError)
        assert f"claimed by {name}.first and by {name}.second" in str(error)


def test_a_plug_in_never_takes_the_slug_of_a_built_in(package, tmp_path, monkeypatch, plug_ins):
    ours = package(ours=TWO.format("Ours"))
    theirs = tmp_path / "a_first_by_name.py"
    theirs.write_text(TWO.format("Theirs"))
    plug_ins(theirs.stem)
    loaded = load_channels(ours)
    assert type(loaded.channels["sound"]).__name__ == "Ours"
    (refused,) = loaded.failures.items()
    assert refused[0] == "a_first_by_name"
    assert "claimed by planted_channels.ours and by a_first_by_name" in str(refused[1])


def test_a_module_loses_only_the_channels_whose_slugs_are_taken(package, plug_ins):
    more = (
        "from dataclasses import replace\n"
        "class Other(SoundChannel):\n"
        "    spec = replace(SoundChannel.spec, slug='other')\n"
        "class Third(SoundChannel):\n"
        "    spec = replace(SoundChannel.spec, slug='third')\n"
    )
    name = package(
        first=MODULE + more + "channels = (SoundChannel(), Other())",
        second=MODULE + more + "channels = (SoundChannel(), Other(), Third())",
    )
    plug_ins(f"{name}.first", f"{name}.second")
    loaded = load_channels("channels_out")
    assert {"sound", "other", "third"} & set(loaded.channels) == {"third"}
    for error in loaded.failures.values():
        assert '"sound" is claimed' in str(error)
        assert '"other" is claimed' in str(error)


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
