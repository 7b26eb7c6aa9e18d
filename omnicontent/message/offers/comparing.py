"""What a text says of an offer, held against the campaign's."""

from decimal import Decimal

from omnicontent.message.models import Offer
from omnicontent.message.normalizing import fold
from omnicontent.message.offers.said import Amount, Bundle, Gift, Percentage

CLOSE = Decimal("0.35")
"""A third off is 33 or 33.33 percent."""


def says(value: object, offer: Offer) -> bool:
    """Tell whether a claim says the offer itself, not only something that follows from it."""
    match value:
        case Percentage():
            wanted = offer.type == "percent" and value.sense in ("plain", "off", "price", "named")
            return wanted and abs(value.value - offer.number) < CLOSE
        case Amount():
            senses = {"price": ("plain", "price", "named"), "amount": ("off", "named")}.get(
                offer.type, ()
            )
            same = value.value == offer.value and offer.currency in value.currencies
            return value.sense in senses and same
        case Gift():
            return offer.type == "free_item" and _names(value.words, offer.item)
        case Bundle():
            return offer.type == "n_for_m" and (value.get, value.pay) == (offer.get, offer.pay)
        case _:
            return False


def agrees(value: object, offer: Offer) -> bool:
    """Tell whether a claim says the offer, or what follows from it: the saving, the old price."""
    if says(value, offer):
        return True
    match value:
        case Percentage(sense="plain" | "off" | "named" | "price") if offer.type == "price":
            return _is_saving_in_percent(value.value, offer)
        case Amount() if offer.currency in value.currencies:
            return _follows(value, offer)
        case Gift():
            return offer.type == "n_for_m" and not value.words
        case _:
            return False


def is_rival(value: object, offer: Offer) -> bool:
    """Tell whether a claim speaks of the same thing as the offer, with another value."""
    match value:
        case Percentage():
            return offer.type == "percent" or offer.old_price is not None
        case Amount(sense="condition" | "fee"):
            return False
        case Amount(sense="price") if offer.type == "amount":
            return value.value != offer.number
        case Amount():
            return offer.type in ("price", "amount")
        case Gift():
            return offer.type == "free_item"
        case Bundle():
            return offer.type == "n_for_m"
        case _:
            return False


def _follows(value: Amount, offer: Offer) -> bool:
    if offer.type == "amount":
        return value.value == offer.value and value.sense == "plain"
    if offer.type != "price" or offer.old_price is None:
        return False
    if value.sense == "off":
        return value.value == offer.old_price - offer.number
    return value.sense in ("old", "plain", "price") and value.value == offer.old_price


def _is_saving_in_percent(value: Decimal, offer: Offer) -> bool:
    """Tell whether a percentage is what the new price saves of the old one, rounded either way."""
    if offer.old_price is None:
        return False
    exact = 100 * (offer.old_price - offer.number) / offer.old_price
    return abs(value - exact) < 1


def _names(words: str, item: str) -> bool:
    """Tell whether words name an item: all its words are there, in any number."""
    return _stems(item) <= _stems(words)


def _stems(words: str) -> set[str]:
    return {word.rstrip("s") for word in fold(words).replace("-", " ").split()}
