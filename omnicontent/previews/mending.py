"""Where in the editor a story's field is mended."""

from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.urls import reverse
from django.utils.text import capfirst

from omnicontent.channels.content import Issue
from omnicontent.message.kinds.plug_ins import plug_in_kinds
from omnicontent.phrases import Words
from omnicontent.stories.models import BrandSettings, CampaignPage
from omnicontent.stories.wording import in_words

_FORM_FIELDS = {
    "hero_image.alt": "hero_image_alt",
    "overrides": "own_words",
    "forms": "own_words",
    "offer": "offer_type",
    "offer.type": "offer_type",
    "offer.value": "offer_value",
    "offer.currency": "offer_currency",
    "offer.old_price": "offer_old_price",
    "offer.item": "offer_item",
    "offer.get": "offer_get",
    "offer.pay": "offer_pay",
    "period": "period_end",
    "period.start": "period_start",
    "period.end": "period_end",
    "period.time_zone": "period_time_zone",
    "call_to_action": "cta_verb",
    "call_to_action.verb": "cta_verb",
    "call_to_action.url": "cta_url",
    "place": "place_name",
    "place.name": "place_name",
    "place.address": "place_address",
    "place.hours": "place_hours",
    "place.also": "further_places",
    "contact": "contact_phone",
    "contact.phone": "contact_phone",
    "contact.email": "contact_email",
    "locale": "",
    "id": "",
    "url": "slug",
    "published_at": "",
}
"""Story fields that the editor's form calls otherwise; ``""``: not the editor's to mend."""


@dataclass(frozen=True, slots=True)
class Mend:
    """One issue with the address of the field that mends it."""

    message: str
    severity: str
    field_label: str = ""
    url: str = ""


def mend(issue: Issue, page_id: int | None, words: Words | None = None) -> Mend:
    """Return the issue with the field's label and its address in the editor.

    ``words`` say more than the issue does by itself.
    """
    return mend_at(in_words(words or issue.words), issue.field, page_id, issue.severity)


def mend_at(message: str, field: str, page_id: int | None, severity: str = "error") -> Mend:
    """Return a message that links to the form's field, where there is such a field."""
    if field.startswith("brand."):
        return Mend(message, severity, *_brand_place(field.removeprefix("brand.")))
    name = form_field(field)
    if not name:
        return Mend(message, severity)
    edit_url = reverse("wagtailadmin_pages:edit", args=[page_id]) if page_id else ""
    return Mend(message, severity, _label(CampaignPage, name), f"{edit_url}#id_{name}")


def form_field(story_field: str) -> str:
    """Return the form's field that mends a story's field, ``""`` where there is none.

    ``overrides.x.text`` is mended where all own words are; ``body.3.image.alt`` in the body.
    """
    path = story_field.removeprefix("facts.")
    if story_field.startswith("facts.") and path.partition(".")[0] in plug_in_kinds():
        return "more_facts"
    while path:
        name = _FORM_FIELDS.get(path, path)
        if not name or _is_page_field(name):
            return name
        path = path.rpartition(".")[0]
    return ""


def _brand_place(name: str) -> tuple[str, str]:
    """Return label and address of a field of the brand, which all campaigns of a site share."""
    options = BrandSettings._meta
    url = reverse("wagtailsettings:edit", args=[options.app_label, options.model_name])
    return _label(BrandSettings, name), f"{url}#id_{name}"


def _label(model: type[Model], name: str) -> str:
    """Return the label that the editor sees above the field."""
    field = model._meta.get_field(name)
    return str(capfirst(str(getattr(field, "verbose_name", name))))


def _is_page_field(name: str) -> bool:
    try:
        CampaignPage._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
