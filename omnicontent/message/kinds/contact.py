"""Whom to ask: a telephone number, a mail address, or both."""

from collections.abc import Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import Contact
from omnicontent.message.texts import Text


class ContactKind(Kind[Contact]):
    """A number and an address; carried where both are."""

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
        return fact.phone in text.original and fact.email in text.original
