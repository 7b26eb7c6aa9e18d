"""Where it happens, and when it is open there."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import Place
from omnicontent.message.normalizing import has_words, without_links
from omnicontent.message.texts import Text


class PlaceKind(Kind[Place]):
    """One place or several; carried where the name of each is."""

    name = "place"
    model = Place
    label = "the place"

    @override
    def say(self, fact: Place, locale: str, form: Form) -> str:
        return "; ".join(_said(place, form) for place in (fact, *fact.also))

    @override
    def carried(
        self, fact: Place, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        said = without_links(text.original)
        return all(has_words(said, place.name) for place in (fact, *fact.also))

    @override
    def quotes(self, fact: Place, locale: str) -> Iterator[str]:
        for place in (fact, *fact.also):
            yield place.name
            yield place.address


def _said(place: Place, form: Form) -> str:
    return f"{place.name}, {place.address}" if place.address and form == "long" else place.name
