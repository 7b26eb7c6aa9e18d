"""The offer: a price, a percentage or an amount off, an item free, three for the price of two."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import override

from omnicontent.message.claims import Claim, Verdict
from omnicontent.message.facts import Facts
from omnicontent.message.kinds.kind import FORMS, Form, Kind
from omnicontent.message.models import Offer
from omnicontent.message.money import say_money, say_percent
from omnicontent.message.offers.comparing import agrees, is_rival, says
from omnicontent.message.offers.gifts import find_bundles, find_gifts, is_given
from omnicontent.message.offers.percentages import find_percentages
from omnicontent.message.offers.prices import find_amounts, says_bare_price
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
                words = phrases.free_short if form == "short" else phrases.free
                return words.format(item=fact.item)
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
    def claims(self, text: Text) -> Iterator[Claim]:
        yield from find_percentages(text.plain, text.language)
        yield from find_amounts(text.plain, text.locale)
        yield from find_bundles(text.plain, text.language)
        yield from find_gifts(text.plain, text.language)

    @override
    def carried(
        self, fact: Offer, text: Text, claims: Sequence[Claim], at: datetime | None
    ) -> bool:
        if any(says(claim.value, fact) for claim in claims):
            return True
        if fact.type == "free_item":
            return is_given(text.plain, fact.item, text.language)
        return fact.type == "price" and says_bare_price(fact.number, text.plain)

    @override
    def judge(self, claim: Claim, facts: Facts, at: datetime | None, locale: str) -> Verdict:
        if facts.offer is None:
            return "orphan"
        if agrees(claim.value, facts.offer):
            return "backed"
        return "contradiction" if is_rival(claim.value, facts.offer) else "orphan"

    @override
    def quotes(self, fact: Offer, locale: str) -> Iterator[str]:
        """Yield our own words for what is free: "free gift: tote bag" gives one thing, not two."""
        if fact.type == "free_item":
            yield from (self.say(fact, locale, form) for form in FORMS)
            yield fact.item
