"""What ``ONCE=1`` counts as not live, and what its end by Ctrl-C tells whoever waits."""

import signal
import subprocess

import pytest

from omnicontent.config.demo.building import find_not_live
from omnicontent.releases.models import Release
from omnicontent.releases.selectors import progress
from omnicontent.releases.services import request_release
from tests.releases.campaigns import make_campaign
from tests.services.live import demo_command, demo_environment
from tests.services.missing import free_port
from tests.services.processes import ROOT, eventually


@pytest.mark.django_db
def test_a_release_without_variants_is_not_live():
    release = request_release(page=make_campaign(["sms"], live=False))
    assert release.state == Release.State.BLOCKED
    (line,) = find_not_live([progress(release)])
    assert line == f"{release}: blocked. {release.reason}"


@pytest.mark.service
@pytest.mark.parametrize(("options", "status"), [(["--once"], 130), ([], 0)])
def test_ctrl_c_tells_whether_something_was_left_undone(tmp_path, options, status):
    demo = subprocess.Popen(
        demo_command(free_port(), *options),
        cwd=ROOT,
        env=demo_environment(tmp_path),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        assert eventually((tmp_path / "db.sqlite3").exists, 60)
        demo.send_signal(signal.SIGINT)
        assert demo.wait(60) == status
    finally:
        demo.kill()
        demo.wait()
