"""Which features of caniemail.com an HTML mail uses, by the slugs of its data."""

import re
from collections.abc import Iterator

from tests.channels_out.html_trees import Reader

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
PROPERTY = re.compile(r"(?:^|[;{])\s*([a-z-]+)\s*:\s*([^;}]+)")
ALIASES = {
    "css-border-top": "css-border",
    "css-border-left": "css-border",
    "css-border-right": "css-border",
    "css-font-family": "css-font",
    "css-padding-left": "css-padding",
    "css-padding-right": "css-padding",
    "html-b": "html-strong",
    "html-h1": "html-h1-h6",
    "html-h2": "html-h1-h6",
    "html-li": "html-lists",
    "html-ol": "html-lists",
    "html-ul": "html-lists",
}
"""Names that caniemail.com treats together."""
FOR_ONE_PROGRAM = ("mso-", "-ms-", "-webkit-", "supported-color-schemes")
"""Ways to tell one program something, which all others leave unread."""
EVERYWHERE = {"color"}
"""What no mail program lacks, so that caniemail does not list it."""
PLAIN_TAGS = {"html", "head", "title", "meta", "a", "br", "em", "i", "tbody", "tr", "td", "th"}
PLAIN_ATTRIBUTES = {
    *(
        "alt",
        "aria-roledescription",
        "bgcolor",
        "border",
        "class",
        "content",
        "href",
        "http-equiv",
    ),
    *("media", "name", "scope", "src", "style", "type", "xmlns", "xmlns:o", "xmlns:v"),
}
SELECTORS = {
    "css-selector-id": re.compile(r"#\w"),
    "css-selector-class": re.compile(r"\.[a-z]"),
    "css-selector-descendant": re.compile(r"\w\s+[.#\w]"),
    "css-selector-grouping": re.compile(r","),
    "css-selector-chaining": re.compile(r"\w\.[a-z]"),
    "css-selector-child": re.compile(r">"),
    "css-selector-adjacent-sibling": re.compile(r"\+"),
    "css-selector-attribute": re.compile(r"\["),
    "css-selector-universal": re.compile(r"\*"),
}
UNITS = {"%": "percent"}


def features_of(html: str) -> set[str]:
    """Return the slugs of all features used; one that caniemail lacks is a slug of its own."""
    shown = COMMENT.sub("", html)
    tree = Reader(shown)
    return {
        ALIASES.get(slug, slug)
        for found in (_of_elements(tree), _of_styles(shown, tree), _of_pictures(tree))
        for slug in found
    } | ({"html-comments"} if shown != html else set())


def _of_elements(tree: Reader) -> Iterator[str]:
    for tag, attributes in tree.elements:
        if tag not in PLAIN_TAGS:
            yield f"html-{tag}"
        for name in attributes:
            if name not in PLAIN_ATTRIBUTES:
                yield f"html-{name}"
        if tag == "meta" and attributes.get("name") == "color-scheme":
            yield "html-meta-color-scheme"
        if attributes.get("href", "").startswith("mailto:"):
            yield "html-mailto-links"


def _of_styles(html: str, tree: Reader) -> Iterator[str]:
    sheets = re.findall(r"<style[^>]*>(.*?)</style>", html, re.DOTALL)
    inline = [attributes["style"] for _tag, attributes in tree.elements if "style" in attributes]
    for text in (*sheets, *inline):
        yield from _of_properties(text)
    for sheet in sheets:
        yield from _of_sheet(sheet)


def _of_properties(text: str) -> Iterator[str]:
    for name, value in PROPERTY.findall(text):
        if name.startswith(FOR_ONE_PROGRAM) or name in EVERYWHERE:
            continue
        yield f"css-{name}"
        if name == "display" and value.startswith("none"):
            yield "css-display-none"
        if "!important" in value:
            yield "css-important"
        for unit in re.findall(r"(?<![#\w.])[\d.]+([a-z]+|%)", value):
            yield f"css-unit-{UNITS.get(unit, unit)}"


def _of_sheet(sheet: str) -> Iterator[str]:
    if "@media" in sheet:
        yield "css-at-media"
    if "prefers-color-scheme" in sheet:
        yield "css-at-media-prefers-color-scheme"
    for selector in re.findall(r"([^{}@;]+)\{", sheet):
        for slug, pattern in SELECTORS.items():
            if pattern.search(selector.strip()):
                yield slug


def _of_pictures(tree: Reader) -> Iterator[str]:
    for image in tree.all("img"):
        yield f"image-{image['src'].rpartition('.')[2]}"
