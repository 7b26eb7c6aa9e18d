"""The Message tab as typed facts."""

from typing import Any

from pydantic import ValidationError

from omnicontent.message.facts import Facts
from omnicontent.message.faults import faults_of
from omnicontent.phrases import phrase as _
from omnicontent.stories.clock import zone_named
from omnicontent.stories.errors import StoryError
from omnicontent.stories.plug_in_facts import facts_of, phrase_of

FIELDS: dict[str, str] = {
    "offer": "offer_value",
    "period": "period_end",
    "promo_code": "promo_code",
    "call_to_action": "cta_url",
    "legal_line": "legal_line",
    "place": "place_name",
    "contact": "contact_phone",
    "products": "products",
    "audience": "audience",
}
"""Kind of fact -> the page's field that is marked when the fact is refused."""
PART_FIELDS = {
    "offer.item": "offer_item",
    "offer.get": "offer_get",
    "offer.pay": "offer_pay",
    "place.hours": "place_hours",
    "place.also": "further_places",
    "contact.email": "contact_email",
}
"""Parts of a fact that have a field of their own."""


def to_facts(page: Any) -> Facts:
    """Return the facts that the page states.

    :raises StoryError: a fact contradicts itself; it names the field to mend.
    """
    stated = _stated(page) | facts_of(page.more_facts)
    try:
        return Facts.model_validate(stated)
    except ValidationError as error:
        first = next(faults_of(error))
        steps = [step for step in first.where if isinstance(step, str)]
        kind = steps[0] if steps else ""
        field = PART_FIELDS.get(".".join(steps[:2])) or FIELDS.get(kind, kind)
        message = _("This can't be published: %(fault)s", fault=phrase_of(first))
        raise StoryError(message, field=field) from error


def _stated(page: Any) -> dict[str, object]:
    stated = {
        "offer": _offer(page),
        "period": _period(page),
        "promo_code": page.promo_code and {"code": page.promo_code},
        "call_to_action": page.cta_verb and {"verb": page.cta_verb, "url": page.cta_url},
        "legal_line": page.legal_line and {"text": page.legal_line},
        "place": _place(page),
        "contact": _contact(page),
        "products": _products(page),
        "audience": page.audience and {"name": page.audience},
    }
    return {kind: fact for kind, fact in stated.items() if fact}


def _offer(page: Any) -> dict[str, object] | None:
    match page.offer_type:
        case "":
            return None
        case "free_item":
            return {"type": page.offer_type, "item": page.offer_item}
        case "n_for_m":
            return {"type": page.offer_type, "get": page.offer_get, "pay": page.offer_pay}
    offer: dict[str, object] = {"type": page.offer_type, "value": page.offer_value}
    if page.offer_type != "percent":
        offer["currency"] = page.offer_currency
    if page.offer_type == "price":
        offer["old_price"] = page.offer_old_price
    return offer


def _period(page: Any) -> dict[str, object] | None:
    if not (page.period_start or page.period_end):
        return None
    return {
        "start": page.period_start,
        "end": page.period_end,
        "time_zone": zone_named(page.period_time_zone).key,
    }


def _place(page: Any) -> dict[str, object] | None:
    if not page.place_name:
        return None
    return {
        "name": page.place_name,
        "address": page.place_address,
        "hours": [_hours(child.value) for child in page.place_hours],
        "also": [_further_place(child.value) for child in page.further_places],
    }


def _further_place(entered: Any) -> dict[str, object]:
    hours = [_hours(value) for value in entered["hours"]]
    return {"name": entered["name"], "address": entered["address"] or "", "hours": hours}


def _hours(entered: Any) -> dict[str, object]:
    return {
        "first": entered["first"],
        "last": entered["last"] or None,
        "opens": entered["opens"],
        "closes": entered["closes"],
    }


def _contact(page: Any) -> dict[str, object] | None:
    if not (page.contact_phone or page.contact_email):
        return None
    return {"phone": page.contact_phone, "email": page.contact_email}


def _products(page: Any) -> dict[str, object] | None:
    items = [
        {"name": child.value["name"], "reference": child.value["reference"] or ""}
        for child in page.products
    ]
    return {"items": items} if items else None
