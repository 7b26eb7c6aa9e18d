"""What a page tells machines besides its words: schema.org in JSON-LD, the locale of Open Graph.

https://schema.org/WebPage, https://schema.org/Offer, https://schema.org/Place,
https://schema.org/OpeningHoursSpecification, https://ogp.me/#optional
"""

import json
from collections.abc import Mapping, Sequence

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from omnicontent.channels.payloads import filled
from omnicontent.channels.sheets import Sheet
from omnicontent.message.facts import Contact, Facts, OpeningHours, Place, Product
from omnicontent.message.weekdays import days_of

type Thing = dict[str, object]


def describe_offer(facts: Facts) -> Thing | None:
    """Return the offer in schema.org's words, without what only a page's text can say.

    A percentage, an amount off or the price of fewer has no word there: the page's text says it.
    """
    offer, period, products = facts.offer, facts.period, facts.products
    if offer is None:
        return None
    said: Thing = {"@type": "Offer"}
    match offer.type:
        case "price":
            said |= {"price": str(offer.value), "priceCurrency": offer.currency}
        case "free_item":
            gift = {"@type": "Product", "name": offer.item}
            said["addOn"] = {"@type": "Offer", "price": "0", "itemOffered": gift}
        case "n_for_m":
            said["eligibleQuantity"] = {"@type": "QuantitativeValue", "minValue": offer.get}
    if period and period.start:
        said["validFrom"] = period.start.isoformat()
    if period and period.end:
        said["validThrough"] = period.end.isoformat()
    return said | filled(itemOffered=[_product(one) for one in products.items] if products else [])


def describe_places(place: Place | None) -> list[Thing]:
    """Return every place in schema.org's words, each with its opening hours."""
    return [
        filled(
            name=one.name,
            address=one.address,
            openingHoursSpecification=[_hours(hours) for hours in one.hours],
        )
        | {"@type": "Place"}
        for one in ((place, *place.also) if place else ())
    ]


def describe_contact(contact: Contact | None) -> Thing:
    """Return whom to ask in schema.org's words, {} where nobody is named."""
    said = filled(telephone=contact.phone, email=contact.email) if contact else {}
    return {"@type": "ContactPoint", **said} if said else {}


def _product(product: Product) -> Thing:
    return filled(name=product.name, sku=product.reference) | {"@type": "Product"}


def _hours(hours: OpeningHours) -> Thing:
    """Return some days' hours; those that end after midnight close earlier than they open."""
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [day.capitalize() for day in days_of(hours)],
        "opens": f"{hours.opens:%H:%M}",
        "closes": f"{hours.closes:%H:%M}",
    }


def linked_page(
    sheet: Sheet,
    words: dict[str, str],
    pictures: Sequence[str],
    described: Mapping[str, object],
) -> Thing:
    """Return the page as schema.org's ``WebPage``.

    ``words`` are its own properties, ``pictures`` one in each shape that searches show, the widest
    first; ``described`` are ``offer``, ``places`` and ``contact``, as the functions above say.
    """
    offer, contact = described.get("offer"), described.get("contact")
    brand: Thing = {"@type": "Organization", "name": sheet.brand.name}
    brand |= filled(contactPoint=contact)
    page: Thing = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "publisher": brand,
        **{name: text for name, text in words.items() if text},
    }
    page |= {"url": sheet.url} if sheet.url else {}
    page |= {"image": list(pictures), "primaryImageOfPage": pictures[0]} if pictures else {}
    page |= filled(contentLocation=described.get("places"))
    if isinstance(offer, dict):
        said = {"name": sheet.facts["offer"], "url": sheet.action, "offeredBy": brand}
        page["mainEntity"] = offer | {key: value for key, value in said.items() if value}
    return page


def script_json(value: object) -> str:
    """Return the value as JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def open_graph_locale(locale: str) -> str:
    """Return ``language_TERRITORY``, the territory where most speak it if none is named, or ""."""
    try:
        known = Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    likely = str(get_global("likely_subtags").get(str(known), ""))
    territory = known.territory or (likely.rpartition("_")[2] if "_" in likely else "")
    return f"{known.language}_{territory}" if territory else ""
