"""Where it happens, and when it is open there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.facts import Facts
from omnicontent.message.hours import SaidHours, find_hours, say_hours, spans_by_day
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.misquotes import find_misquotes
from omnicontent.message.models import Place
from omnicontent.message.normalizing import has_words, without_links
from omnicontent.message.streets import SaidStreet, find_streets, spelled_out
from omnicontent.message.texts import Text

_MAIL = re.compile(r"(?<!\S)@*[^\s@]+@\S+")


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
        said = without_links(text.original)
        said = _MAIL.sub(" ", said) if "@" in said else said
        return all(_is_named(place, said) for place in _all(fact))

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        for found in find_hours(text.plain, text.locale):
            yield Claim(self.name, found.start, found.end, found.said)
        for street in find_streets(text.plain):
            yield Claim(self.name, street.start, street.end, street.said)

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        """Hold hours and addresses against the typed ones; without such they promise nothing."""
        places, said = _all(facts.place), claim.value
        if isinstance(said, SaidStreet):
            agrees = _is_another(said, places) or any(said.is_at(one.address) for one in places)
        elif isinstance(said, SaidHours):
            tables = [spans_by_day(one.hours) for one in places if one.hours]
            agrees = not tables or any(_are_of(said, table) for table in tables)
        else:
            agrees = True
        return "backed" if agrees else "contradiction"

    @override
    def misquotes(self, fact: Place, text: str) -> Iterator[tuple[int, int]]:
        for place in (fact, *fact.also):
            if not has_words(text, place.name):
                yield from find_misquotes(place.name, text)

    @override
    def quotes(self, fact: Place, locale: str) -> Iterator[str]:
        for place in _all(fact):
            yield place.name
            yield place.address


def _all(fact: Place | None) -> tuple[Place, ...]:
    return (fact, *fact.also) if fact else ()


def _is_another(said: SaidStreet, places: Sequence[Place]) -> bool:
    """Tell whether an address is neither in the street of a place nor said beside its name."""
    return not any(
        said.is_in_street_of(place.address) or has_words(said.around, place.name)
        for place in places
        if re.search(r"\d", place.address)
    )


def _are_of(said: SaidHours, table: Mapping[int, set[tuple[int, int]]]) -> bool:
    typed = [table.get(day, set()) for day in said.days]
    return all(spans.issuperset(said.spans) if said.spans else not spans for spans in typed)


def _said(place: Place, locale: str, form: Form) -> str:
    if form == "short":
        return place.name
    hours = (say_hours(one, locale) for one in place.hours)
    return ", ".join(filter(None, (place.name, place.address, *hours)))


def _is_named(place: Place, text: str) -> bool:
    """Tell whether a text says the place by its name, or by its street and number."""
    if has_words(text, place.name):
        return True
    street = place.address.partition(",")[0]
    numbered = any(sign.isdigit() for sign in street)
    return numbered and has_words(spelled_out(text), spelled_out(street))
