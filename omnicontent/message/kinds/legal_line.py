"""The legal line: said word for word."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.misquotes import find_misquotes
from omnicontent.message.models import LegalLine
from omnicontent.message.normalizing import has_words
from omnicontent.message.texts import Text


class LegalLineKind(Kind[LegalLine]):
    """The sentence that the lawyers want."""

    name = "legal_line"
    model = LegalLine
    label = "the legal line"

    @override
    def say(self, fact: LegalLine, locale: str, form: Form) -> str:
        return fact.text

    @override
    def carried(
        self, fact: LegalLine, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        return has_words(text.original, fact.text)

    @override
    def misquotes(self, fact: LegalLine, text: str) -> Iterator[tuple[int, int]]:
        return iter(()) if has_words(text, fact.text) else find_misquotes(fact.text, text)

    @override
    def quotes(self, fact: LegalLine, locale: str) -> Iterator[str]:
        yield fact.text
