"""What channels say of themselves, in the editor's language: their specs know no Django."""

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from omnicontent.channels.spec import Limit, Part
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
    Unit.ITEMS: _("hashtags"),
}
USUAL_LABELS = (
    gettext_noop("caption"),
    gettext_noop("description"),
    gettext_noop("headline"),
    gettext_noop("lead"),
    gettext_noop("message"),
    gettext_noop("post"),
    gettext_noop("preheader"),
    gettext_noop("subject"),
    gettext_noop("tags"),
    gettext_noop("text in the picture"),
    gettext_noop("title"),
)
"""Parts that the catalogs can name; a plug-in's own label is shown as it is written."""


def part_label(part: Part) -> str:
    """Return what the part is called, in the editor's language where a catalog has it."""
    return gettext(part.label)


def unit_label(unit: Unit) -> str:
    """Return the unit in words."""
    return str(UNIT_LABELS.get(unit, unit.replace("_", " ")))


def limit_in_words(limit: Limit) -> str:
    """Return a limit such as ``2,200 characters``."""
    number = number_format(limit.maximum, decimal_pos=0, force_grouping=True)
    return f"{number} {unit_label(limit.unit)}"
