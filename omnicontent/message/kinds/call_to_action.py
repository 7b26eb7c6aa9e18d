"""The call to action: what to do, and the address where it is done."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import override

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.fact import Fact
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import CallToAction
from omnicontent.message.phrases import phrases_for
from omnicontent.message.texts import Text
from omnicontent.text.addresses import is_address
from omnicontent.text.links import find_links, is_home_of, leads_to


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
        for link in text.links:
            if is_address(link.url):
                start = text.plain.find(link.url)  # only a host without a path stands there
                end = start + len(link.url) if start >= 0 else -1
                yield Claim(self.name, start, end, link.url, (link.start, link.end))

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        """Back the campaign's own link, its home page, and each link that another fact names."""
        url, fact = str(claim.value), facts.call_to_action
        named = (link for _kind, one in facts.present() for link in _links_of(one))
        if any(leads_to(url, link) for link in named) or (fact and is_home_of(url, fact.url)):
            return "backed"
        return "contradiction" if fact else "orphan"


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
