"""The page that teaches adding a channel is true: it shows the package that the tests install.

After a wanted change of the skeleton: ``python -m tests.docs.test_adding_a_channel`` writes the
package anew; the page is written by hand.
"""

import datetime
import re
from pathlib import Path

import pytest

from omnicontent.channels import common_parts
from omnicontent.channels.spec import ChannelSpec, Limit, Part, VideoSlot
from omnicontent.config.channel_skeleton import Skeleton

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "adding-a-channel.md"
PLUGINS = ROOT / "tests" / "plugins"
PACKAGE = PLUGINS / "omnicontent-bulletin"
BULLETIN = Skeleton(slug="bulletin", network="bulletin", checked=datetime.date(2026, 11, 22))
SHOWN = re.findall(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```$", PAGE.read_text(), re.DOTALL | re.M)


def test_the_package_is_what_startchannel_writes():
    written = {str(PLUGINS / name): text for name, text in BULLETIN.package_files().items()}
    there = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert {str(path): path.read_text() for path in there} == written


@pytest.mark.parametrize(("name", "text"), SHOWN, ids=[name for name, _text in SHOWN])
def test_a_block_of_the_page_is_a_file_of_the_package(name, text):
    assert text == (PACKAGE / name).read_text()


def test_the_page_shows_the_whole_package():
    shown = {name for name, _text in SHOWN}
    files = {str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.*") if path.is_file()}
    assert shown == {name for name in files if not name.endswith(("__init__.py", ".pyc"))}


def test_a_plug_in_costs_two_lines_of_toml():
    (entry_point,) = re.findall(
        r'^\[project\.entry-points\."omnicontent\.channels"\]\n.*\n\Z',
        (PACKAGE / "pyproject.toml").read_text(),
        re.M,
    )
    assert len(entry_point.splitlines()) == 2


@pytest.mark.parametrize(
    "name",
    [
        *(name for name in vars(common_parts) if name.endswith("_part") and name[0] != "_"),
        "advice",
        "together",
        "beside_media",
        "note",
        "checked",
        "inside",
        "fit_to_advice",
        "overridable",
        "payload_limits",
        "forms",
        "fallback",
        "read_at_once",
        "read_platform",
    ],
)
def test_the_page_explains_what_a_spec_can_say(name):
    assert re.search(rf"`{name}\b|`\w+\(.*{name}=", PAGE.read_text())


def test_what_it_explains_is_there():
    classes = (Limit, Part, VideoSlot, ChannelSpec)
    fields = {field for one in classes for field in one.__slots__}
    assert set(re.findall(r"`(\w+)=", PAGE.read_text())) <= fields


def write() -> None:
    for name, text in BULLETIN.package_files().items():
        (PLUGINS / name).write_text(text)


if __name__ == "__main__":
    write()
