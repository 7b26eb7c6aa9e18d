"""What channels say of themselves, in the editor's language: their specs know no Django.

``manage.py makemessages`` collects the words of built-in channels for the catalogs; those of a
plug-in are shown as they are written.
"""

from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from omnicontent.channels.content import Issue
from omnicontent.channels.counting import PAYLOAD
from omnicontent.channels.masters import STALE
from omnicontent.channels.spec import ChannelSpec, Items, Limit, Part
from omnicontent.channels.story import Story
from omnicontent.message.kinds.kind import AnyKind
from omnicontent.message.kinds.registry import BUILT_IN, all_kinds
from omnicontent.message.saying import say
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
    Unit.LINES: _("lines"),
}
ITEM_LABELS: dict[Items, Promise] = {
    "hashtags": _("hashtags"),
    "mentions": _("mentions"),
    "links": _("links"),
    "cashtags": _("cashtags"),
    "pictures": _("pictures"),
}
ISSUE_WORDS: dict[str, Promise] = {
    "missing_fact": _(
        "%(channel)s must say %(label)s (%(fact)s), and its text does not. Add it to the own "
        "words, or clear them."
    ),
    "forbidden_fact": _("%(channel)s must not say %(label)s, and its text does."),
    "contradiction": _(
        "%(channel)s says “%(span)s”, the campaign says “%(fact)s”. Make them agree."
    ),
    "orphan_promise": _(
        "%(channel)s says “%(span)s”, and no fact of the campaign knows of it. Add the fact, take "
        "the words out, or accept them with a reason."
    ),
}
"""What an issue of the message says, by its code."""
STALE_WORDS = _(
    "The campaign says something else now than when your own words for the %(part)s on "
    "%(channel)s were written. Keep them, change them, or take the campaign's."
)


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


def issue_in_words(issue: Issue, story: Story | None, spec: ChannelSpec) -> str:
    """Return what an issue says, in the editor's language where its code has words there.

    Facts are said in the story's language: so they stand in the text. Issues about facts stay as
    they are without a story.
    """
    channel = channel_label(spec)
    if issue.code == STALE:
        part = next((part for part in spec.parts if part.name == issue.part), None)
        return str(STALE_WORDS) % {"channel": channel, "part": part and part_label(part)}
    kind = all_kinds().get(issue.fact)
    if issue.code not in ISSUE_WORDS or kind is None or story is None:
        return issue.message
    fact = story.facts.get(issue.fact)
    return str(ISSUE_WORDS[issue.code]) % {
        "channel": channel,
        "label": pgettext("fact", kind.label),
        "fact": say(fact, story.locale, "short") if fact else "",
        "span": issue.span,
    }
