"""What a page tells machines besides its words: schema.org in JSON-LD, the locale of Open Graph.

https://schema.org/WebPage, https://schema.org/Offer, https://ogp.me/#optional
"""

import json
from collections.abc import Sequence

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from omnicontent.channels.sheets import Sheet
from omnicontent.message.facts import Offer, Period


def describe_offer(offer: Offer | None, period: Period | None) -> dict[str, str] | None:
    """Return the offer in schema.org's words, without what only a page's text can say."""
    if offer is None:
        return None
    said = {"@type": "Offer"}
    if offer.type == "price":
        said |= {"price": str(offer.value), "priceCurrency": offer.currency}
    if period and period.start:
        said["validFrom"] = period.start.isoformat()
    if period and period.end:
        said["validThrough"] = period.end.isoformat()
    return said


def linked_page(
    sheet: Sheet, words: dict[str, str], pictures: Sequence[str], offer: object
) -> dict[str, object]:
    """Return the page as schema.org's ``WebPage``.

    ``words`` are its own properties, ``pictures`` one in each shape that searches show, the widest
    first; ``offer`` is of :func:`describe_offer`.
    """
    brand = {"@type": "Organization", "name": sheet.brand.name}
    page: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "publisher": brand,
        **{name: text for name, text in words.items() if text},
    }
    page |= {"url": sheet.url} if sheet.url else {}
    page |= {"image": list(pictures), "primaryImageOfPage": pictures[0]} if pictures else {}
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
