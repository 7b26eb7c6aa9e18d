"""Rules of RSS 2.0, Atom and JSON Feed 1.1, as the validators of the W3C and of JSON Feed ask.

https://validator.w3.org/feed/docs/, https://www.rfc-editor.org/rfc/rfc4287,
https://www.jsonfeed.org/version/1.1/
"""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

from tests.channels_out.html_trees import Reader

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
FORBIDDEN_TAGS = {"script", "iframe", "object", "embed", "form", "style", "meta", "link", "base"}


def rss_faults(text: str) -> Iterator[str]:
    """Yield every rule of RSS 2.0 that the document breaks."""
    root = ElementTree.fromstring(text)
    (channel,) = root
    if (root.tag, root.get("version"), channel.tag) != ("rss", "2.0", "channel"):
        yield "it is no RSS 2.0"
    yield from _once(channel, ("title", "link", "description"), required=True)
    yield from _once(channel, ("language", "lastBuildDate"))
    if not LANGUAGE.fullmatch(channel.findtext("language", "")):
        yield "the language is no language"
    for item in channel.iter("item"):
        yield from _rss_item_faults(item)
    for element in channel.iter():
        yield from _rss_value_faults(element)


def _rss_item_faults(item: ElementTree.Element) -> Iterator[str]:
    yield from _once(item, ("title", "description", "guid"), required=True)
    yield from _once(item, ("link", "pubDate", CONTENT))
    for guid in item.iter("guid"):
        if guid.get("isPermaLink") != "false" and not is_web(guid.text):
            yield "a guid that is no permalink must say so"
    yield from html_faults(item.findtext(CONTENT, ""))
    yield from html_faults(item.findtext("description", ""))


def _rss_value_faults(element: ElementTree.Element) -> Iterator[str]:
    if element.tag == "link" and not is_web(element.text):
        yield f"a link that is no web address: {element.text!r}"
    if element.tag in ("pubDate", "lastBuildDate"):
        parsedate_to_datetime(element.text)
    if element.tag == "enclosure" and not (element.get("length") or "").isdigit():
        yield "an enclosure without its length"
    if element.tag == f"{MEDIA}content" and not is_web(element.get("url")):
        yield "a file that is no web address"


def atom_faults(text: str) -> Iterator[str]:
    """Yield every rule of RFC 4287 that the document breaks."""
    feed = ElementTree.fromstring(text)
    if feed.tag != f"{ATOM}feed":
        yield "it is no Atom"
    if feed.find(f"{ATOM}author/{ATOM}name") is None:
        yield "nobody is its author"
    ids = [found.text for found in feed.iter(f"{ATOM}id")]
    if len(set(ids)) < len(ids):
        yield "two elements share an id"
    for node in (feed, *feed.iter(f"{ATOM}entry")):
        yield from _atom_node_faults(node)
    for link in feed.iter(f"{ATOM}link"):
        if not is_web(link.get("href")):
            yield "a link that is no web address"
    for content in feed.iter(f"{ATOM}content"):
        yield from html_faults(content.text or "") if content.get("type") == "html" else ()


def _atom_node_faults(node: ElementTree.Element) -> Iterator[str]:
    needed = [f"{ATOM}{name}" for name in ("id", "title", "updated")]
    yield from _once(node, needed, required=True)
    yield from _once(node, [f"{ATOM}{name}" for name in ("published", "summary", "content")])
    if not urlsplit(node.findtext(f"{ATOM}id", "")).scheme:
        yield "an id that is no IRI"
    links = [link for link in node.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    if len({(link.get("type"), link.get("hreflang")) for link in links}) < len(links):
        yield "two alternates of one kind"
    for name in ("updated", "published"):
        for found in node.findall(f"{ATOM}{name}"):
            if datetime.fromisoformat(found.text or "").tzinfo is None:
                yield f"{name} has no time zone"


def json_feed_faults(feed: dict) -> Iterator[str]:
    """Yield every rule of JSON Feed 1.1 that the object breaks."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "the version is not 1.1"
    if not isinstance(feed.get("title"), str) or not isinstance(feed.get("items"), list):
        yield "title or items are missing"
    if "author" in feed:
        yield "author became authors"
    for name in ("home_page_url", "feed_url", "icon", "favicon"):
        if name in feed and not is_web(feed[name]):
            yield f"{name} is no web address"
    for item in feed.get("items", []):
        yield from _json_item_faults(item)


def _json_item_faults(item: dict) -> Iterator[str]:
    if not isinstance(item.get("id"), str) or not item["id"]:
        yield "an item without an id"
    if not (item.get("content_html") or item.get("content_text")):
        yield "an item without content"
    yield from html_faults(item.get("content_html", ""))
    for name in ("url", "external_url", "image", "banner_image"):
        if name in item and not is_web(item[name]):
            yield f"{name} is no web address"
    for name in ("date_published", "date_modified"):
        if name in item and datetime.fromisoformat(item[name]).tzinfo is None:
            yield f"{name} has no time zone"
    yield from _json_list_faults(item)


def _json_list_faults(item: dict) -> Iterator[str]:
    for file in item.get("attachments", []):
        if not is_web(file.get("url")) or "/" not in file.get("mime_type", ""):
            yield "an attachment without address or type"
    if not all(isinstance(tag, str) for tag in item.get("tags", [])):
        yield "a tag that is no text"


def html_faults(html: str) -> Iterator[str]:
    """Yield markup that readers drop, and addresses that lead nowhere elsewhere."""
    tree = Reader(html)
    for tag, attributes in tree.elements:
        if tag in FORBIDDEN_TAGS or any(name.startswith("on") for name in attributes):
            yield f"content with {tag}"
        for name in ("href", "src"):
            if name in attributes and not re.match(r"(https?|mailto|tel):", attributes[name]):
                yield f"content with the relative address {attributes[name]!r}"


def is_web(address: str | None) -> bool:
    """Tell whether the text is a whole web address."""
    parts = urlsplit(address or "")
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in (address or "")


def _once(node: ElementTree.Element, names, *, required: bool = False) -> Iterator[str]:
    for name in names:
        found = node.findall(name)
        if len(found) > 1:
            yield f"{name} is there {len(found)} times"
        if required and not (found and (found[0].text or "").strip()):
            yield f"{name} is missing"
