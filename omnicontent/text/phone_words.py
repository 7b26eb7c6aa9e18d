"""The words before a number that make it a telephone's, or anything else's."""

import re

_NOUNS = (
    r"(?:tel|tél|telephone|téléphone|telefon|teléfono|telefono|phone|mobile?|portable|handy|"
    r"móvil|cell|cellulare|fax|hotline|helpline|infoline|whatsapp|sms|numéro vert|numero verde|"
    r"standard|rufnummer)"
)
_VERBS = (
    r"(?:call|dial|ring|text|phone|appele[rz]|appelle|compose[rz]?|joindre|"
    r"joignables?|téléphone[rz]|anrufen|rufen sie|ruf|wählen?|wählen sie|"
    r"ll[aá]m(?:a|e|ar|anos|enos|ad)|marque|marca|chiam(?:a|i|ate|aci|ateci|are)|componi)"
)
_BETWEEN = (
    r"(?:[ :,-]+(?:us|me|our|team|now|today|free|freephone|toll-free|number|the|on|at|nous|vite|"
    r"dès|maintenant|gratuitement|conseillers?|numéro|service|client|le|au|uns|an|jetzt|"
    r"kostenlos|unter|der|die|al|el|ya|hoy|gratis|lo|il|subito|numero|to|is|by phone|n°))"
)
TELEPHONE = re.compile(
    rf"\b(?:(?:tel|tél|fax)\.?[ :]*|{_NOUNS}\.?(?: ?: ?|{_BETWEEN}{{1,4}}[ :]+)"
    rf"|{_VERBS}{_BETWEEN}{{0,5}}[ :]+"
    rf"|(?:contact|contacte[rz]|tapez|faites){_BETWEEN}{{1,5}}[ :]+"
    r"|text \S{2,24} to |envoyez \S{2,24}(?: par sms)? au )"
    r"(?=[\d(])",
    re.IGNORECASE,
)
"""``Call us now on …``, ``Tél. : …``, ``Text WINTER to …``."""
INFORMATION = re.compile(
    r"\b(?:infos?|informations?|informaci[oó]n|informazioni|reserv(?:as|ations?)|réservations?|"
    r"prenotazioni|buchung|reservierung|bookings?|questions?|contact|kontakt|contacto|contatt[oi])"
    r" ?\?? ?: ?(?=[\d(])",
    re.IGNORECASE,
)
"""``Reservas: …``, before long numbers only."""
UNIT = re.compile(
    r"\+| ?[%€$£]|[.,:/-]\d| ?(?:euros?|eur|usd|gbp|chf|h|heures?|hours?|hrs?|min\w*|days?|jours?|"
    r"tage|stunden|horas|ore|giorni|clients?|people|persons?|personnes|customers?|friends|amis|"
    r"fois|times|mal|veces|volte|points?|[gmt]o|[gmt]b|k?m|m²|k?g|ml|l|cl|cm|mm|ans?|years?|"
    r"am|pm|uhr|st|nd|rd|th|er|[^\W\d_]{4,}s)\b",
    re.IGNORECASE,
)
"""What follows a number that counts something."""
_OTHER = re.compile(
    r"(?:\b(?:commandes?|orders?|réf(?:érence)?|ref(?:erence)?|sku|ean|gtin|isbn|upc|iban|bic|"
    r"siret|siren|rcs(?: \w+){0,3}|tva|vat|ust-id\w*|account|compte|invoice|facture|dossier|"
    r"contrat|contract|colis|suivi|tracking|serial|série|bestell\w*|kunden\w*|rechnung\w*|pedido|"
    r"factura|ordine|fattura|nif|cif|iva|hrb|steuer\w*|id|code|licen[cs]e|duns|article|art|item|"
    r"model|modèle|modell|lot|batch|scores?|loto|gagnants|tirage|ticket|agrément|"
    r"client (?:n°|nº|no|id)|customer (?:no|id)|"
    r"(?:numéro|n°) client|customer number|card|carte)\.?|#)"
    r"[ :.#]{0,3}(?:(?:numbers?|nos?|nr|num[ée]ro|n°|nº|nummer|id)[ :.#]{0,3}){0,2}$",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){0,7}(?: ?[A-Z\d]{1,3})? ?$|\d{3,} $")
"""An IBAN, or a longer number, that goes on."""
_STOP = re.compile(r"\b(?:STOP|ARRET|UNSUBSCRIBE|(?i:stop sms|sms stop))\b[^.!?\n]{0,40}$")
_PRICE = re.compile(r"[€$£] ?$")


def is_other(text: str, start: int) -> bool:
    """Tell whether the words before a number give it out as something else than a telephone's."""
    before = text[max(0, start - 60) : start]
    return any(pattern.search(before) is not None for pattern in (_OTHER, _ACCOUNT, _STOP, _PRICE))
