"""Kinds of facts from packages: installed by pip and used; broken, and named."""

import json
from pathlib import Path

import pytest

from tests.plugins.conftest import run_python
from tests.services.processes import ROOT

PACKAGE = Path(__file__).parent / "omnicontent-rating"
STORY = {
    "id": "winter",
    "headline": "Winter sale",
    "key_message": "The garden does not sleep.",
    "facts": {"rating": {"stars": "4.8"}, "promo_code": {"code": "WINTER30"}},
}
SOUND = """
from tests.message.stars_kind import Stars, StarsKind
class Mine(StarsKind):
    name = "{0}"
kind = Mine()
"""
BROKEN = {
    "raises": "1 / 0",
    "exits": "import sys; sys.exit(3)",
    "imports_nothing": "import no_such_package",
    "names_nothing": "",
    "names_a_class": SOUND.format("class") + "kind = Mine",
    "names_itself_badly": SOUND.format("No Name"),
    "has_no_model": SOUND.format("stars") + "Mine.model = str",
    "reads_nothing": SOUND.format("reading") + "Mine.claims = lambda *_: 1 / 0",
    "one_of_two": SOUND.format("double"),
    "two_of_two": SOUND.format("double"),
    "takes_a_built_in": SOUND.format("offer"),
    "good": SOUND.format("good"),
}
SAID = (
    "raises:kind can't be used: ZeroDivisionError",
    "exits:kind can't be used: ImportError: importing it calls sys.exit(3)",
    "imports_nothing:kind can't be used: ModuleNotFoundError: No module named 'no_such_package'",
    "names_nothing:kind can't be used: AttributeError",
    "names_a_class:kind can't be used: BrokenKindError: it must be an instance of a Kind class",
    "names_itself_badly:kind can't be used: BrokenKindError: its name must be lower-case words",
    "has_no_model:kind can't be used: BrokenKindError: its model must be a class of its own",
    "reads_nothing:kind can't be used: BrokenKindError: reading a text with it raises",
    'one_of_two:kind can\'t be used: DuplicateKindError: the fact "double" is claimed by '
    "one_of_two:kind and by two_of_two:kind",
    "two_of_two:kind can't be used: DuplicateKindError",
    'takes_a_built_in:kind can\'t be used: BrokenKindError: "offer" is the name of a built-in',
)


@pytest.fixture(scope="module")
def site(install):
    return install(PACKAGE)


def adapt(site, tmp_path, story, channel="x"):
    (tmp_path / "story.json").write_text(json.dumps(story))
    arguments = ("adapt", tmp_path / "story.json", "--channel", channel, "--out", tmp_path / "out")
    return run_python(site, ROOT / "manage.py", *arguments)


def test_a_story_has_the_fact_and_a_channel_says_it(site, tmp_path):
    done = adapt(site, tmp_path, STORY)
    assert done.returncode == 0, done.stderr
    files = (tmp_path / "out" / "x").rglob("*")
    said = [path for path in files if path.is_file() and "4.8 out of 5" in path.read_text()]
    assert said, done.stdout


def test_words_with_another_value_are_an_issue(site, tmp_path):
    done = adapt(site, tmp_path, STORY | {"key_message": "Rated 4.9/5 by gardeners."})
    assert "4.9/5" in done.stdout + done.stderr


MISSING = """
from omnicontent.message.checks import missing
from omnicontent.message.facts import Facts
facts = Facts.model_validate({"rating": {"stars": "4.8"}})
print([missing(facts, ("rating",), text, "en") for text in ("Rated", "4.8 out of 5 stars")])
"""


def test_a_text_misses_the_fact_or_carries_it(site):
    done = run_python(site, "-c", MISSING)
    assert done.stdout.strip() == "[('rating',), ()]", done.stderr


def test_its_own_test_passes(site):
    options = ("-q", "-p", "no:cacheprovider", "-c", "pyproject.toml")
    done = run_python(site, "-m", "pytest", *options, site.parent / PACKAGE.name / "tests")
    assert "5 passed" in done.stdout, done.stdout


def test_without_the_package_the_fact_is_a_typing_mistake(tmp_path):
    done = adapt(tmp_path, tmp_path, STORY)
    assert done.returncode != 0
    assert "rating: is not known here" in done.stdout + done.stderr


def test_the_check_names_each_broken_kind_and_its_fault(plant):
    site = plant("omnicontent.facts", "{0}:kind", **BROKEN)
    done = run_python(site, ROOT / "manage.py", "check", "--tag", "facts")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for words in SAID:
        assert words in done.stderr
    assert done.stderr.count("omnicontent.E003") == len(BROKEN) - 1
    assert "all other facts hold" in done.stderr


def test_all_other_kinds_work_meanwhile(plant, tmp_path):
    site = plant("omnicontent.facts", "{0}:kind", **BROKEN)
    facts = {"good": {"stars": 3}, "promo_code": {"code": "WINTER30"}}
    done = adapt(site, tmp_path, STORY | {"facts": facts})
    assert done.returncode == 0, done.stderr
    said = (tmp_path / "out").rglob("*")
    assert any(path.is_file() and b"3 stars" in path.read_bytes() for path in said)
