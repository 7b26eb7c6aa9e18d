"""What must be true of a whole campaign before it is published, as field -> plain words.

Drafts may break these rules: an editor saves half a thought. Publishing, submitting for approval
and turning a page into a story may not.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from omnicontent.phrases import Phrase
from omnicontent.phrases import phrase as _

Faults = Iterator[tuple[str, Phrase]]
WITHOUT_VALUE = ("free_item", "n_for_m")
COUNTS = ("offer_get", "offer_pay")
HASHTAG = re.compile(r"(?=.*[^\W\d_])\w+\Z")


def find_faults(data: Mapping[str, Any]) -> dict[str, Phrase]:
    """Return the first fault of every field; ``data`` holds the page's fields by name."""
    faults: dict[str, Phrase] = {}
    for check in CHECKS:
        for field, message in check(data):
            faults.setdefault(field, message)
    return faults


def split_hashtags(text: str) -> tuple[str, ...]:
    """Return the hashtags without number signs, each once, in order."""
    tags = (tag.lstrip("#") for tag in re.split(r"[\s,]+", text))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _offer(data: Mapping[str, Any]) -> Faults:
    kind, value = data.get("offer_type"), data.get("offer_value")
    if kind in WITHOUT_VALUE:
        if value is not None:
            yield "offer_value", _("An offer of this kind has no value: clear it.")
        return
    if kind and value is None:
        yield "offer_value", _("Enter the value of the offer, such as 30.")
    if value is not None and not kind:
        yield "offer_type", _("Choose what kind of offer this value is, or clear the value.")
    if kind == "percent" and value is not None and value > Decimal(100):
        yield "offer_value", _("A percentage off can't be more than 100.")


def _free_item(data: Mapping[str, Any]) -> Faults:
    item, kind = data.get("offer_item"), data.get("offer_type")
    if kind == "free_item" and not item:
        yield "offer_item", _("Say what is free, such as “tote bag”.")
    if item and kind != "free_item":
        yield "offer_item", _("Only “something free” names an item: clear it, or choose that.")


def _n_for_m(data: Mapping[str, Any]) -> Faults:
    get, pay = data.get("offer_get"), data.get("offer_pay")
    if data.get("offer_type") != "n_for_m":
        message = _("Only “several for the price of fewer” counts: clear this, or choose that.")
        yield from ((name, message) for name in COUNTS if data.get(name) is not None)
        return
    if get is None:
        yield "offer_get", _("Say how many the customer gets, such as 3.")
    if pay is None:
        yield "offer_pay", _("Say how many are paid, such as 2.")
    if get is not None and pay is not None and pay >= get:
        yield "offer_pay", _("The customer must get more than is paid.")


def _currency(data: Mapping[str, Any]) -> Faults:
    if data.get("offer_type") in ("price", "amount") and not data.get("offer_currency"):
        yield "offer_currency", _("Choose the currency of the price or amount.")


def _old_price(data: Mapping[str, Any]) -> Faults:
    old, value = data.get("offer_old_price"), data.get("offer_value")
    if old is None:
        return
    if data.get("offer_type") != "price":
        yield "offer_old_price", _("Only a price has an old price: clear this, or choose a price.")
    elif value is not None and old <= value:
        yield "offer_old_price", _("The old price must be higher than the new one.")


def _period(data: Mapping[str, Any]) -> Faults:
    start, end = data.get("period_start"), data.get("period_end")
    if start and end and end <= start:
        yield "period_end", _("The end must come after the start.")
    if (start or end) and not data.get("period_time_zone"):
        yield "period_time_zone", _("Choose the time zone in which these times are meant.")


def _call_to_action(data: Mapping[str, Any]) -> Faults:
    verb, url = data.get("cta_verb"), data.get("cta_url")
    if verb and not url:
        yield "cta_url", _("Enter the address to which “%(verb)s” leads.", verb=verb)
    if url and not verb:
        yield "cta_verb", _("Say what to do at this address, such as “Order now”.")


def _place(data: Mapping[str, Any]) -> Faults:
    if data.get("place_address") and not data.get("place_name"):
        yield "place_name", _("Name the place that has this address.")
    elif data.get("place_hours") and not data.get("place_name"):
        yield "place_name", _("Name the place that is open at these hours.")
    elif data.get("further_places") and not data.get("place_name"):
        yield "place_name", _("Name the first place here; further ones come behind it.")


def _hero(data: Mapping[str, Any]) -> Faults:
    if data.get("hero_image") and not data.get("hero_image_alt"):
        yield "hero_image_alt", _("Say what the picture shows, for people who can't see it.")


def _tags(data: Mapping[str, Any]) -> Faults:
    for tag in split_hashtags(data.get("hashtags") or ""):
        if not HASHTAG.match(tag):
            yield (
                "hashtags",
                _("“%(tag)s” is no hashtag: letters, digits and underscores only.", tag=tag),
            )


CHECKS = (
    _offer,
    _free_item,
    _n_for_m,
    _currency,
    _old_price,
    _period,
    _call_to_action,
    _place,
    _hero,
    _tags,
)
