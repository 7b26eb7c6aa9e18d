"""The Message tab as typed facts."""

from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from omnicontent.message.facts import Facts
from omnicontent.stories.clock import zone_named
from omnicontent.stories.errors import StoryError

FIELDS: dict[str, str] = {
    "offer": "offer_value",
    "period": "period_end",
    "promo_code": "promo_code",
    "call_to_action": "cta_url",
    "legal_line": "legal_line",
    "place": "place_name",
}
"""Kind of fact -> the page's field that is marked when the fact is refused."""


def to_facts(page: Any) -> Facts:
    """Return the facts that the page states.

    :raises StoryError: a fact contradicts itself; it names the field to mend.
    """
    try:
        return Facts.model_validate(_stated(page))
    except ValidationError as error:
        first = error.errors()[0]
        kind = str(first["loc"][0])
        message = _("This can't be published: %s.") % first["msg"].removeprefix("Value error, ")
        raise StoryError(message, field=FIELDS.get(kind, kind)) from error


def _stated(page: Any) -> dict[str, object]:
    stated = {
        "offer": _offer(page),
        "period": _period(page),
        "promo_code": page.promo_code and {"code": page.promo_code},
        "call_to_action": page.cta_verb and {"verb": page.cta_verb, "url": page.cta_url},
        "legal_line": page.legal_line and {"text": page.legal_line},
        "place": page.place_name and {"name": page.place_name, "address": page.place_address},
    }
    return {kind: fact for kind, fact in stated.items() if fact}


def _offer(page: Any) -> dict[str, object] | None:
    if not page.offer_type:
        return None
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
