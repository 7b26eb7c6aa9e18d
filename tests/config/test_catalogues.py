"""The catalogs of translations: whole, right, compiled, and of this very code.

``make check`` runs this file alone, so it needs no database; GNU gettext only to collect anew.
"""

import gettext
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from omnicontent.channels.counting import PAYLOAD
from omnicontent.channels.registry import all_channels
from tests.services.missing import missing

ROOT = Path(__file__).parents[2]
CATALOGS = sorted(ROOT.glob("omnicontent/locale/*/LC_MESSAGES/django.po"))
SOURCES = ("omnicontent", "channels_out", "templates", "static")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]")
BAD_FRENCH = re.compile(
    r"""(?<![\u00a0\u202f])[:;!?](?=\s|$)     # no no-break space before it
    | «(?!\u00a0) | (?<!\u00a0)»             # nor inside the quotation marks
    | [“”"'] | \.\.\.                        # another language's quotes, a typewriter's dots
    """,
    re.VERBOSE,
)

pytestmark = pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def messages(path: Path) -> list[Message]:
    return [message for message in read(path) if message.id]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def keys(path: Path) -> set[tuple[str | None, tuple[str, ...]]]:
    return {(message.context, forms(message.id)) for message in messages(path)}


def test_every_message_is_translated(path):
    wanting = [
        message.id for message in messages(path) if message.fuzzy or not all(forms(message.string))
    ]
    assert wanting == []
    assert len(messages(path)) > 200


def test_every_plural_has_every_form(path):
    number = read(path).num_plurals
    plurals = [message for message in messages(path) if message.pluralizable]
    assert plurals
    assert {len(forms(message.string)) for message in plurals} == {number}


def test_a_translation_keeps_the_placeholders(path):
    for message in messages(path):
        wanted = {tuple(sorted(PLACEHOLDER.findall(text))) for text in forms(message.id)}
        for text in forms(message.string):
            assert tuple(sorted(PLACEHOLDER.findall(text))) in wanted, message.id


def test_a_translation_keeps_spaces_at_the_ends(path):
    for message in messages(path):
        for text in forms(message.string):
            original = forms(message.id)[0]
            assert text.startswith(" ") == original.startswith(" "), message.id
            assert text.endswith(" ") == original.endswith(" "), message.id


def test_french_is_set_as_the_french_set_it(path):
    if path.parts[-3] == "fr":
        texts = [text for message in messages(path) for text in forms(message.string)]
        assert [text for text in texts if BAD_FRENCH.search(text)] == []


def test_the_compiled_catalog_is_that_of_the_words(path):
    compiled = io.BytesIO()
    write_mo(compiled, read(path))
    compiled.seek(0)
    with path.with_suffix(".mo").open("rb") as file:
        assert spoken(file) == spoken(compiled)


def test_the_catalog_says_no_more_of_its_making_than_it_must(path):
    text = path.read_text(encoding="utf-8")
    assert "POT-Creation-Date" not in text
    assert "#: " not in text
    assert "EMAIL@ADDRESS" not in text


@pytest.mark.parametrize("context", ["channel", "part", "form", "note"])
def test_the_catalog_has_what_built_in_channels_say_and_nothing_else_of_them(path, context):
    assert words_in(path, context) == set(said(context)), "run `make messages` and translate"


def test_the_catalog_holds_the_messages_of_the_code(path, tmp_path):
    if not shutil.which("xgettext"):
        missing("GNU gettext", "gettext")
    collected = collect(path.parts[-3], tmp_path)
    assert keys(collected) == keys(path), "run `make messages`"
    once = collected.read_text(encoding="utf-8")
    run_makemessages(path.parts[-3], tmp_path)
    assert undated(collected.read_text(encoding="utf-8")) == undated(once)
    assert not [*tmp_path.rglob("words_of_channels.py")]


def spoken(file: io.BufferedIOBase) -> dict[object, str]:
    catalog = vars(gettext.GNUTranslations(file))["_catalog"]
    return {key: text for key, text in catalog.items() if key != ""}


def undated(text: str) -> list[str]:
    return [line for line in text.splitlines() if "POT-Creation-Date" not in line]


def words_in(path: Path, context: str) -> set[str]:
    return {text for place, (text, *_) in keys(path) if place == context}


def said(context: str) -> Iterator[str]:
    """Yield what the built-in channels say: their names, labels, forms, notes on advice."""
    for spec in (channel.spec for channel in all_channels().values() if is_ours(channel)):
        parts = (*spec.parts, PAYLOAD)
        limits = [limit for part in parts for limit in part.limits] + [*spec.payload_limits]
        limits += [part.fold for part in parts if part.fold]
        yield from {
            "channel": [spec.name],
            "form": spec.forms,
            "note": [x.note for x in limits if x.note and not x.enforced],
            "part": [part.label for part in parts],
        }[context]


def is_ours(channel: object) -> bool:
    return type(channel).__module__.startswith("channels_out.")


def collect(language: str, folder: Path) -> Path:
    """Collect in a copy: makemessages writes beside the files that it reads."""
    junk = shutil.ignore_patterns("__pycache__", "*.po", "*.mo")
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=junk)
    shutil.copy(ROOT / "manage.py", folder)
    run_makemessages(language, folder)
    return folder / "omnicontent" / "locale" / language / "LC_MESSAGES" / "django.po"


def run_makemessages(language: str, folder: Path) -> None:
    command = [sys.executable, "manage.py", "makemessages", *options(), "--locale", language]
    settings = {"DJANGO_SETTINGS_MODULE": "omnicontent.config.settings.test"}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def options() -> list[str]:
    """Read the options that ``make messages`` collects with."""
    script = (ROOT / ".make" / "messages").read_text()
    command = re.search(r"makemessages (.*?[^\\])\n", script, re.DOTALL)
    return shlex.split(command.group(1).replace("\\\n", " "))
