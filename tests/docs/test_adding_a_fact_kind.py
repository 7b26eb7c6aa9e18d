"""The page that teaches adding a kind of fact shows the package that the tests install."""

import re
from pathlib import Path

import pytest

from omnicontent.message.kinds.kind import Kind

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "adding-a-fact-kind.md").read_text()
PACKAGE = ROOT / "tests" / "plugins" / "omnicontent-rating"
SHOWN = re.findall(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```$", PAGE, re.DOTALL | re.M)


@pytest.mark.parametrize(("name", "text"), SHOWN, ids=[name for name, _text in SHOWN])
def test_a_block_of_the_page_is_a_file_of_the_package(name, text):
    assert text == (PACKAGE / name).read_text()


def test_the_page_shows_the_whole_package():
    files = {str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.*") if path.is_file()}
    own = {name for name in files if not name.endswith(("__init__.py", ".pyc"))}
    assert {name for name, _text in SHOWN} == own


def test_a_kind_costs_two_lines_of_toml():
    (entry_point,) = re.findall(
        r'^\[project\.entry-points\."omnicontent\.facts"\]\n.*\n\Z',
        (PACKAGE / "pyproject.toml").read_text(),
        re.M,
    )
    assert len(entry_point.splitlines()) == 2


def test_the_page_explains_every_method_of_the_contract():
    methods = {name for name, value in vars(Kind).items() if callable(value) and name[0] != "_"}
    told = set(re.findall(r"^\| `(\w+)\(", PAGE, re.M))
    assert told == methods - {"say_claim"}
