"""Which fields of a campaign all its languages share, and which each says in its own words.

A new field of ``CampaignPage`` goes into one of the three lists; a test fails until it stands in
one. A new fact goes into :data:`FACTS`: that alone makes it the same in every language. Translated
pages then show it read-only, a publication carries it over, and the gate compares its kind.
"""

from wagtail_localize.fields import BaseTranslatableField, SynchronizedField, TranslatableField

FACTS = (
    "offer_type",
    "offer_value",
    "offer_currency",
    "offer_old_price",
    "offer_get",
    "offer_pay",
    "period_start",
    "period_end",
    "period_time_zone",
    "promo_code",
)
"""Entered once, in the language that the campaign was begun in."""
CHOICES = (
    "hero_image",
    "hero_video",
    "channels",
    "cta_url",
    "place_hours",
    "contact_phone",
    "contact_email",
    "audience",
)
"""The same in every language until an editor of one chooses otherwise there."""
WORDS = (
    "headline",
    "key_message",
    "summary",
    "body",
    "hashtags",
    "hero_image_alt",
    "cta_verb",
    "legal_line",
    "place_name",
    "place_address",
    "further_places",
    "offer_item",
    "products",
    "more_facts",
    "own_words",
)
"""Translated: also what the law wants said, and how a place is called."""

TRANSLATABLE_FIELDS: list[BaseTranslatableField] = [
    *(SynchronizedField(name, overridable=False) for name in FACTS),
    *(SynchronizedField(name) for name in CHOICES),
    *(TranslatableField(name) for name in WORDS),
]
"""The same split, as wagtail-localize reads it."""
