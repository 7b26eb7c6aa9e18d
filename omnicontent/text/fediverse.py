"""Links, mentions and hashtags as Mastodon finds them, and what it counts of a post.

Mastodon uses X's twitter-text with wider paths and queries, more protocols and names of its own.
The Python port of twitter-text knows only X's forms and passes only part of Mastodon's cases, so
the expressions are put together here; the list of top-level domains is the port's.

https://github.com/mastodon/mastodon: ``app/validators/status_length_validator.rb``,
``app/lib/extractor.rb``, ``config/initializers/twitter_regex.rb``, ``app/models/tag.rb`` and
``account.rb``, as of 4.7.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from omnicontent.text.domains import break_endless_hosts, ending_pattern
from omnicontent.text.entities import Entity, without_overlaps

URL_LENGTH = 23
"""What a link counts unless the server says otherwise."""
_HOST_MAX, _URL_MAX, _SHORT_MAX = 253, 4096, 40
_LABEL_MAX = 126
"""A host's names have 63 letters, each perhaps with its accent apart. To look for their ends
further away would take minutes in a text without spaces."""

_SPACE = r"\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_BLANK = re.compile(rf"[{_SPACE}]*")
_TOKEN = re.compile(r"[^\t-\r ]+")
"""No link crosses one of these spaces, so links are looked for in what stands between them."""

_NO_CHARACTER = r"\ufffe\ufeff\uffff"
_BEFORE = (
    rf"(?:^|[^A-Za-z0-9@\uff20$#\uff03{_NO_CHARACTER}]"
    r"|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
)
_NOT_HOST = rf"\x00-,./:-@\[-^`{{-\x7f{_SPACE}{_NO_CHARACTER}\u180e"
_HOST = rf"[^\-_{_NOT_HOST}]"
_PATH = rf"[^{_SPACE}<>()?]"
_PARENTHESES = rf"\((?:{_PATH}+|{_PATH}*\({_PATH}+\){_PATH}*)\)"
_X_PATH = (
    r"[A-Za-z\u0400-\u04ff0-9!*';:=+,.$/%#\[\]\-\u2010-\u2015_~@|&\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254"
    r"\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff]"
)
_PATH_END = (
    rf"(?:[^{_SPACE}()?!*\"'「」<>;:=,.$%\[\]~&|@]"
    rf"|\((?:{_X_PATH}+|{_X_PATH}*\({_X_PATH}+\){_X_PATH}*)\))"
)
_UNICODE = "".join(
    rf"\U000{plane:02x}000-\U000{plane + 0xF:02x}ffd" for plane in range(0x10, 0xE0, 0x10)
)
_UNICODE = (
    rf"\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef{_UNICODE}"
    r"\U000e1000-\U000efffd\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
)
_QUERY = rf"(?:\?[A-Za-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^{_UNICODE}]*[A-Za-z0-9_&=#/\-{_UNICODE}])?"
_SHORT = re.compile(rf"https?://t\.co/([a-z0-9]+){_QUERY}", re.IGNORECASE)

_WORD = r"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}"
_MARKS = r"_\u00b7\u30fb\u200c"
_HASHTAG = regex.compile(
    rf"(?<![^{_SPACE}])[#\uff03](?P<value>"
    rf"[{_WORD}][{_WORD}{_MARKS}]*[\p{{Alphabetic}}{_MARKS}][{_WORD}{_MARKS}]*[{_WORD}]"
    rf"|[{_WORD}]*\p{{Alphabetic}}[{_WORD}]*)"
)
_MENTION = regex.compile(
    rf"(?<![=/{_WORD}])@(?P<value>(?i:[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)"
    rf"(?:@[{_WORD}]+(?:[.-]+[{_WORD}]+)*)?)"
)
_NO_MENTION_BEFORE = re.compile(
    r"[@\uff20]|://|[\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268"
    r"\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff]"
)


def countable(text: str, url_length: int = URL_LENGTH) -> str:
    """Return what Mastodon counts the graphemes of: signs for links, mentions without hosts."""
    if _BLANK.fullmatch(text):
        return ""
    parts, end = [], 0
    for entity in without_overlaps([*find_links(text), *find_mentions(text)]):
        name = entity.value.partition("@")[0]
        short = f"@{name}" if entity.kind == "mention" else "x" * url_length
        parts += [text[end : entity.start], short]
        end = entity.end
    return "".join([*parts, text[end:]])


def find_links(text: str) -> Iterator[Entity]:
    """Yield the addresses that begin with a protocol."""
    for token in _TOKEN.finditer(text):
        for start, end in _links_in(token[0]) if "://" in token[0] else ():
            yield Entity("link", token.start() + start, token.start() + end, token[0][start:end])


def find_mentions(text: str) -> Iterator[Entity]:
    """Yield ``@name`` and ``@name@host``."""
    for match in _MENTION.finditer(text):
        host = match["value"].partition("@")[2]
        if len(host) <= _HOST_MAX and not _NO_MENTION_BEFORE.match(text, match.end()):
            yield Entity("mention", match.start(), match.end(), match["value"])


def find_hashtags(text: str) -> Iterator[Entity]:
    """Yield hashtags; one that runs into an address ends before it."""
    for match in _HASHTAG.finditer(text):
        name = match["value"]
        if text.startswith("://", match.end()):
            name = re.sub(r"(?<=.)https?\Z", "", name)
        yield Entity("hashtag", match.start(), match.start() + 1 + len(name), name)


@lru_cache(maxsize=4096)
def _links_in(token: str) -> tuple[tuple[int, int], ...]:
    """Return where links stand in a text without spaces; fitting asks for the same ones."""
    return tuple(_find_links(break_endless_hosts(token)))


def _find_links(token: str) -> Iterator[tuple[int, int]]:
    for match in _url().finditer(token):
        start, end = match.span("url")
        if not match["protocol"]:
            continue
        if short := _SHORT.match(token, start, end):
            if len(short[1]) > _SHORT_MAX:
                continue
            end = short.end()
        if _is_host(match["host"], end - start):
            yield start, end


@cache
def _url() -> re.Pattern[str]:
    """Return the expression for an address, with or without a protocol: what matches is spent."""
    label = rf"{_HOST}[^_{_NOT_HOST}]{{,{_LABEL_MAX - 1}}}+(?<!-)\."
    sub = rf"{_HOST}[^{_NOT_HOST}]{{,{_LABEL_MAX - 1}}}+(?<![_-])\."
    return re.compile(
        rf"{_BEFORE}(?P<url>"
        r"(?P<protocol>(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://)?"
        rf"(?P<host>(?:{sub})*{label}{ending_pattern()})(?::[0-9]+)?"
        rf"(?:/(?:{_PATH}*(?:{_PARENTHESES}{_PATH}*)*{_PATH_END}|{_PATH}+/)*)?{_QUERY})",
        re.IGNORECASE,
    )


def _is_host(host: str, url_length: int) -> bool:
    """Tell whether the host can be written in ASCII, and the address is not too long then."""
    try:
        ascii_length = len(host.encode("idna"))
    except UnicodeError:
        return False
    return url_length + max(0, ascii_length - len(host)) <= _URL_MAX
