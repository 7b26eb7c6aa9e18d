"""Broken plug-ins, installed for real: what is wrong is said, and all other channels work."""

import json

from tests.plugins.conftest import run_python
from tests.services.processes import ROOT

SOUND = """
from dataclasses import replace
from tests.channels.sound_channel import SPEC, SoundChannel
class Mine(SoundChannel):
    spec = replace(SPEC, slug="{0}")
channel = Mine()
"""
BROKEN = {
    "raises": "1 / 0",
    "exits": "import sys; sys.exit(3)",
    "imports_nothing": "import no_such_package",
    "does_not_parse": "def :",
    "offers_junk": "channels = {'x': 5}",
    "one_of_two": SOUND.format("noticeboard"),
    "two_of_two": SOUND.format("noticeboard"),
    "takes_a_built_in": SOUND.format("sms"),
    "good": SOUND.format("good"),
}
SAID = (
    "raises can't be used: ZeroDivisionError",
    "exits can't be used: ImportError: importing it calls sys.exit(3)",
    "imports_nothing can't be used: ModuleNotFoundError: No module named 'no_such_package'",
    "does_not_parse can't be used: SyntaxError",
    "offers_junk can't be used: BrokenChannelError",
    'one_of_two can\'t be used: DuplicateChannelError: the slug "noticeboard" is claimed by '
    "one_of_two and by two_of_two",
    "two_of_two can't be used: DuplicateChannelError",
    'takes_a_built_in can\'t be used: DuplicateChannelError: the slug "sms" is claimed by '
    "channels_out.sms and by takes_a_built_in",
)


def test_the_check_names_each_and_its_fault(plant):
    done = run_python(plant(**BROKEN), ROOT / "manage.py", "check", "--tag", "channels")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for words in SAID:
        assert words in done.stderr
    assert done.stderr.count("omnicontent.E001") == len(BROKEN) - 1


def test_all_other_channels_work_meanwhile(plant, tmp_path):
    site = plant(**BROKEN)
    listed = run_python(site, ROOT / "manage.py", "channels", "--json")
    assert listed.returncode == 1
    slugs = {spec["slug"]: spec["network"] for spec in json.loads(listed.stdout)["channels"]}
    assert "noticeboard" not in slugs
    assert slugs["sms"] == "sms"
    assert {"good", "x", "email"} <= set(slugs)

    story = tmp_path / "story.json"
    story.write_text('{"id": "a", "headline": "We moved", "key_message": "Come in."}')
    out = tmp_path / "out"
    command = ("adapt", story, "--channel", "good", "--channel", "sms", "--out", out)
    done = run_python(site, ROOT / "manage.py", *command)
    assert done.returncode == 0, done.stderr
    assert (out / "good" / "payload.json").exists()
