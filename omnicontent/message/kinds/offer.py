"""The offer: a price, a percentage or an amount off, an item free, three for the price of two."""

from collections.abc import Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim
from omnicontent.message.kinds.kind import Form, Kind
from omnicontent.message.models import Offer
from omnicontent.message.money import say_money, say_percent
from omnicontent.message.numbers import find_money, find_percentages
from omnicontent.message.phrases import phrases_for
from omnicontent.message.texts import Text


class OfferKind(Kind[Offer]):
    """What the customer gets."""

    name = "offer"
    model = Offer
    label = "the offer"

    @override
    def say(self, fact: Offer, locale: str, form: Form) -> str:
        phrases = phrases_for(locale)
        match fact.type:
            case "free_item":
                return phrases.free.format(item=fact.item)
            case "n_for_m":
                return phrases.n_for_m.format(get=fact.get, pay=fact.pay)
            case "percent":
                amount = say_percent(fact.number, locale)
            case _:
                amount = say_money(fact.number, fact.currency, locale, form)
        if fact.type != "price":
            return f"-{amount}" if form == "short" else phrases.off.format(amount=amount)
        if fact.old_price is None or form == "short":
            return amount
        old = say_money(fact.old_price, fact.currency, locale, form)
        return phrases.instead.format(new=amount, old=old)

    @override
    def carried(
        self, fact: Offer, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        if fact.type == "percent":
            found = find_percentages(text.plain)
            senses = {"plain", "off"}
        else:
            found = find_money(text.plain, fact.currency, text.locale)
            senses = {"plain"} if fact.type == "price" else {"off"}
        return any(said.value == fact.value and said.sense in senses for said in found)
