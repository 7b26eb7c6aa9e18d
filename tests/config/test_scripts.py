"""The manners of the commands that scripts use, tried from a shell."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FULL = Path("/dev/full")


def shell(line):
    return subprocess.run(
        [
            "sh",
            "-c",
            line.replace("MANAGE", shlex.join([sys.executable, str(ROOT / "manage.py")])),
        ],
        input="hello\n",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("MANAGE measure x <&-", "CommandError: standard input is closed\n"),
        ("MANAGE measure x --jsonl <&-", "CommandError: standard input is closed\n"),
        ("MANAGE measure x >&-", "CommandError: standard output is closed\n"),
        ("MANAGE channels >&-", "CommandError: standard output is closed\n"),
    ],
)
def test_a_closed_stream_is_said_in_one_line(line, said):
    done = shell(line)
    assert (done.returncode, done.stderr) == (1, said)


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", ["measure x", "channels --json"])
def test_a_full_disk_is_said_in_one_line(command):
    done = shell(f"MANAGE {command} > {FULL}")
    assert (done.returncode, done.stderr) == (
        1,
        "CommandError: stopped: No space left on device\n",
    )


def test_the_list_of_channels_may_be_cut_by_its_reader():
    done = shell("(MANAGE channels --json; echo $? >&2) | exec true")
    assert done.stderr == "141\n"


def test_an_adaptation_needs_no_standard_error(tmp_path):
    story = tmp_path / "story.json"
    story.write_text('{"id": "a", "headline": "We moved", "key_message": "Come in."}')
    done = shell(f"MANAGE adapt {story} --out {tmp_path}/out --channel x --channel email 2>&-")
    assert (done.returncode, done.stdout) == (0, f"{tmp_path}/out/manifest.json\n")
