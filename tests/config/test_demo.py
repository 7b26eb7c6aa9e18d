"""``make demo``: builds everything, survives a kill, starts again in no time."""

import subprocess
import urllib.request

import pytest

from tests.services.live import demo_command, demo_environment
from tests.services.processes import ROOT

pytestmark = pytest.mark.service


def run_demo(demo, *options):
    return subprocess.run(
        demo_command(demo.port, *options),
        cwd=ROOT,
        env=demo_environment(demo.var),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_kill_in_mid_encode_leaves_nothing_running(built_demo):
    assert built_demo.survivors == []


def test_after_the_kill_every_variant_becomes_live(built_demo):
    assert built_demo.status == 0, built_demo.output
    assert "Not live" not in built_demo.output


def test_it_prints_lengths_limits_stages_addresses_and_logins(built_demo):
    for expected in ("graphemes", "adapting, encoding", built_demo.url, "/admin/", "editor"):
        assert expected in built_demo.output


def test_the_running_service_answers(live_service):
    for path in (
        "/",
        "/admin/login/",
        "/api/v1/openapi.json",
        "/static/wagtailadmin/css/core.css",
    ):
        with urllib.request.urlopen(live_service.url + path) as answer:
            assert answer.status == 200, path


def test_a_second_one_is_refused_while_the_first_runs(live_service):
    done = run_demo(live_service)
    assert done.returncode == 1
    assert "already running" in done.stderr
