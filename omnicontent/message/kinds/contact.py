"""Whom to ask: a telephone number, a mail address, or both."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import Contact
from omnicontent.message.normalizing import has_words
from omnicontent.message.texts import Text
from omnicontent.text.phones import Phone, find_phones, is_local, reaches, read_phone

_MAIL = re.compile(r"(?<![\w.@/+-])[\w][\w.+%'-]{0,63}@(?:[\w-]+\.)+[^\W\d_]{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MailAddress:
    """A mail address, in small letters."""

    address: str


FEW_DIGITS = 7
"""A number with fewer may be anything."""


class ContactKind(Kind[Contact]):
    """A number and an address; carried where one of them is, the number in any spelling.

    Either is a way to ask, and no short message has room for both.
    """

    name = "contact"
    model = Contact
    label = "the contact"

    @override
    def say(self, fact: Contact, locale: str, form: Form) -> str:
        return " · ".join(filter(None, (fact.phone, fact.email)))

    @override
    def carried(
        self, fact: Contact, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        wanted = ((Phone, fact.phone), (MailAddress, fact.email))
        return any(self._says(fact, of, words, text, claims) for of, words in wanted if words)

    def _says(
        self, fact: Contact, of: type, words: str, text: Text, claims: Sequence[Claim]
    ) -> bool:
        if any(_is(claim, of) and _agrees(claim.value, fact, text.language) for claim in claims):
            return True
        if of is Phone and _dials(words, text.plain):
            return True
        return not self._reads(words, text.locale) and has_words(text.plain, words)

    def _reads(self, words: str, locale: str) -> bool:
        """Tell whether ``words`` are found by their shape alone, as a short number is not."""
        return any(self.claims(Text(words, locale)))

    @override
    def claims(self, text: Text) -> Iterator[Claim]:
        for found in find_phones(text.plain):
            yield Claim(self.name, found.start, found.end, found.phone)
        if "@" in text.plain:
            for match in _MAIL.finditer(text.plain):
                yield Claim(self.name, *match.span(), MailAddress(match[0].casefold()))

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        """A contact without a number knows of no number: it contradicts none."""
        fact = facts.contact
        if fact is None or not (fact.phone if _is(claim, Phone) else fact.email):
            return "orphan"
        language = locale.split("-")[0]
        agrees = _agrees(claim.value, fact, language) or _is_near(claim.value, fact, language)
        return "backed" if agrees else "contradiction"


def _is(claim: Claim, wanted: type) -> bool:
    return isinstance(claim.value, wanted)


def _agrees(value: object, fact: Contact, language: str) -> bool:
    if isinstance(value, Phone):
        return reaches(value, read_phone(fact.phone), language)
    return value == MailAddress(fact.email.casefold())


def _is_near(value: object, fact: Contact, language: str) -> bool:
    return isinstance(value, Phone) and is_local(value, read_phone(fact.phone), language)


def _dials(number: str, text: str) -> bool:
    """Tell whether a text has a number without its country, in groups of its own."""
    digits = read_phone(number).number
    if len(digits) < FEW_DIGITS:
        return False
    pattern = r"(?: / |[ ./-])?".join(digits)
    found = re.search(rf"(?<!\d)0?(?:[ ./-])?{pattern}(?!\d)", text)
    return found is not None and "+" not in text[max(0, found.start() - 5) : found.start()]
