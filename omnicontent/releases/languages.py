"""What one release must say alike in every language, and what its translations do not say yet."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import get_language_info, override

from omnicontent.channels.story import Story
from omnicontent.message.conflicts import promises_differ
from omnicontent.message.facts import FactKind
from omnicontent.message.saying import say
from omnicontent.phrases import Words
from omnicontent.phrases import phrase as _
from omnicontent.releases.gate import Fault
from omnicontent.stories.facts import FIELDS
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.sharing import FACTS
from omnicontent.stories.translations import StaleString, stale_strings

SHARED_FACTS: tuple[FactKind, ...] = tuple(kind for kind, name in FIELDS.items() if name in FACTS)
"""What a campaign promises alike in every language: the kinds whose fields all of them share."""


def find_differences(stories: Sequence[Story]) -> list[Fault]:
    """Return a fault for every fact that a language says otherwise than the first."""
    return [
        _unlike(kind, stories[0], other)
        for other in stories[1:]
        for kind in SHARED_FACTS
        if promises_differ(other.facts.get(kind), stories[0].facts.get(kind))
    ]


def find_stale(pages: Iterable[CampaignPage]) -> list[Fault]:
    """Return a warning for every language whose published words come from an older source."""
    return list(_find_stale(pages))


def _find_stale(pages: Iterable[CampaignPage]) -> Iterator[Fault]:
    for page in pages:
        strings = stale_strings(page)
        if strings:
            yield _stale(page, strings)


def _stale(page: CampaignPage, strings: Sequence[StaleString]) -> Fault:
    fields = list(dict.fromkeys(string.field for string in strings))
    labels = tuple(_label(name) for name in fields)
    message = _(
        "This translation does not say yet what its source says: %(fields)s. Translate anew what "
        "has changed.",
        fields=labels,
    )
    return Fault.of(
        "stale_translation",
        message,
        severity="warning",
        field=fields[0],
        locale=page.locale.language_code,
        # What an acknowledgement is bound to: the message has its reader's language.
        sentence="\n".join(f"{one.old_source} → {one.new_source}".strip() for one in strings),
    )


def _label(name: str) -> Words:
    """Return what the form calls a field, as the words that its model was given."""
    with override("en"):
        return _(str(CampaignPage._meta.get_field(name).verbose_name))


def _unlike(kind: FactKind, first: Story, other: Story) -> Fault:
    message = _(
        "“%(first)s” in %(language)s, but “%(other)s” here: every language must promise the "
        "same. Open this page and publish it: it then takes the facts of the other.",
        first=_said(kind, first),
        language=_language(first.locale),
        other=_said(kind, other),
    )
    return Fault.of(
        "languages_differ",
        message,
        field=f"facts.{kind}",
        locale=other.locale,
    )


def _language(code: str) -> Words:
    """Return what a language is called, in words that Django's own catalogs know."""
    try:
        return _(get_language_info(code.lower())["name"])
    except KeyError:
        return code


def _said(kind: FactKind, story: Story) -> str:
    fact = story.facts.get(kind)
    return say(fact, story.locale) if fact else "—"
