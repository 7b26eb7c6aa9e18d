"""The supervisor leaves nothing behind, however it ends."""

import os
import signal
import socket
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from omnicontent.config.supervisor.errors import PortTakenError, SupervisorError
from omnicontent.config.supervisor.services import broker
from omnicontent.config.supervisor.supervisor import check_port
from tests.services.processes import ROOT, end, eventually, marked

# A family with every way to run away: a grandchild in a session of its own, one that ignores
# SIGTERM, and one whose parent is already gone.
FAMILY = """
setsid sleep 600 &
(trap '' TERM; sleep 600) &
(setsid sh -c 'sleep 600 & sleep 600 &' &)
sleep 600 & wait
"""

SUPERVISOR = """
import sys
from pathlib import Path
from omnicontent.config.supervisor import Child, Supervisor, SupervisorError

folder = Path(sys.argv[1])
command = ["sh", "-c", Path(sys.argv[2]).read_text()]
try:
    with Supervisor(folder, say=lambda words: print(words, flush=True)) as supervisor:
        supervisor.start([Child("family", command, folder / "family.log", stop_seconds=1)])
        print("up", flush=True)
        supervisor.wait()
except SupervisorError as error:
    sys.exit(str(error))
"""


@pytest.fixture
def mark():
    value = f"mark-{uuid.uuid4()}"
    yield value
    end(marked(value))


@pytest.fixture
def start(mark, tmp_path):
    """Return a function that starts a supervisor of a shell script and waits until it is up."""
    started = []

    def start_supervisor(script: str = FAMILY) -> subprocess.Popen:
        source = tmp_path / "script.sh"
        source.write_text(script)
        process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISOR, str(tmp_path / "var"), str(source)],
            cwd=ROOT,
            env=os.environ | {"MARK": mark},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout.readline() == "up\n"
        return process

    yield start_supervisor
    for process in started:
        process.kill()
        process.communicate()


def sleepers(mark: str) -> int:
    return sum(process.name() == "sleep" for process in marked(mark))


def test_killing_the_supervisor_leaves_nothing_running(start, mark):
    supervisor = start()
    assert eventually(lambda: sleepers(mark) == 5)
    supervisor.kill()
    assert eventually(lambda: not marked(mark)), marked(mark)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_the_whole_family(start, mark, number):
    supervisor = start()
    assert eventually(lambda: sleepers(mark) == 5)
    supervisor.send_signal(number)
    supervisor.wait(20)
    assert marked(mark) == []


def test_killing_a_leash_takes_its_command_along(start, mark):
    start("exec sleep 600")
    assert eventually(lambda: sleepers(mark) == 1)
    first = next(process for process in marked(mark) if process.name() == "sleep")
    first.parent().kill()
    assert eventually(lambda: not first.is_running() or first.status() == "zombie")


def test_a_child_that_dies_is_started_again_and_its_last_words_are_shown(start, mark, tmp_path):
    once = tmp_path / "once"
    script = f"if [ ! -e {once} ]; then touch {once}; echo my last words; exit 3; fi; sleep 600"
    supervisor = start(script)
    assert eventually(lambda: sleepers(mark) == 1)
    news = supervisor.stdout.readline() + supervisor.stdout.readline()
    assert "family ended (status 3)" in news
    assert "my last words" in news


def test_what_a_dead_child_started_dies_before_its_successor_comes(start, mark, tmp_path):
    once = tmp_path / "once"
    start(f"if [ ! -e {once} ]; then touch {once}; setsid sleep 1234 & exit 3; fi; sleep 600")
    assert eventually(lambda: sleepers(mark) == 1)
    assert all("1234" not in process.cmdline() for process in marked(mark))


def test_a_second_supervisor_in_the_same_folder_is_refused_in_plain_words(start, tmp_path):
    start("exec sleep 600")
    second = subprocess.run(
        [sys.executable, "-c", SUPERVISOR, str(tmp_path / "var"), str(tmp_path / "script.sh")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 1
    assert "already running" in second.stderr


def test_the_folder_is_free_again_after_the_supervisor_was_killed(start, mark):
    start().kill()
    start("exec sleep 600")
    assert eventually(lambda: sleepers(mark) == 1)


def test_a_taken_port_is_named_before_anything_starts():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError, match=rf"Port {port} .* PORT={port + 1}"):
            check_port("127.0.0.1", port)


def test_a_path_too_long_for_a_socket_is_refused_in_plain_words(tmp_path):
    with pytest.raises(SupervisorError, match="OMNICONTENT_VAR_DIR"):
        broker(Path(tmp_path, "long" * 25))
