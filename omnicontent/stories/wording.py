"""What channels say of themselves, in the editor's language: their specs know no Django.

``manage.py makemessages`` collects the words of built-in channels for the catalogs; those of a
plug-in are shown as they are written.
"""

from collections.abc import Iterator

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from omnicontent.channels.counting import PAYLOAD
from omnicontent.channels.spec import ChannelSpec, Items, Limit, Part
from omnicontent.message.kinds.kind import AnyKind
from omnicontent.message.kinds.registry import BUILT_IN
from omnicontent.phrases import Moment, Phrase, Words, say_phrase
from omnicontent.text.sms import REPLACEMENTS, character_name
from omnicontent.text.units import Unit

DAY, TIME = "j F Y", "j F, H:i"

UNIT_LABELS: dict[Unit, Promise] = {
    Unit.CHARACTERS: _("characters"),
    Unit.CODE_POINTS: _("code points"),
    Unit.GRAPHEMES: _("characters as read"),
    Unit.UTF8_BYTES: _("bytes"),
    Unit.UTF16_UNITS: _("UTF-16 units"),
    Unit.X_WEIGHTED: _("weighted characters"),
    Unit.SMS_SEGMENTS: _("segments"),
    Unit.WORDS: _("words"),
    Unit.LINES: _("lines"),
}
ITEM_LABELS: dict[Items, Promise] = {
    "hashtags": _("hashtags"),
    "mentions": _("mentions"),
    "links": _("links"),
    "cashtags": _("cashtags"),
    "pictures": _("pictures"),
}


def words_of(spec: ChannelSpec) -> Iterator[tuple[str, str]]:
    """Yield the words of a spec that people are shown, each behind its context in the catalogs.

    Notes are those on advice: previews show them beside a text that is longer. All others stand in
    the reference and the API alone, which are English.
    """
    yield "channel", spec.name
    yield from (("form", form) for form in spec.forms)
    parts = (*spec.parts, PAYLOAD)
    yield from (("part", part.label) for part in parts)
    folds = (part.fold for part in parts if part.fold)
    limits = [*spec.payload_limits, *(limit for part in parts for limit in part.limits), *folds]
    yield from (("note", x.note) for x in limits if x.note and not x.enforced)


def words_of_characters() -> Iterator[tuple[str, str]]:
    """Yield what characters are called that an SMS has to pay for, and can be typed plainly."""
    yield from (("character", character_name(sign)) for sign in REPLACEMENTS)


def words_of_facts() -> Iterator[tuple[str, str]]:
    """Yield what issues call the built-in kinds of facts, behind its context in the catalogs."""
    yield from (("fact", kind.label) for kind in BUILT_IN)


def channel_label(spec: ChannelSpec) -> str:
    """Return the channel's name, in the editor's language where a catalog has it."""
    return pgettext("channel", spec.name)


def form_label(form: str) -> str:
    """Return what a form of a surface is called, in the editor's language where it is known."""
    return pgettext("form", form)


def part_label(part: Part) -> str:
    """Return what the part is called, in the editor's language where a catalog has it."""
    return pgettext("part", part.label)


def fact_kind_label(kind: AnyKind) -> str:
    """Return what a kind of fact is called, in the editor's language where a catalog has it.

    Kinds call themselves as issues do, "the rating"; a list of kinds wants no article.
    """
    return capfirst(pgettext("fact", kind.label).removeprefix("the "))


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


def in_words(words: Words) -> str:
    """Return words in the language of whoever reads them now; plain text stays as it is."""
    return say_phrase(words, _Reader())


class _Reader:
    """The language that is active: what a catalog has no words for stays English."""

    def pattern(self, phrase: Phrase) -> str:
        if phrase.plural:
            return ngettext(phrase.pattern, phrase.plural, int(str(phrase.values["n"])))
        if phrase.context:
            return pgettext(phrase.context, phrase.pattern)
        return gettext(phrase.pattern)

    def number(self, number: float) -> str:
        return number_format(number, force_grouping=True)

    def moment(self, moment: Moment) -> str:
        return date_format(moment.when, DAY if moment.day_only else TIME)
