"""What a text says of an offer, held against the campaign's."""

import re
from decimal import Decimal

from omnicontent.message.models import Offer
from omnicontent.message.offers.giveaways import names_item
from omnicontent.message.offers.said import Amount, Bundle, Gift, Percentage

CLOSE = Decimal("0.35")
"""A third off is 33 or 33.33 percent."""


_SERVICE = re.compile(
    r"deliver|shipping|postage|returns?\b|livraison|port\b|retours?|versand|lieferung|envío|"
    r"spedizione|parking|entry|entrée|eintritt|entrada|ingresso",
    re.IGNORECASE,
)
"""Not the thing that is free, but what comes with any."""
_OTHER = re.compile(
    r"\b(?:one|other|another|second|third|fourth|\d(?:nd|rd|th|e|ème)|friend|someone|somebody|guest|"
    r"mum|mom|dad|she|he|they|companion|partner|une?|autre|deuxième|troisième|ami|amie|quelqu'un|"
    r"invitée?|zweite\w*|dritte\w*|freund\w*|begleitung|otr[oa]|segund[oa]|tercer[oa]?|amig[oa]|"
    r"altr[oa]|second[oa]|terz[oa]|amic[oa])\b",
    re.IGNORECASE,
)
"""Whom, or which of several, three for the price of two makes free."""


def says(value: object, offer: Offer) -> bool:
    """Tell whether a claim says the offer itself, not only something that follows from it."""
    match value:
        case Percentage():
            return _says_percentage(value, offer)
        case Amount():
            return _in_currency(value, offer) and _says_amount(value, offer)
        case Gift():
            return offer.type == "free_item" and _gives(value, offer)
        case Bundle():
            return offer.type == "n_for_m" and (value.get, value.pay) == (offer.get, offer.pay)
        case _:
            return False


def _says_percentage(said: Percentage, offer: Offer) -> bool:
    if said.sense not in ("plain", "off", "named", "price"):
        return False
    if offer.type == "price":
        return _is_saving_in_percent(said.value, offer)
    return offer.type == "percent" and abs(said.value - offer.number) < CLOSE


def _says_amount(said: Amount, offer: Offer) -> bool:
    if offer.type == "price" and offer.old_price and said.sense == "off":
        return offer.old_price - offer.number in (said.value, said.other)
    senses = {"price": ("plain", "price", "named"), "amount": ("off", "named")}
    same = offer.number in (said.value, said.other)
    return same and said.sense in senses.get(offer.type, ())


def _gives(said: Gift, offer: Offer) -> bool:
    if _SERVICE.search(said.words) and not _SERVICE.search(offer.item):
        return False
    return names_item(said.words, said.around, offer.item)


def _in_currency(said: Amount, offer: Offer) -> bool:
    """Tell whether the sign may mean the offer's currency; a bare number may mean any."""
    return not said.currencies or offer.currency in said.currencies


def agrees(value: object, offer: Offer) -> bool:
    """Tell whether a claim says the offer, or what follows from it: the saving, the old price."""
    if says(value, offer):
        return True
    match value:
        case Percentage(sense="denied" | "old") | Amount(sense="denied"):
            return True
        case Percentage(sense="price") if offer.type == "percent":
            return value.value == 100 - offer.number
        case Amount(sense="below"):
            return offer.type != "price" or offer.number < value.value
        case Amount() if _in_currency(value, offer):
            return _follows(value, offer)
        case Gift(sure=False):
            return offer.type != "free_item"
        case Gift() if offer.type == "n_for_m":
            return _OTHER.search(value.words) is not None
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
            return False
        case Amount():
            return offer.type in ("price", "amount")
        case Gift():
            return offer.type == "free_item" and not _SERVICE.search(value.words)
        case Bundle():
            return offer.type == "n_for_m"
        case _:
            return False


def _follows(value: Amount, offer: Offer) -> bool:
    if offer.type == "amount":
        return value.value == offer.value and value.sense == "plain"
    if offer.type != "price" or offer.old_price is None:
        return False
    promised = ("hedged", "more", "condition", "fee", "below")
    if value.sense not in promised and value.value == offer.old_price - offer.number:
        return True
    return value.sense in ("old", "plain", "price") and value.value == offer.old_price


def _is_saving_in_percent(value: Decimal, offer: Offer) -> bool:
    """Tell whether a percentage is what the new price saves of the old one, rounded either way."""
    if offer.old_price is None:
        return False
    exact = 100 * (offer.old_price - offer.number) / offer.old_price
    return abs(value - exact) < 1
