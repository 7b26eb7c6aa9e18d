"""Links: found in a text, compared without our tracking, and tracked.

URLs are parsed by pydantic, as in the facts: the same WHATWG rules for hosts and escapes on both
sides of every comparison.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

import regex
from pydantic import HttpUrl, ValidationError

_TRACKING = "utm_"
_CLICK_IDS = frozenset({"gclid", "fbclid", "mc_cid", "mc_eid"})
"""What advertisers' and mailers' tools add; as little a part of where a link leads as ours."""
_WORD = r"[\p{L}\p{N}\p{Mn}\p{Mc}_--\ufe0f]"
"""With vowel signs and accents, as in some scripts no word goes without; no emoji's variation."""
_END = r"\s<>\"«»“”\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""What ends an address: a space, a quote, a mark that turns the text's direction."""
_FOUND = regex.compile(
    rf"(?<![@.-]|{_WORD})(?:(?i:https?)://[^{_END}]++"
    rf"|(?:[\p{{L}}\p{{N}}_-](?:-|{_WORD})*+\.)+\p{{L}}[\p{{L}}\p{{Mn}}\p{{Mc}}--\ufe0f]++"
    rf"(?!@|{_WORD})(?::\d{{2,5}}+(?!{_WORD}))?(?:[/?#][^{_END}]*+)?)",
    regex.VERSION1,
)
Destination = tuple[str, str, str, str]
"""Host, path, query and fragment of a web address, in one spelling."""
_CLOSING = ".,;:!?…'’*_"
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_UNRESERVED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link in a text, without the sentence's own closing marks."""

    url: str
    start: int
    end: int


def find_links(text: str) -> Iterator[FoundLink]:
    """Yield the links in ``text``; ``https://`` may be left out, as people and posts do."""
    for match in _FOUND.finditer(text):
        url = _trim(match[0])
        yield FoundLink(url, match.start(), match.start() + len(url))


def _trim(url: str) -> str:
    """Leave to the sentence what is the sentence's: closing marks and unopened brackets."""
    while url:
        last = url[-1]
        unopened = last in _BRACKETS and url.count(_BRACKETS[last]) < url.count(last)
        if last not in _CLOSING and not unopened:
            break
        url = url[:-1]
    return url


def same_target(one: str, other: str) -> bool:
    """Tell whether two URLs lead to the same place: case, escapes and tracking do not count."""
    first = _canonical(one)
    return first is not None and first == _canonical(other)


def leads_to(shown: str, target: str) -> bool:
    """Tell whether readers who follow ``shown`` come to ``target``.

    More than :func:`same_target`, neither the scheme counts nor ``www.``, nor a slash at the end,
    nor what other tools add for counting clicks.
    """
    place = destination(shown)
    return place is not None and place == destination(target)


def is_home_of(shown: str, target: str) -> bool:
    """Tell whether ``shown`` is the home page of the host that ``target`` is on."""
    home, place = destination(shown), destination(target)
    return home is not None and place is not None and home == (place[0], "", "", "")


def host_of(url: str) -> str:
    """Return the host that a link leads to, without ``www.``, or "" where it leads nowhere."""
    place = destination(url)
    return place[0] if place else ""


def whole_link(shown: str, links: Iterable[str]) -> str:
    """Return which of the links a text shows as ``shown``, shorter or without tracking, or ""."""
    return next((link for link in links if same_target(link, shown)), "")


@lru_cache(maxsize=1024)  # each link of a text is held against each of the campaign
def destination(url: str) -> Destination | None:
    """Return where a link leads, None for what is no web address."""
    canonical = _canonical(_drop(url, lambda name: name in _CLICK_IDS))
    if canonical is None:
        return None
    parts = urlsplit(f"https://{canonical}")
    host = parts.netloc.removeprefix("www.").removesuffix(".")
    return host, parts.path.rstrip("/"), parts.query, parts.fragment


def _canonical(url: str) -> str | None:
    """Return one spelling for all spellings of a web address, None for anything else."""
    if not re.match(r"[a-z][a-z0-9+.-]*://", url, re.IGNORECASE):
        url = f"https://{url}"
    try:
        parts = urlsplit(str(HttpUrl(drop_tracking(url))))
    except (ValidationError, ValueError):
        return None
    path = _escapes(parts.path) or "/"
    return f"{parts.netloc}{path}?{_escapes(parts.query)}#{_escapes(parts.fragment)}"


def _escapes(text: str) -> str:
    """Write each character in one way: escaped only where it has to be, in capitals."""

    def one_way(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        return char if char in _UNRESERVED else match[0].upper()

    return re.sub(r"%([0-9a-fA-F]{2})", one_way, text)


def drop_tracking(url: str) -> str:
    """Return ``url`` without ``utm_`` parameters; the rest stays byte for byte."""
    return _drop(url, lambda name: name.startswith(_TRACKING))


def _drop(url: str, unwanted: Callable[[str], bool]) -> str:
    start, query, fragment = _parts(url)
    pairs = query.removeprefix("?").split("&")
    kept = [pair for pair in pairs if not unwanted(_name(pair))]
    if len(kept) < len(pairs):
        query = f"?{'&'.join(kept)}" if kept else ""
    return start + query + fragment


def add_tracking(url: str, **parameters: str) -> str:
    """Return ``url`` with ``utm_`` parameters: ``add_tracking(url, source="x", medium="social")``.

    All that is there stays byte for byte; a parameter that the editor has set already wins.
    """
    start, query, fragment = _parts(url)
    present = {_name(pair) for pair in re.split("[?&;]", query)}
    added = "&".join(
        f"{_TRACKING}{name}={quote(value, safe='')}"
        for name, value in parameters.items()
        if value and _TRACKING + name not in present
    )
    joint = "" if not added or query == "?" else "&" if query else "?"
    return start + query + joint + added + fragment


def _parts(url: str) -> tuple[str, str, str]:
    """Return what stands before the query, the query and the fragment, each with its sign.

    Taking them apart by ``urlsplit`` and putting them together again would lose a lone sign, and
    change the case of the scheme.
    """
    start, hash_sign, fragment = url.partition("#")
    start, question_mark, query = start.partition("?")
    return start, question_mark + query, hash_sign + fragment


def _name(pair: str) -> str:
    return unquote(pair.partition("=")[0]).lower()
