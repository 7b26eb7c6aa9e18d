"""What channels say of themselves, in the editor's language: their specs know no Django."""

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from omnicontent.channels.spec import ChannelSpec, Items, Limit, Part
from omnicontent.text.units import Unit

UNIT_LABELS: dict[Unit, Promise] = {
    Unit.CHARACTERS: _("characters"),
    Unit.CODE_POINTS: _("code points"),
    Unit.GRAPHEMES: _("characters as read"),
    Unit.UTF8_BYTES: _("bytes"),
    Unit.UTF16_UNITS: _("UTF-16 units"),
    Unit.X_WEIGHTED: _("weighted characters"),
    Unit.SMS_SEGMENTS: _("segments"),
    Unit.WORDS: _("words"),
}
ITEM_LABELS: dict[Items, Promise] = {
    "hashtags": _("hashtags"),
    "mentions": _("mentions"),
    "links": _("links"),
    "cashtags": _("cashtags"),
    "pictures": _("pictures"),
}
USUAL_LABELS = (
    pgettext_lazy("part", "alt text"),
    pgettext_lazy("part", "button"),
    pgettext_lazy("part", "first comment"),
    pgettext_lazy("part", "hashtags"),
    pgettext_lazy("part", "mentions"),
    pgettext_lazy("part", "caption"),
    pgettext_lazy("part", "description"),
    pgettext_lazy("part", "headline"),
    pgettext_lazy("part", "lead"),
    pgettext_lazy("part", "message"),
    pgettext_lazy("part", "post"),
    pgettext_lazy("part", "preheader"),
    pgettext_lazy("part", "subject"),
    pgettext_lazy("part", "tags"),
    pgettext_lazy("part", "text in the picture"),
    pgettext_lazy("part", "title"),
    pgettext_lazy("part", "body"),
    pgettext_lazy("part", "footer"),
    pgettext_lazy("part", "header"),
    pgettext_lazy("part", "opt-out button"),
    pgettext_lazy("part", "opt-out line"),
    pgettext_lazy("part", "sender"),
    pgettext_lazy("part", "subtitle"),
    pgettext_lazy("part", "payload"),
    pgettext_lazy("part", "withdrawal"),
    pgettext_lazy("part", "author"),
    pgettext_lazy("part", "content warning"),
    pgettext_lazy("part", "large words"),
    pgettext_lazy("part", "link"),
    pgettext_lazy("part", "note"),
    pgettext_lazy("part", "place"),
    pgettext_lazy("part", "small print"),
    pgettext_lazy("part", "subjects"),
    pgettext_lazy("part", "summary"),
    pgettext_lazy("part", "tags beside the post"),
    pgettext_lazy("part", "thread"),
    pgettext_lazy("part", "topic"),
)
"""Parts that the catalogs can name; a plug-in's own label is shown as it is written."""

USUAL_FORMS = (
    pgettext_lazy("form", "album"),
    pgettext_lazy("form", "card"),
    pgettext_lazy("form", "carousel"),
    pgettext_lazy("form", "post"),
    pgettext_lazy("form", "single"),
    pgettext_lazy("form", "thread"),
)
"""Forms that the catalogs can name."""


def channel_label(spec: ChannelSpec) -> str:
    """Return the channel's name, in the editor's language where a catalog has it."""
    return pgettext("channel", spec.name)


def form_label(form: str) -> str:
    """Return what a form of a surface is called, in the editor's language where it is known."""
    return pgettext("form", form)


def part_label(part: Part) -> str:
    """Return what the part is called, in the editor's language where a catalog has it."""
    return pgettext("part", part.label)


def unit_label(unit: Unit) -> str:
    """Return the unit in words."""
    return str(UNIT_LABELS.get(unit, unit.replace("_", " ")))


def limit_in_words(limit: Limit) -> str:
    """Return a limit such as ``2,200 characters``."""
    number = number_format(limit.maximum, decimal_pos=0, force_grouping=True)
    return f"{number} {limit_unit_label(limit)}"


def limit_unit_label(limit: Limit) -> str:
    """Return what the limit counts, in words."""
    return str(ITEM_LABELS[limit.items]) if limit.unit is Unit.ITEMS else unit_label(limit.unit)


def note_in_words(limit: Limit) -> str:
    """Return what the spec notes on the limit, in the editor's language where a catalog has it."""
    return pgettext("note", limit.note) if limit.note else ""
