"""``manage.py startchannel``: what it writes is a channel at once, and nothing is overwritten."""

import datetime
import importlib.util
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from omnicontent.channels.channel import Channel
from omnicontent.channels.registry import registered
from omnicontent.config.channel_skeleton import Skeleton
from tests.services.processes import ROOT

LONGEST = "-".join(["abcdefghi"] * 4)
NAMES = ["pond", "notice-board", "b2b", "class", LONGEST]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def start(*arguments):
    out, err = StringIO(), StringIO()
    call_command("startchannel", *arguments, stdout=out, stderr=err)
    return out.getvalue().splitlines(), err.getvalue()


def run(program, *arguments):
    path = Path(sys.executable).with_name(program)
    return subprocess.run(
        [path, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False
    )


def load(path):
    spec = importlib.util.spec_from_file_location(f"started_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def use_templates(settings):
    def use(folder):
        (engine,) = settings.TEMPLATES
        settings.TEMPLATES = [engine | {"DIRS": [*engine["DIRS"], folder]}]

    return use


def assert_in_order(module, test, templates, use_templates):
    """Assert that the written test passes for the written channel and its template."""
    use_templates(templates)
    channel = load(module).channel
    assert isinstance(channel, Channel)
    assert (templates / channel.preview_template()).exists()
    with registered(channel):
        load(test).test_it_keeps_the_contract()


def test_a_package_is_written_by_default(here):
    written, said = start("notice-board")
    assert written == [
        "omnicontent-notice-board/pyproject.toml",
        "omnicontent-notice-board/omnicontent_notice_board/__init__.py",
        "omnicontent-notice-board/omnicontent_notice_board/channel.py",
        "omnicontent-notice-board/omnicontent_notice_board/templates/channels_out/notice-board/"
        "preview.html",
        "omnicontent-notice-board/tests/test_notice_board.py",
    ]
    assert all((here / name).is_file() for name in written)
    assert "pip install" in said
    assert "docs/adding-a-channel.md" in said
    assert start("pond", "--package")[0][0] == "omnicontent-pond/pyproject.toml"


@pytest.mark.parametrize("name", NAMES)
def test_a_package_is_a_channel_at_once(here, name, use_templates):
    start(name)
    folder = here / f"omnicontent-{name}"
    package = folder / f"omnicontent_{name.replace('-', '_')}"
    (test,) = (folder / "tests").iterdir()
    assert_in_order(package / "channel.py", test, package / "templates", use_templates)


@pytest.mark.parametrize("name", ["pond", LONGEST])
def test_what_is_written_is_clean(here, name):
    start(name)
    folder = here / f"omnicontent-{name}"
    config = ROOT / "pyproject.toml"
    for options in (["--config", config], ["--isolated"]):
        done = run("ruff", "check", "--no-cache", "--ignore=D103", *options, folder)
        assert done.returncode == 0, done.stdout
        done = run("ruff", "format", "--check", "--no-cache", "--line-length=99", folder)
        assert done.returncode == 0, done.stdout
    done = run("djlint", "--check", "--lint", "--configuration", config, folder)
    assert done.returncode == 0, done.stdout


def test_a_built_in_is_three_files(here, settings, use_templates):
    settings.BASE_DIR = here
    written, said = start("notice-board", "--built-in")
    assert written == [
        "channels_out/notice_board.py",
        "templates/channels_out/notice-board/preview.html",
        "tests/channels_out/test_notice_board.py",
    ]
    assert "manage.py channels --markdown" in said
    module, _, test = (here / name for name in written)
    assert_in_order(module, test, here / "templates", use_templates)


def test_the_network_groups_surfaces(here):
    start("pond-story", "--network", "pond")
    module = here / "omnicontent-pond-story" / "omnicontent_pond_story" / "channel.py"
    spec = load(module).channel.spec
    assert (spec.slug, spec.network, spec.name) == ("pond-story", "pond", "Pond Story")


def test_its_limits_are_dated_today():
    day = datetime.date(2031, 2, 3)
    files = Skeleton(slug="pond", network="pond", checked=day).package_files()
    assert any("CHECKED = date(2031, 2, 3)" in text for text in files.values())


@pytest.mark.parametrize(
    "name",
    ["", "Pond", "pond_story", "2pond", "pond--story", "-pond", "../pond", "étang", "a" * 41],
)
def test_a_name_that_is_no_slug_is_refused(here, name):
    with pytest.raises(CommandError, match="lower-case words joined by hyphens") as caught:
        start("--", name)
    assert caught.value.returncode == 2
    with pytest.raises(CommandError, match="the network"):
        start("pond", f"--network={name}") if name else start("pond", "--network=Pond")
    assert list(here.iterdir()) == []


def test_the_slug_of_an_installed_channel_is_refused(here):
    with pytest.raises(CommandError, match=r'"sms" is the slug of channels_out\.sms') as caught:
        start("sms")
    assert caught.value.returncode == 2
    assert list(here.iterdir()) == []


def test_nothing_is_overwritten(here):
    written, _ = start("pond")
    for name in written[1:]:
        (here / name).unlink()
    (here / written[0]).write_text("mine")
    with pytest.raises(CommandError, match=r"nothing written, .*pyproject.toml") as caught:
        start("pond")
    assert caught.value.returncode == 2
    assert (here / written[0]).read_text() == "mine"
    assert not (here / written[1]).exists()


def test_a_built_in_module_that_does_not_load_is_not_overwritten_either(here, settings):
    settings.BASE_DIR = here
    (here / "channels_out").mkdir()
    (here / "channels_out" / "pond.py").write_text("not a channel yet")
    with pytest.raises(CommandError, match=r"channels_out/pond\.py"):
        start("pond", "--built-in")
    assert [path.name for path in here.rglob("*") if path.is_file()] == ["pond.py"]
