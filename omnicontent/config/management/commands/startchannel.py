"""``manage.py startchannel NAME``: a channel that keeps the contract, to be made one's own."""

import re
import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, override

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone

from omnicontent.channels.registry import all_channels
from omnicontent.config.channel_skeleton import Skeleton
from omnicontent.config.management.scripts import ScriptCommand

WRONG_CALL = 2
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LENGTH_MAX = 40
GUIDE = "docs/adding-a-channel.md"
PACKAGE_STEPS = """\
Next, from this checkout:
1. {install} --editable {folder}
2. .venv/bin/python -m pytest -c pyproject.toml {folder}/tests
3. Put the platform's own parts, limits and addresses in place of the invented ones: {guide}
"""
BUILT_IN_STEPS = """\
Next:
1. .venv/bin/python -m pytest tests/channels_out/test_{module}.py
2. Put the platform's own parts, limits and addresses in place of the invented ones: {guide}
3. .venv/bin/python manage.py channels --markdown > docs/reference/channels.md
"""


class Command(ScriptCommand):
    """Writes the skeleton of a channel."""

    help = "Write a new channel with its preview and its test, as a package of its own."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="slug of the channel, such as notice-board")
        parser.add_argument("--network", help="what groups its surfaces (default: the name)")
        kind = parser.add_mutually_exclusive_group()
        kind.add_argument(
            "--package",
            action="store_true",
            help="write a package that can be installed, into the current folder (the default)",
        )
        kind.add_argument(
            "--built-in",
            action="store_true",
            help="write module, preview and test into this checkout instead",
        )

    @override
    def handle(self, *args: object, **options: Any) -> None:
        slug, network = options["name"], options["network"] or options["name"]
        _refuse_wrong_name("name", slug)
        _refuse_wrong_name("network", network)
        if channel := all_channels().get(slug):
            raise CommandError(
                f'"{slug}" is the slug of {type(channel).__module__} already: choose another',
                returncode=WRONG_CALL,
            )
        skeleton = Skeleton(slug=slug, network=network, checked=timezone.localdate())
        if options["built_in"]:
            self._write(settings.BASE_DIR, skeleton.built_in_files())
            steps = BUILT_IN_STEPS.format(module=skeleton.module, guide=GUIDE)
        else:
            folder = Path.cwd() / f"omnicontent-{slug}"
            self._write(Path.cwd(), skeleton.package_files())
            steps = PACKAGE_STEPS.format(install=_installer(), folder=folder, guide=GUIDE)
        self.stderr.write(steps)

    def _write(self, root: Path, files: dict[str, str]) -> None:
        """Write all files, or none where one of them is there already."""
        if there := [name for name in files if (root / name).exists()]:
            raise CommandError(
                f"nothing written, for this is there already: {', '.join(there)}",
                returncode=WRONG_CALL,
            )
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            self.stdout.write(name)


def _installer() -> str:
    """Return what installs a package here: uv, or the pip of an environment made without it."""
    own = ".tools/bin/uv"
    uv = shutil.which("uv") or ((settings.BASE_DIR / own).exists() and own)
    python = ".venv/bin/python"
    return f"{uv} pip install --python {python}" if uv else f"{python} -m pip install"


def _refuse_wrong_name(what: str, name: str) -> None:
    if not NAME.fullmatch(name) or len(name) > LENGTH_MAX:
        raise CommandError(
            f'the {what} "{name}" can\'t be used: take lower-case words joined by hyphens, such '
            f"as notice-board, with a letter first and {LENGTH_MAX} characters at most",
            returncode=WRONG_CALL,
        )
