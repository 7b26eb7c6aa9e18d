"""Carries facts into translations and keeps which words were translated from which.

Wagtail-localize's tables hold it all; its translation editor is not used (docs/decisions/0010).
"""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail.blocks import StreamValue
from wagtail.models import Revision
from wagtail_localize.models import (
    SegmentOverride,
    String,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from omnicontent.stories.sharing import CHOICES, FACTS
from omnicontent.stories.translations import (
    DRAFT,
    Place,
    compare,
    source_of,
    texts_of,
    tie_of,
)


def take_facts(page: Any, source: Any) -> None:
    """Give the page the facts of its source; nothing is saved."""
    _take(page, source, FACTS)


def take_shared(page: Any) -> None:
    """Give a tied translation what it shares with its source; nothing is saved."""
    source = source_of(page)
    if source is not None and tie_of(page):
        _take(page, source, _followed(page))


def take_as_mirror(mirror: Any, page: Any) -> None:
    """Give a mirror of a tied translation what that one has from its source; nothing is saved.

    ``page`` is the translation as the database has it: a revision of it holds older facts.
    """
    if tie_of(page):
        _take(mirror, page, _followed(page))


@transaction.atomic
def share(pages: list[Any]) -> None:
    """Carry the first page's published facts and choices into the published translations.

    ``pages`` are the campaign's, as the database has them, the first being the source. Nothing is
    published by this: a page that is live says the new facts from now on.
    """
    if len(pages) < 2:
        return
    source, *others = pages
    for page in others:
        tie(page, source)
    _renew_sources(pages)
    for page in others:
        if source.live and tie_of(page):
            changed = _take(page, source, _followed(page))
            if changed:
                page.save(update_fields=changed, clean=False)
        if page.live:
            note_words(page)


def _renew_sources(pages: list[Any]) -> None:
    """Let translations be compared with what is published now, also those made of another one."""
    sources = TranslationSource.objects.filter(object_id=pages[0].translation_key)
    languages = set(sources.values_list("locale_id", flat=True))
    for page in pages:
        if page.live and page.locale_id in languages:
            TranslationSource.update_or_create_from_instance(page)


def tie(page: Any, source: Any) -> None:
    """Tie a page that states the same facts to the source: from now on it follows them.

    One that states others stays as it is: which of them is right, only an editor knows.
    """
    if tie_of(page) or any(_value(page, name) != _value(source, name) for name in FACTS):
        return
    origin, _created = TranslationSource.get_or_create_from_instance(source)
    Translation.objects.create(source=origin, target_locale_id=page.locale_id, enabled=False)
    note_choices(page, source)
    # A page of its own making: what it leaves out, it leaves out on purpose.
    left_out = [
        (place.path, new, "")
        for place in compare(page)
        for _old, new, text in place.stale
        if not text
    ]
    _remember(page, left_out)


def note_revision(page: Any, revision: Revision) -> None:
    """Note what a translation says and chooses that was just saved as this revision."""
    source = source_of(page)
    if source is None:
        return
    tie(page, source)
    if tie_of(page):
        note_choices(page, source)
        note_words(revision.as_object(), words_hold=page.words_hold, user=revision.user)


def note_choices(page: Any, source: Any) -> None:
    """Note what the page chooses otherwise than its source: that, it keeps."""
    for name in CHOICES:
        context = _context(page, name)
        if _value(page, name) == _value(source, name):
            SegmentOverride.objects.filter(locale_id=page.locale_id, context=context).delete()
        else:
            chosen = json.dumps(_value(page, name), cls=DjangoJSONEncoder)
            SegmentOverride.objects.update_or_create(
                locale_id=page.locale_id, context=context, defaults={"data_json": chosen}
            )


def note_words(page: Any, *, words_hold: bool = False, user: Any = None) -> None:
    """Note the page's words as the translation of the source's present ones, where they are.

    ``words_hold`` says that the stale ones are right as well.
    """
    live = type(page).objects.filter(pk=page.pk, live=True).first()
    published = texts_of(live) if live else {}
    noted = []
    for place in compare(page):
        said = list(place.translated.items())
        if words_hold:
            said += [(new, text) for _old, new, text in place.stale if new]
            _forget(page, place)
        for string, text in said:
            known = place.known.get(string, ())
            if text not in known:
                # What is published stays known: it may be stale while a draft no longer is.
                kept = any(text in published.get(place.path, ()) for text in known)
                noted.append((place.path + DRAFT * kept, string, text))
    _remember(page, noted, user)


def _forget(page: Any, place: Place) -> None:
    """Forget what the words came from that hold although the source has dropped theirs."""
    dropped = [old for old, new, _text in place.stale if not new]
    StringTranslation.objects.filter(
        locale_id=page.locale_id,
        context__object_id=page.translation_key,
        context__path__in=(place.path, place.path + DRAFT),
        translation_of__data__in=dropped,
    ).delete()


def _remember(page: Any, noted: list[tuple[str, str, str]], user: Any = None) -> None:
    """Write down place, string and its translation, in place of what was known of that string."""
    tie_ = tie_of(page)
    if tie_ is None or not noted:
        return
    hashes = [String._get_data_hash(string) for _path, string, _text in noted]
    known = String.objects.filter(locale_id=tie_.source.locale_id, data_hash__in=hashes)
    strings = {string.data: string for string in known}
    paths = {path for path, _string, _text in noted}
    contexts = TranslationContext.objects.filter(object_id=page.translation_key, path__in=paths)
    places = {context.path: context for context in contexts}
    places |= {path: _context(page, path) for path in paths - set(places)}
    rows = {
        (path, string): StringTranslation(
            translation_of=strings[string],
            locale_id=page.locale_id,
            context=places[path],
            data=text,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            last_translated_by=user,
        )
        for path, string, text in noted
    }
    StringTranslation.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "translation_type", "last_translated_by", "updated_at"],
    )


def _context(page: Any, path: str) -> TranslationContext:
    found = TranslationContext.objects.get_or_create(object_id=page.translation_key, path=path)
    return found[0]


def _followed(page: Any) -> tuple[str, ...]:
    """Return the names of the fields that the page has from its source."""
    overrides = SegmentOverride.objects.filter(
        locale_id=page.locale_id, context__object_id=page.translation_key
    )
    chosen = set(overrides.values_list("context__path", flat=True))
    return (*FACTS, *(name for name in CHOICES if name not in chosen))


def _take(page: Any, source: Any, names: tuple[str, ...]) -> list[str]:
    """Copy these fields; return the names of those that were different."""
    changed = [name for name in names if _value(page, name) != _value(source, name)]
    for name in changed:
        setattr(page, page._meta.get_field(name).attname, _value(source, name))
    return changed


def _value(page: Any, name: str) -> Any:
    """Return what the field holds; blocks without their ids, which say nothing."""
    value = getattr(page, page._meta.get_field(name).attname)
    if not isinstance(value, StreamValue):
        return value
    return [
        {"type": child.block_type, "value": child.block.get_prep_value(child.value)}
        for child in value
    ]
