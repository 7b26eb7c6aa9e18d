"""The message lock: what a text carries of the facts, contradicts of them, or makes up."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal

from omnicontent.message.claims import Claim
from omnicontent.message.fact import Fact, FactKind
from omnicontent.message.facts import Facts
from omnicontent.message.finding import unread_words
from omnicontent.message.kinds.registry import all_kinds
from omnicontent.message.misquotes import PARAGRAPH
from omnicontent.message.normalizing import has_words, normalize
from omnicontent.message.saying import say
from omnicontent.message.texts import Text
from omnicontent.text.links import leads_to


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a text, and where; ``missing`` has no place."""

    kind: Literal["missing", "forbidden", "contradiction", "orphan"]
    fact: FactKind
    span: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What a text says of the facts, and everything that is wrong with it."""

    carries: tuple[FactKind, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a surface must say and must not, and what is said there without being a promise."""

    must: Collection[FactKind] = ()
    never: Collection[FactKind] = ()
    phrases: tuple[str, ...] = ()
    """Names such as the brand's: numbers inside them promise nothing."""
    addresses: tuple[str, ...] = ()
    """Addresses that are the campaign's own besides that of the call to action."""


def check_text(
    facts: Facts,
    text: str,
    locale: str,
    wanted: Wanted = Wanted(),
    *,
    links: Iterable[str] = (),
    at: datetime | None = None,
) -> Proof:
    """Hold a plain text against the facts.

    ``links``: addresses that the surface links without showing them, such as a button's. ``at``:
    when it is read; without it, words such as "tomorrow" are neither proof nor fault.
    """
    said = [(kind, fact) for kind, fact in facts.present() if say(fact, locale)]
    shown = "\n\n".join((text, *links))
    claims = _claims_in(shown, locale)
    carried = tuple(_carried(said, shown, locale, claims, at))
    findings = [
        *(Finding("missing", kind) for kind, _fact in said if kind in wanted.must),
        *(Finding("forbidden", kind) for kind in carried if kind in wanted.never),
    ]
    findings = [one for one in findings if one.kind != "missing" or one.fact not in carried]
    findings += _misquoted(said, text)
    return Proof(carried, (*findings, *_unbacked(facts, claims, wanted, at, locale, len(text))))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    text: Text
    claims: tuple[Claim, ...]


def _claims_in(text: str, locale: str) -> list[_Paragraph]:
    kinds = tuple(all_kinds())
    return [
        _Paragraph(match.start(), *_read(match[0], locale, kinds))
        for match in PARAGRAPH.finditer(text)
    ]


@lru_cache(maxsize=4096)  # the same sentences go to thirty channels
def _read(
    paragraph: str, locale: str, kinds: tuple[FactKind, ...]
) -> tuple[Text, tuple[Claim, ...]]:
    text = Text(paragraph, locale)
    found = (claim for name in kinds for claim in all_kinds()[name].claims(text))
    return text, tuple(sorted(found, key=lambda claim: claim.start))


def _carried(
    said: Sequence[tuple[FactKind, Fact]],
    text: str,
    locale: str,
    found: Sequence[_Paragraph],
    at: datetime | None,
) -> Iterator[FactKind]:
    whole = Text(text, locale)
    for name, fact in said:
        claims = tuple(
            claim for paragraph in found for claim in paragraph.claims if claim.kind == name
        )
        if all_kinds()[name].carried(fact, whole, claims, at) or any(
            has_words(text, words) for words in unread_words(fact, locale)
        ):
            yield name


def _misquoted(said: Iterable[tuple[FactKind, Fact]], text: str) -> Iterator[Finding]:
    for kind, fact in said:
        for start, end in all_kinds()[kind].misquotes(fact, text):
            yield Finding("contradiction", kind, text[start:end], start, end)


def _unbacked(
    facts: Facts,
    found: Sequence[_Paragraph],
    wanted: Wanted,
    at: datetime | None,
    locale: str,
    end: int,
) -> Iterator[Finding]:
    for paragraph in found:
        for claim in paragraph.claims:
            verdict = all_kinds()[claim.kind].judge(claim, facts, at, locale)
            if verdict == "backed" or _is_own(claim, paragraph.text, facts, wanted):
                continue
            start, stop = claim.place or paragraph.text.span(claim.start, claim.end)
            span = paragraph.text.original[start:stop]
            place = (paragraph.start + start, paragraph.start + stop)
            hidden = place[0] >= end
            yield Finding(verdict, claim.kind, span, *((None, None) if hidden else place))


def _is_own(claim: Claim, text: Text, facts: Facts, wanted: Wanted) -> bool:
    """Tell whether a claim is the campaign's own: one of its addresses, or inside its words."""
    if claim.place:
        shown = text.original[slice(*claim.place)]
        if any(leads_to(shown, address) for address in wanted.addresses):
            return True
    return claim.start >= 0 and _is_quoted(claim, text, facts, wanted)


def _is_quoted(claim: Claim, text: Text, facts: Facts, wanted: Wanted) -> bool:
    """Tell whether a claim stands inside words that a fact or the campaign owns."""
    quotes = [
        words
        for name, fact in facts.present()
        for words in all_kinds()[name].quotes(fact, text.locale)
    ]
    return any(_holds(normalize(words), claim, text.plain) for words in (*quotes, *wanted.phrases))


def _holds(own: str, claim: Claim, text: str) -> bool:
    """Tell whether ``own`` stands in the text so that it covers the claim."""
    around = text[max(0, claim.end - len(own)) : claim.start + len(own)]
    return len(own) >= claim.end - claim.start and own.casefold() in around.casefold()
