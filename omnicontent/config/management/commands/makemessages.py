"""``manage.py makemessages``: Django's, for what built-in channels and facts are called, too.

Their modules know no Django, so they can't mark their words. These are read from the specs: a new
channel's are listed nowhere.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, override

from django.core.management import CommandError
from django.core.management.commands import makemessages

from omnicontent.channels.registry import load_channels
from omnicontent.stories.wording import words_of, words_of_characters, words_of_facts


class Command(makemessages.Command):
    """Collects words for the catalogs."""

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        with TemporaryDirectory() as folder:
            self.spoken = Path(folder) / "words_of_channels.py"
            self.spoken.write_text("\n".join(marked_words()), encoding="utf-8")
            super().handle(*args, **options)

    @override
    def find_files(self, root: str) -> list[makemessages.TranslatableFile]:
        words = self.translatable_file_class(
            str(self.spoken.parent), self.spoken.name, self.default_locale_path
        )
        return [*super().find_files(root), words]


def marked_words() -> Iterator[str]:
    """Yield a line of code for each word of the built-in channels and facts, in a lasting order.

    :raises CommandError: a channel breaks, so its words would be missing.
    """
    built_in = load_channels(group=None)
    for module, error in built_in.failures.items():
        raise CommandError(f"{module} can't be read for its words: {error}")
    words = {word for channel in built_in.channels.values() for word in words_of(channel.spec)}
    words |= {*words_of_facts(), *words_of_characters()}
    yield from sorted(f"pgettext({context!r}, {text!r})" for context, text in words)
