"""What HTML says in plain words, and the HTML a story's paragraph may hold.

Cleaned by ``nh3``, the kept binding of ammonia: it parses as browsers do, so nothing hides in
broken markup. :func:`sentences` lives in its own module.
"""

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import override

import nh3

from omnicontent.text.sentences import sentences

__all__ = ["clean_html", "html_to_text", "lines_of", "sentences"]

_BLOCKS = (
    "p div h1 h2 h3 h4 h5 h6 ul ol blockquote section article header footer main aside figure "
    "figcaption table hr dl pre address form fieldset nav"
)
_PARAGRAPHS = frozenset(_BLOCKS.split())
_LINES = frozenset({"tr", "li", "dt", "dd"})
_CELLS = frozenset({"td", "th"})
_UNSEEN = {"script", "style", "title", "template", "noscript", "svg", "math", "iframe", "object"}
_UNSEEN |= {"audio", "video", "canvas", "select", "textarea"}
_STORY_TAGS = {"p", "a", "b", "strong", "i", "em", "ul", "ol", "li", "br"}
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_PARAGRAPH_SIGNS = 4000
"""Longer texts are whole pages, of which each is read once."""
_LINE, _PARAGRAPH = "\v", "\f"
"""Breaks between blocks while reading; a line break that the author typed is a newline."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def html_to_text(html: str) -> str:
    """Return the visible text: paragraphs apart by a blank line, list items behind "- "."""
    return _read_paragraph(html) if len(html) <= _PARAGRAPH_SIGNS else _read(html)


@lru_cache(maxsize=1024)  # every channel reads the same paragraphs of a body
def _read_paragraph(html: str) -> str:
    return _read(html)


def _read(html: str) -> str:
    reader = _Reader()
    reader.feed(
        nh3.clean(
            html,
            tags=set(
                _PARAGRAPHS | _LINES | _CELLS | {"br", "span", "a", "b", "strong", "i", "em"}
            ),
            clean_content_tags=_UNSEEN,
            attributes={"*": {"style", "hidden"}},
            link_rel=None,
        )
    )
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Collects visible text from well-formed HTML; breaks are marks that later collapse."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._hidden: list[str] = []
        """The hidden element we are in and the elements of its name inside it."""
        self._lists = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        hides = "hidden" in given or bool(_HIDDEN.search(given.get("style") or ""))
        deeper = self._hidden[0] == tag if self._hidden else hides
        if deeper and tag not in {"br", "hr"}:
            self._hidden.append(tag)
        self._break(tag, opening=True)

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._hidden and self._hidden[0] == tag:
            self._hidden.pop()
        self._break(tag, opening=False)

    @override
    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._pieces.append(_SPACE.sub(" ", data))

    def _break(self, tag: str, *, opening: bool) -> None:
        if self._hidden:
            return
        if tag in {"ul", "ol"}:
            self._lists += 1 if opening else -1
        if tag == "br" and opening:
            self._pieces.append("\n")
        elif tag in _PARAGRAPHS:
            self._pieces.append(_LINE if self._lists else _PARAGRAPH)
        elif tag in _LINES and opening:
            self._pieces.append(f"{_LINE}- " if tag == "li" else _LINE)
        elif tag in _CELLS:
            self._pieces.append(" ")

    def text(self) -> str:
        """Return what was read; breaks that meet make one, the widest wins."""
        text = re.sub(r" {2,}", " ", "".join(self._pieces))
        text = re.sub(r"(?<=\v- )[ \n\v\f]+", "", text)
        return re.sub(r" ?[\n\v\f][ \n\v\f]*", _widest, text).strip(" \n")


def _widest(breaks: re.Match[str]) -> str:
    wide = _PARAGRAPH in breaks[0] or breaks[0].count("\n") > 1
    return "\n\n" if wide else "\n"


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines that say something, without space at their ends."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def clean_html(html: str) -> str:
    """Return only the tags a story's paragraph may hold, with http(s), mailto and tel links."""
    cleaned: str = nh3.clean(
        html,
        tags=_STORY_TAGS,
        clean_content_tags=_UNSEEN,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        url_relative="deny",
        link_rel=None,
    )
    return cleaned
