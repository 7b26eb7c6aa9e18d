"""A third party's package, installed by pip: found, shown and used like a built-in channel."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.plugins.conftest import run_python
from tests.services.processes import ROOT

PACKAGE = Path(__file__).parent / "omnicontent-bulletin"
STORY = {
    "id": "winter",
    "headline": "Winter sale",
    "key_message": "The garden does not sleep.",
    "facts": {
        "offer": {"type": "percent", "value": 30},
        "call_to_action": {"verb": "Shop now", "url": "https://shop.example/winter"},
    },
}


@pytest.fixture(scope="module")
def site(install):
    return install(PACKAGE)


def manage(site, *arguments):
    done = run_python(site, ROOT / "manage.py", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_own_test(site, package):
    """Run the test of the copy that was installed: the one here belongs to this test suite."""
    options = ("-q", "-p", "no:cacheprovider", "-c", "pyproject.toml")
    return run_python(site, "-m", "pytest", *options, site.parent / package.name / "tests")


def test_it_is_listed_with_its_limits(site):
    listed = json.loads(manage(site, "channels", "--json"))["channels"]
    (bulletin,) = [spec for spec in listed if spec["slug"] == "bulletin"]
    assert bulletin["parts"][1]["limits"][0]["maximum"] == 500
    assert len(listed) > 5


def test_it_adapts_a_story(site, tmp_path):
    (tmp_path / "story.json").write_text(json.dumps(STORY))
    out = tmp_path / "out"
    manage(site, "adapt", tmp_path / "story.json", "--channel", "bulletin", "--out", out)
    payload = json.loads((out / "bulletin" / "payload.json").read_text())
    assert payload["title"] == "Winter sale"
    assert "30%" in payload["text"]
    assert "utm_source=bulletin" in payload["text"]
    (entry,) = json.loads((out / "manifest.json").read_text())["channels"]
    assert entry["state"] == "ready"


def test_its_template_is_found_without_any_setting(site):
    program = (
        "import django; django.setup()\n"
        "from django.template.loader import get_template\n"
        "print(get_template('channels_out/bulletin/preview.html').origin.name)"
    )
    done = run_python(site, "-c", program)
    assert Path(done.stdout.strip()).is_relative_to(site), done.stderr


def test_its_own_test_passes_with_the_contract_and_the_preview(site):
    done = run_own_test(site, PACKAGE)
    assert "1 passed" in done.stdout, done.stdout


def test_what_startchannel_writes_passes_its_own_test_too(install, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    call_command("startchannel", "notice-board", stdout=StringIO(), stderr=StringIO())
    package = tmp_path / "omnicontent-notice-board"
    done = run_own_test(install(package), package)
    assert "1 passed" in done.stdout, done.stdout
