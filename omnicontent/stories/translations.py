"""What is known of a campaign's translations. Reads only; ``translating`` writes.

wagtail-localize keeps, for every place in the source's published words, the string that stands
there (``StringSegment``) and what it became in other languages (``StringTranslation``). A string
whose present wording was never translated, while the translation still says what an older one
became, is stale.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue

DRAFT = "@draft"
"""Ends the context of a translation that is saved but not published; the published one stays."""


@dataclass(frozen=True, slots=True)
class StaleString:
    """A string of the source that a translation does not say yet, as plain text.

    Without ``old_source`` it was never translated; without ``new_source`` the source has dropped
    it; without ``translation`` the translated page has nothing in its place.
    """

    field: str
    old_source: str
    new_source: str
    translation: str


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a campaign: the strings there in both languages, as wagtail-localize has them.

    ``path`` begins with the page's field. Only rich text has several strings in one place.
    ``known`` maps strings of the source, old ones too, to what they became, published and in a
    draft; ``copies`` are the texts that are still in the source's language.
    """

    path: str
    sources: Sequence[str]
    texts: Sequence[str]
    known: Mapping[str, Sequence[str]]
    copies: Collection[str]
    translated: dict[str, str] = field(default_factory=dict)
    """String of the source -> its translation on the page."""
    stale: list[tuple[str, str, str]] = field(default_factory=list)
    """Old string, new string, translation."""


def source_of(page: Any) -> Any:
    """Return the page that the campaign was begun with, where its facts are entered.

    ``None`` for that page itself, for a mirror of another page and where there is no other.
    """
    if page.alias_of_id:
        return None
    pages = type(page).objects.filter(translation_key=page.translation_key, alias_of=None)
    eldest = pages.select_related("locale").order_by("pk").first()
    return None if eldest is None or eldest.pk == page.pk else eldest


def translations_of(page: Any) -> list[Any]:
    """Return the campaign's other pages if it was begun with this one, as they are edited."""
    if page.pk is None or page.alias_of_id or source_of(page) is not None:
        return []
    others = type(page).objects.filter(translation_key=page.translation_key, alias_of=None)
    others = others.exclude(pk=page.pk).select_related("locale").order_by("pk")
    return [other.get_latest_revision_as_object() for other in others]


def tie_of(page: Any) -> Translation | None:
    """Return what ties a translation to its source; ``None`` where nothing does yet."""
    ties = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id
    )
    return None if page.alias_of_id else ties.select_related("source__locale").first()


def stale_strings(page: Any) -> list[StaleString]:
    """Return what the source says otherwise since the page's words were made.

    ``page`` counts as it is: a draft may be fresh while the published words are stale.
    """
    return [
        StaleString(place.path.partition(".")[0], *map(_as_text, strings))
        for place in compare(page)
        for strings in place.stale
    ]


MEMORY = (".replaced", ".replaced_words")
"""What own words remember of the words they replaced: nobody translates that."""


def is_stale(page: Any) -> bool:
    """Tell whether the page's words were made from an older source."""
    return any(place.stale for place in compare(page))


def compare(page: Any) -> list[Place]:
    """Return every place of the page's source and page, with what is translated and stale."""
    tie = tie_of(page)
    return [_settle(place) for place in _places(tie, page)] if tie else []


def texts_of(page: Any) -> dict[str, list[str]]:
    """Return the page's strings by place."""
    texts: dict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            texts[segment.path].append(segment.string.data)
    return texts


def _places(tie: Translation, page: Any) -> Iterator[Place]:
    sources: dict[str, list[str]] = defaultdict(list)
    segments = StringSegment.objects.filter(source=tie.source).order_by("order")
    for path, string in segments.values_list("context__path", "string__data"):
        sources[path].append(string)
    known: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    translations = StringTranslation.objects.filter(
        context__object_id=page.translation_key, locale_id=page.locale_id
    )
    rows = translations.order_by("updated_at")
    for path, old, text in rows.values_list("context__path", "translation_of__data", "data"):
        known[path.removesuffix(DRAFT)][old].append(text)
    texts = texts_of(page)
    copies = _still_in(tie.source.locale, texts.values())
    for path in dict.fromkeys([*sources, *known]):
        if not path.endswith(MEMORY):
            yield Place(path, sources[path], texts.get(path, []), known[path], copies)


def _still_in(locale: Locale, texts: Iterable[list[str]]) -> set[str]:
    """Return the texts that stand word for word in a source of that language."""
    hashes = [String._get_data_hash(text) for text in chain(*texts) if _has_words(text)]
    copies = String.objects.filter(locale=locale, data_hash__in=hashes)
    return set(copies.values_list("data", flat=True))


def _settle(place: Place) -> Place:
    """Fill in what is translated and what is stale.

    A text that nobody has seen yet counts as the translation of a string that has none.
    """
    said = place.texts or [""]
    known = place.known.items()
    became = {t: old for old, texts in known if old not in place.sources for t in texts}
    current = {s: t for s, texts in known if s in place.sources for t in texts if t in said}
    left = [text for text in said if text not in current.values()]
    outdated = [text for text in left if text in became]
    copied = [text for text in left if text not in became and text in place.copies]
    fresh = [text for text in left if text and text not in outdated and text not in copied]
    place.translated.update(current)
    for string in (s for s in place.sources if s not in current):
        if fresh:
            place.translated[string] = fresh.pop(0)
            continue
        text = (outdated or copied or [""]).pop(0)
        place.stale.append((became.get(text, ""), string, text))
    place.stale.extend((became[text], "", text) for text in outdated if text)
    return place


def _has_words(string: str) -> bool:
    """Tell whether the string has something to translate: a number has not."""
    return any(map(str.isalpha, string))


def _as_text(string: str) -> str:
    return str(StringValue(string).render_text())
