"""``manage.py channels`` and the system check: what is installed, and what is broken."""

import json
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from omnicontent.channels import registry
from omnicontent.channels.registry import all_channels
from omnicontent.config.checks import CHANNELS_TAG


def run(*options):
    out = StringIO()
    call_command("channels", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def broken_module():
    """A plug-in that raises, for the length of a test."""
    failures = registry.load_channels("channels_out").failures | {"theirs": ValueError("no luck")}
    installed = registry._installed()
    before, installed.failures = installed.failures, failures
    yield
    installed.failures = before


def test_json_holds_every_spec_with_its_sources():
    channels = json.loads(run("--json"))["channels"]
    assert [channel["slug"] for channel in channels] == list(all_channels())
    x = next(channel for channel in channels if channel["slug"] == "x")
    assert x["must"] == ["call_to_action", "offer", "period", "promo_code"]
    limit = x["parts"][0]["limits"][0]
    assert (limit["maximum"], limit["unit"], limit["enforced"]) == (280, "x_weighted", True)
    assert limit["source"].startswith("https://")
    assert limit["checked"] == "2026-11-22"


def test_the_table_is_for_people():
    table = run()
    assert "280 x weighted" in table
    assert "5 hashtags (advice)" in table


def test_a_broken_plug_in_shows_in_status_and_check(broken_module):
    with pytest.raises(CommandError, match="theirs: no luck") as caught:
        run("--json")
    assert caught.value.returncode == 1
    (error,) = [e for e in run_checks(tags=[CHANNELS_TAG]) if "theirs" in e.msg]
    assert error.id == "omnicontent.E001"
    assert "no luck" in error.msg
    assert error.hint
