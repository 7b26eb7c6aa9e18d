"""Whom a campaign is for: never said, only compared between campaigns."""

from collections.abc import Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import Audience
from omnicontent.message.texts import Text


class AudienceKind(Kind[Audience]):
    """The audience."""

    name = "audience"
    model = Audience
    label = "the audience"

    @override
    def say(self, fact: Audience, locale: str, form: Form) -> str:
        return ""

    @override
    def carried(
        self, fact: Audience, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        return True
