"""Hashtags, mentions and cashtags in a text, found where they stand.

The rules are those of X's twitter-text, the only published ones with cases of their own. Wider in
one thing, as other networks need it: a mention's name may be long, hold dots and hyphens, and name
a host (``@name@host.example``). Networks with rules of their own have modules of their own:
:mod:`~omnicontent.text.fediverse` and :mod:`~omnicontent.text.atproto`.

https://github.com/twitter/twitter-text/tree/master/conformance
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from omnicontent.text.links import find_links

EntityKind = Literal["link", "mention", "hashtag", "cashtag"]

_MARKS = (
    r"_\u200c\u200d\ua67e\u05be\u05f3\u05f4\u0f0b\u0f0c\u00b7"
    r"\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003"
)
"""Marks inside words of some scripts: joiners, Hebrew and Tibetan signs, middle dots."""
_WORD = rf"[\p{{L}}\p{{M}}\p{{Nd}}{_MARKS}]"
_HASHTAG = regex.compile(
    # Behind an emoji's variation selector, itself a mark, a hashtag may begin.
    rf"(?<![\p{{L}}\p{{M}}\p{{Nd}}{_MARKS}&/#\uff03--[\ufe0e\ufe0f]])"
    rf"[#\uff03](?![\ufe0f\u20e3])(?P<value>{_WORD}*[\p{{L}}\p{{M}}]{_WORD}*+)(?![#\uff03]|://)",
    regex.VERSION1,
)
_MENTION = regex.compile(
    r"(?:(?<![A-Z0-9_!#$%&*@\uff20+/-])|(?<=(?:^|[^A-Z0-9_+~.-])rt))[@\uff20]"
    r"(?P<value>[A-Z0-9_]++(?:[.-]++[A-Z0-9_]++)*+(?:@\w++(?:[.-]++\w++)++)?+)"
    r"(?![@\uff20]|://|[\u00c0-\u024f\u0253-\u02bb\u0300-\u036f\u1e00-\u1eff])",
    regex.IGNORECASE,
)
_CASHTAG = regex.compile(
    r"(?<![^\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    r"\$(?P<value>[A-Z]{1,6}(?:[._][A-Z]{1,2})?)(?=$|[\s!'#%&\"()*+,\\./:;<=>?@\[\]^_{|}~$-])",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entity:
    """What ``text[start:end]`` is; ``value`` is a tag or a name without its sign, or the link."""

    kind: EntityKind
    start: int
    end: int
    value: str


def find_hashtags(text: str) -> Iterator[Entity]:
    """Yield a number sign with a word behind it that has at least one letter."""
    return _find("hashtag", _HASHTAG, text)


def find_mentions(text: str) -> Iterator[Entity]:
    """Yield an at sign with an account's name behind it; ``name@host`` is one elsewhere."""
    return _find("mention", _MENTION, text)


def find_cashtags(text: str) -> Iterator[Entity]:
    """Yield a dollar sign with the letters of a share behind it."""
    return _find("cashtag", _CASHTAG, text)


def find_entities(text: str) -> list[Entity]:
    """Return links, mentions, hashtags and cashtags in order; nothing inside anything else."""
    links = [Entity("link", link.start, link.end, link.url) for link in find_links(text)]
    return without_overlaps(
        [*links, *find_mentions(text), *find_hashtags(text), *find_cashtags(text)]
    )


def without_overlaps(entities: list[Entity]) -> list[Entity]:
    """Return the entities in order of their place; where two overlap, the earlier one."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda entity: entity.start):
        if not kept or kept[-1].end <= entity.start:
            kept.append(entity)
    return kept


def _find(kind: EntityKind, pattern: "regex.Pattern[str]", text: str) -> Iterator[Entity]:
    for match in pattern.finditer(text):
        yield Entity(kind, match.start(), match.end(), match["value"])
