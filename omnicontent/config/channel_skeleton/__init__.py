"""What ``manage.py startchannel`` writes: the channel of docs/adding-a-channel.md, renamed.

Its files lie here with ``$slug`` and the like in place of names. A test compares them with the
package on that page, so that what people read is what they get.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """The names of a new channel, and the day that its invented limits are dated."""

    slug: str
    network: str
    checked: datetime.date

    @property
    def package(self) -> str:
        """Return the import name of the channel's own package."""
        return f"omnicontent_{self.module}"

    @property
    def module(self) -> str:
        """Return the slug as Python writes it."""
        return self.slug.replace("-", "_")

    @property
    def preview(self) -> str:
        """Return where the preview's template stands below a folder of templates."""
        return f"channels_out/{self.slug}/preview.html"

    def package_files(self) -> dict[str, str]:
        """Return path -> text of a package of the channel's own."""
        folder = f"omnicontent-{self.slug}"
        return {
            f"{folder}/pyproject.toml": self._text("pyproject.toml"),
            f"{folder}/{self.package}/__init__.py": self._text("__init__.py"),
            f"{folder}/{self.package}/channel.py": self._text("channel.py"),
            f"{folder}/{self.package}/templates/{self.preview}": self._text("preview.html"),
            f"{folder}/tests/test_{self.module}.py": self._text("test_channel.py"),
        }

    def built_in_files(self) -> dict[str, str]:
        """Return path -> text of a channel inside this repository."""
        return {
            f"channels_out/{self.module}.py": self._text("channel.py"),
            f"templates/{self.preview}": self._text("preview.html"),
            f"tests/channels_out/test_{self.module}.py": self._text("test_channel.py"),
        }

    def _text(self, file: str) -> str:
        return Template((HERE / f"{file}-tpl").read_text()).substitute(self._names())

    def _names(self) -> Mapping[str, str]:
        title = self.slug.replace("-", " ").title()
        return {
            "slug": self.slug,
            "network": self.network,
            "package": self.package,
            "name": title,
            "class_name": title.replace(" ", ""),
            "checked": f"{self.checked.year}, {self.checked.month}, {self.checked.day}",
        }
