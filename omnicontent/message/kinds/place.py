"""Where it happens, and when it is open there."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.facts import Facts
from omnicontent.message.hours import SaidHours, find_hours, say_hours, spans_by_day
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import Place
from omnicontent.message.normalizing import has_words, without_links
from omnicontent.message.texts import Text

_MAIL = re.compile(r"\S+@\S+")


class PlaceKind(Kind[Place]):
    """One place or several; carried where the name of each is."""

    name = "place"
    model = Place
    label = "the place"

    @override
    def say(self, fact: Place, locale: str, form: Form) -> str:
        return "; ".join(_said(place, locale, form) for place in _all(fact))

    @override
    def carried(
        self, fact: Place, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        said = _MAIL.sub(" ", without_links(text.original))
        return all(has_words(said, place.name) for place in _all(fact))

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        for found in find_hours(text.plain, text.locale):
            yield Claim(self.name, found.start, found.end, found.said)

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        """Hold hours against the typed ones; where none are typed, they promise nothing."""
        known = [spans_by_day(one.hours) for one in _all(facts.place) if one.hours]
        said = claim.value
        if not isinstance(said, SaidHours) or not known:
            return "backed"
        agrees = any(
            all(_agrees(said, table.get(day, set())) for day in said.days) for table in known
        )
        return "backed" if agrees else "contradiction"

    @override
    def quotes(self, fact: Place, locale: str) -> Iterator[str]:
        for place in _all(fact):
            yield place.name
            yield place.address


def _all(fact: Place | None) -> tuple[Place, ...]:
    return (fact, *fact.also) if fact else ()


def _agrees(said: SaidHours, typed: set[tuple[int, int]]) -> bool:
    return typed.issuperset(said.spans) if said.spans else not typed


def _said(place: Place, locale: str, form: Form) -> str:
    if form == "short":
        return place.name
    hours = (say_hours(one, locale) for one in place.hours)
    return ", ".join(filter(None, (place.name, place.address, *hours)))
