"""A text made ready for finding facts in it; what is found keeps its place in the original."""

from dataclasses import dataclass
from functools import cached_property

import regex

from omnicontent.message.normalizing import normalize
from omnicontent.text.links import FoundLink, find_links


@dataclass(frozen=True)
class Text:
    """Words in one language. ``plain`` is what patterns read: see ``normalizing``."""

    original: str
    locale: str

    @property
    def language(self) -> str:
        """The language subtag of the locale."""
        return self.locale.split("-")[0]

    @cached_property
    def links(self) -> tuple[FoundLink, ...]:
        """The links, at their places in the original."""
        return tuple(find_links(self.original))

    @cached_property
    def plain(self) -> str:
        """The text in one spelling, without links: what an address contains is not said."""
        return normalize(self._unlinked)

    @cached_property
    def _unlinked(self) -> str:
        text = self.original
        for link in self.links:
            if "/" in link.url:
                text = text[: link.start] + " " * (link.end - link.start) + text[link.end :]
        return text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``plain[start:end]`` stands in the original."""
        places = self._places
        return places[start][0], places[max(start, end - 1)][1]

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Where each character of ``plain`` comes from. Slow: asked for only to mark an issue."""
        places: list[tuple[int, int]] = []
        gap: tuple[int, int] | None = None
        for match in regex.finditer(r"\X", self._unlinked):
            for char in normalize(f"|{match[0]}|")[1:-1]:  # no mark composes with a bar
                if char.isspace():
                    gap = gap or match.span()
                    continue
                if gap and places:
                    places.append(gap)
                gap = None
                places.append(match.span())
        return places or [(0, 0)]
