"""What search engines and link cards read from a page's head."""

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import override


@dataclass(slots=True)
class PageHead:
    """The head's sayings; a link card falls back from its own to the page's."""

    title: str = ""
    description: str = ""
    canonical: str = ""
    card_title: str = ""
    card_description: str = ""
    card_image: str = ""
    card_alt: str = ""


_META = {
    "description": "description",
    "og:title": "card_title",
    "og:description": "card_description",
    "og:image": "card_image",
    "og:image:alt": "card_alt",
}


class _HeadParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.head = PageHead()
        self._in_title = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = _META.get(values.get("property") or values.get("name", ""))
            if name:
                setattr(self.head, name, values.get("content", ""))
        elif tag == "link" and values.get("rel") == "canonical":
            self.head.canonical = values.get("href", "")
        self._in_title = tag == "title" and not self.head.title

    @override
    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    @override
    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.head.title += data


def read_head(html: str) -> PageHead:
    """Return what the page says of itself to machines, from its delivered bytes."""
    parser = _HeadParser()
    parser.feed(html)
    head = parser.head
    head.title = head.title.strip()
    head.card_title = head.card_title or head.title
    head.card_description = head.card_description or head.description
    return head
