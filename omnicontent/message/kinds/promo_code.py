"""The promo code: what the customer types at the till."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import override

import regex

from omnicontent.message.claims import Claim
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import PromoCode
from omnicontent.message.phrases import phrases_for
from omnicontent.message.texts import Text


class PromoCodeKind(Kind[PromoCode]):
    """A code, said and found."""

    name = "promo_code"
    model = PromoCode
    label = "the promo code"

    @override
    def say(self, fact: PromoCode, locale: str, form: Form) -> str:
        return phrases_for(locale).code.format(code=fact.code)

    @override
    def carried(
        self, fact: PromoCode, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        """Case counts: WINTER is a code, winter is a season."""
        code = re.escape(fact.code)
        letter = r"[\p{Latin}\p{Nd}_]"  # a kanji before the code makes no longer code
        pattern = rf"(?<!{letter})(?<!{letter}-){code}(?!-?{letter})"
        return regex.search(pattern, text.plain) is not None
