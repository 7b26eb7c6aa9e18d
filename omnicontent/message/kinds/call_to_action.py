"""The call to action: what to do, and the address where it is done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import override

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.distances import edit_distance
from omnicontent.message.fact import Fact
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import CallToAction
from omnicontent.message.phrases import phrases_for
from omnicontent.message.texts import Text
from omnicontent.text.addresses import is_address
from omnicontent.text.links import (
    Destination,
    destination,
    find_links,
    host_of,
    is_home_of,
    leads_to,
)


@dataclass(frozen=True, slots=True)
class SaidLink:
    """A link, and where all links of the text that it stands in lead."""

    url: str
    beside: frozenset[Destination] = field(compare=False)


class CallToActionKind(Kind[CallToAction]):
    """A verb and a link; carried where the link is, its tracking removed."""

    name = "call_to_action"
    model = CallToAction
    label = "the link of the call to action"

    @override
    def say(self, fact: CallToAction, locale: str, form: Form) -> str:
        verb = fact.verb.rstrip(": \u00a0\u202f")
        if form == "short" or verb.endswith(("!", "?", "…", ".")):
            return f"{verb} {fact.url}"
        return phrases_for(locale).call.format(verb=verb, url=fact.url)

    @override
    def carried(
        self, fact: CallToAction, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        return any(leads_to(link.url, fact.url) for link in text.links)

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        """Yield every link, at its place in the original: ``plain`` leaves addresses out."""
        links = [link for link in text.links if is_address(link.url)]
        beside = frozenset(filter(None, (destination(link.url) for link in links)))
        starts = _starts(text) if any("/" not in link.url for link in links) else {}
        for link in links:
            start = starts.get(link.url, -1)  # only a host without a path stands there
            end = start + len(link.url) if start >= 0 else -1
            said = SaidLink(link.url, beside)
            yield Claim(self.name, start, end, said, (link.start, link.end))

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        """Back the campaign's own link, its home page, and each link that another fact names.

        Another site's link beside the campaign's is no other address for it: nobody knows of it.
        """
        fact, said = facts.call_to_action, claim.value
        if not isinstance(said, SaidLink):
            return super().judge(claim, facts, at, locale)
        named = (link for _kind, one in facts.present() for link in _links_of(one))
        if any(leads_to(said.url, link) for link in named):
            return "backed"
        if fact is None:
            return "orphan"
        if is_home_of(said.url, fact.url):
            return "backed"
        both = destination(fact.url) in said.beside
        return "orphan" if both and not _look_alike(said.url, fact.url) else "contradiction"


def _starts(text: Text) -> dict[str, int]:
    """Return where each link in ``plain`` stands first."""
    return {link.url: link.start for link in reversed(list(find_links(text.plain)))}


def _look_alike(one: str, other: str) -> bool:
    """Tell whether readers may take one host for the other: a letter off, or another ending."""
    first, second = host_of(one), host_of(other)
    same_name = first.rpartition(".")[0] == second.rpartition(".")[0]
    inside = second in first
    return same_name or inside or edit_distance(first, second) <= 2


@lru_cache(maxsize=256)  # asked for every link of every channel's text
def _links_of(fact: Fact) -> tuple[str, ...]:
    return tuple(link.url for words in _words_in(fact.model_dump()) for link in find_links(words))


def _words_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _words_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _words_in(one)
