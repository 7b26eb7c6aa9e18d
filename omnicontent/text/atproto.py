"""Mentions, links and tags as the AT Protocol's own library finds them in a post.

Its network shows nothing as a link that has no facet, so what is not found here stays plain text.

https://github.com/bluesky-social/atproto: ``packages/api/src/rich-text/detection.ts`` and
``util.ts``. How long a tag may be: the lexicon ``app.bsky.richtext.facet``. Names of accounts:
https://atproto.com/specs/handle and https://atproto.com/specs/did.
"""

import re
from collections.abc import Iterator

import regex

from omnicontent.text.domains import top_level_domains
from omnicontent.text.entities import Entity, without_overlaps
from omnicontent.text.lengths import measure
from omnicontent.text.units import Unit

TAG_GRAPHEMES, TAG_BYTES = 64, 640
HANDLE_MAX, DID_MAX = 253, 2048

_SPACE = r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""The white space of JavaScript: another one than Python's."""
_UNSEEN = r"\xad\u2060\u200a-\u200d\u20e2"
_MENTION = re.compile(rf"(?<![^{_SPACE}(])@(?P<value>[a-zA-Z0-9.-]+)\b", re.ASCII)
_LINK = re.compile(
    rf"(?<![^{_SPACE}(])(?:https?://[^{_SPACE}]+"
    rf"|(?P<host>[a-z][a-z0-9]*(?:\.[a-z0-9]+)+)[^{_SPACE}]*)",
    re.IGNORECASE | re.ASCII,
)
_TAG = regex.compile(
    rf"(?<![^{_SPACE}])[#\uff03](?!\ufe0f)"
    rf"(?P<value>[^{_SPACE}{_UNSEEN}]*[^0-9\p{{P}}{_SPACE}{_UNSEEN}][^{_SPACE}{_UNSEEN}]*)"
)
_CLOSING_MARKS = regex.compile(r"\p{P}+$")
_CASHTAG = re.compile(
    rf"(?<![^{_SPACE}(])\$(?P<value>[A-Za-z][A-Za-z0-9]{{0,4}})(?=[{_SPACE}.,;:!?)\"'\u2019]|\Z)"
)

_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_HANDLE = re.compile(rf"(?:{_LABEL}\.)+(?![0-9]){_LABEL}")
_DID = re.compile(r"did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]")


def find_entities(text: str) -> list[Entity]:
    """Return what gets a facet, in order. A link's value is its whole address, a cashtag's its
    tag with the dollar sign; a mention's is a handle that has still to be resolved to a DID.
    """
    return without_overlaps([*_mentions(text), *_links(text), *_tags(text), *_cashtags(text)])


def is_tag(name: str) -> bool:
    """Tell whether a tag, without its sign, is as short as the lexicon wants it."""
    graphemes = measure(name, Unit.GRAPHEMES).count
    return graphemes <= TAG_GRAPHEMES and measure(name, Unit.UTF8_BYTES).count <= TAG_BYTES


def is_handle(name: str) -> bool:
    """Tell whether a name, without its at sign, is written as a handle."""
    return len(name) <= HANDLE_MAX and _HANDLE.fullmatch(name) is not None


def is_did(name: str) -> bool:
    """Tell whether a name is written as a DID."""
    return len(name) <= DID_MAX and _DID.fullmatch(name) is not None


def _mentions(text: str) -> Iterator[Entity]:
    for match in _MENTION.finditer(text):
        if _is_host(match["value"]) or match["value"].endswith(".test"):
            yield Entity("mention", match.start(), match.end(), match["value"])


def _links(text: str) -> Iterator[Entity]:
    for match in _LINK.finditer(text):
        if match["host"] and not _is_host(match["host"]):
            continue
        link = re.sub(r"[.,;:!?]\Z", "", match[0])
        if "(" not in link:
            link = link.removesuffix(")")
        whole = f"https://{link}" if match["host"] else link
        yield Entity("link", match.start(), match.start() + len(link), whole)


def _tags(text: str) -> Iterator[Entity]:
    for match in _TAG.finditer(text):
        tag = _CLOSING_MARKS.sub("", match["value"])
        if tag and is_tag(tag):
            yield Entity("hashtag", match.start(), match.start() + 1 + len(tag), tag)


def _cashtags(text: str) -> Iterator[Entity]:
    for match in _CASHTAG.finditer(text):
        yield Entity("cashtag", match.start(), match.end(), f"${match['value'].upper()}")


def _is_host(name: str) -> bool:
    """Tell whether the name ends in a top-level domain."""
    before, dot, last = name.rpartition(".")
    return bool(before and dot) and last.lower() in top_level_domains()
