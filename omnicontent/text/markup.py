"""HTML made of words, and words made of HTML: links in both, characters that XML can hold.

``nh3`` cleans what others show on their pages, by the same parser as browsers.
"""

import re
from collections.abc import Callable
from html import escape, unescape

import nh3

from omnicontent.text.plain import html_to_text

REL = "nofollow noopener noreferrer"
"""What sites put on links that came from elsewhere."""
_TAGS = {"p", "br", "a", "b", "strong", "i", "em", "ul", "ol", "li", "h2", "blockquote", "code"}
_TAGS |= {"figure", "figcaption", "img", "span", "small"}
_ATTRIBUTES = {
    "a": {"href", "class"},
    "img": {"src", "alt", "width", "height"},
    "span": {"class"},
}
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_ANCHOR = re.compile(r'<a\b((?:[^<>"]|"[^"]*")*+)>((?:[^<]|<(?!/?a\b))*+)</a>')
"""Ends at the next anchor, so that a row of broken ones is read once."""
_ADDRESS = re.compile(r'\bhref="([^"]*)"')


def xml_text(text: str) -> str:
    """Return the text without characters that XML can't hold or discourages; nobody sees them.

    https://www.w3.org/TR/xml/#charsets
    """
    return _NOT_XML.sub("", text)


def safe_markup(html: str, rel: str = REL) -> str:
    """Return only what articles and posts are made of, each link with ``rel``."""
    return _clean(html, _ATTRIBUTES, rel)


def still_markup(html: str) -> str:
    """Return the same with links that lead nowhere: a picture of a post, not the post."""
    return _clean(html, _ATTRIBUTES | {"a": {"class"}}, "")


def _clean(html: str, attributes: dict[str, set[str]], rel: str) -> str:
    cleaned: str = nh3.clean(
        html,
        tags=_TAGS,
        attributes=attributes,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=rel or None,
    )
    return cleaned


def paragraphs_html(text: str, write: Callable[[str], str] = escape) -> str:
    """Return plain text as HTML: a paragraph behind each blank line, line breaks kept.

    ``write`` turns a line into HTML.
    """
    written = (
        "<br>".join(write(line) for line in paragraph.split("\n"))
        for paragraph in re.split(r"\n{2,}", text.strip().replace("\r\n", "\n"))
        if paragraph.strip()
    )
    return "".join(f"<p>{paragraph}</p>" for paragraph in written)


def text_with_links(html: str) -> str:
    """Return the words of HTML, each link's address in brackets behind its own words."""
    return html_to_text(_ANCHOR.sub(_with_address, html))


def _with_address(anchor: re.Match[str]) -> str:
    attributes, words = anchor.groups()
    address = _ADDRESS.search(attributes)
    said = unescape(re.sub(r"</?span[^<>]*>", "", words))
    return words if not address or said == unescape(address[1]) else f"{words} ({address[1]})"
