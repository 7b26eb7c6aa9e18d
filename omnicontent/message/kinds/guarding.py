"""A third party's kind behind a guard: where it raises, its own facts suffer and no others.

What it judges wrong counts against the text: a fact is not carried, a claim is not backed. What
it can't find, it can't hold against a text: no claim, no quote and no misquote.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, override

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import AnyKind, Form, Kind
from omnicontent.message.texts import Text

logger = logging.getLogger(__name__)


class GuardedKind(Kind[Any]):
    """Another kind, whose exceptions are logged with what raised them."""

    def __init__(self, kind: AnyKind) -> None:
        self.inner = kind
        self.model = kind.model

    @override
    def say(self, fact: Any, locale: str, form: Form) -> str:
        return self._try(lambda: self.inner.say(fact, locale, form), "")

    @override
    def carried(self, fact: Any, text: Text, claims: Sequence[Claim], at: datetime | None) -> bool:
        return self._try(lambda: self.inner.carried(fact, text, claims, at), False)

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        none: tuple[Claim, ...] = ()
        yield from self._try(lambda: _sound(tuple(self.inner.claims(text)), text), none)

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        unproven = super().judge(claim, facts, at, locale)
        return self._try(lambda: self.inner.judge(claim, facts, at, locale), unproven)

    @override
    def quotes(self, fact: Any, locale: str) -> Iterator[str]:
        none: tuple[str, ...] = ()
        yield from self._try(lambda: tuple(self.inner.quotes(fact, locale)), none)

    @override
    def misquotes(self, fact: Any, text: str) -> Iterator[tuple[int, int]]:
        none: tuple[tuple[int, int], ...] = ()
        yield from self._try(lambda: _inside(tuple(self.inner.misquotes(fact, text)), text), none)

    @override
    def say_claim(self, claim: Claim, text: Text) -> str:
        usual = super().say_claim(claim, text)
        return self._try(lambda: self.inner.say_claim(claim, text), usual)

    def _try[T](self, ask: Callable[[], T], otherwise: T) -> T:
        try:
            return ask()
        except Exception:
            logger.exception('The kind of fact "%s" failed; see its package.', self.name)
            return otherwise


def _sound(claims: tuple[Claim, ...], text: Text) -> tuple[Claim, ...]:
    for claim in claims:
        if not claim.place and not 0 <= claim.start < claim.end <= len(text.plain):
            raise ValueError(f"{claim} stands outside of its text")
    return claims


def _inside(places: tuple[tuple[int, int], ...], text: str) -> tuple[tuple[int, int], ...]:
    for start, end in places:
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{start} to {end} stands outside of its text")
    return places


def guarded(kind: AnyKind) -> AnyKind:
    """Return ``kind`` behind a guard, under its own name and label."""
    own = {"name": kind.name, "label": kind.label}
    shell: AnyKind = type(f"Guarded{type(kind).__name__}", (GuardedKind,), own)(kind)
    return shell
