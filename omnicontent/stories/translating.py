"""Carries facts into translations and keeps which words were translated from which.

Wagtail-localize's tables hold it all; its own translation editor is not used (docs/decisions/0010).
"""

import json
from typing import Any

from django.db import transaction
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
from omnicontent.stories.translations import Place, compare, source_of, texts_of, tie_of


def take_facts(page: Any, source: Any) -> None:
    """Give the page the facts of its source; nothing is saved."""
    _take(page, source, FACTS)


def take_shared(page: Any) -> None:
    """Give a tied translation what it shares with its source; nothing is saved."""
    source = source_of(page)
    if source is not None and tie_of(page):
        _take(page, source, _followed(page))


@transaction.atomic
def share(pages: list[Any]) -> None:
    """Carry the first page's published facts and choices into the published translations.

    ``pages`` are the campaign's, as the database has them, the first being the source. Nothing is
    published by this: a page that is live says the new facts from now on.
    """
    source, *others = pages
    for page in others:
        tie(page, source)
    if source.live and others:
        TranslationSource.update_or_create_from_instance(source)
        for page in others:
            if tie_of(page) and (changed := _take(page, source, _followed(page))):
                page.save(update_fields=changed, clean=False)
    for page in others:
        if page.live:
            note_words(page)


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


def note_revision(revision: Revision, *, words_hold: bool) -> None:
    """Note what a saved translation says; ``words_hold`` says that stale words are right."""
    page = revision.as_object()
    source = source_of(page)
    if source is None:
        return
    tie(page, source)
    if tie_of(page):
        note_choices(page, source)
        note_words(page, words_hold=words_hold, user=revision.user)


def note_choices(page: Any, source: Any) -> None:
    """Note what the page chooses otherwise than its source: that, it keeps."""
    for name in CHOICES:
        context, _created = TranslationContext.objects.get_or_create(
            object_id=page.translation_key, path=name
        )
        if _value(page, name) == _value(source, name):
            SegmentOverride.objects.filter(locale_id=page.locale_id, context=context).delete()
        else:
            chosen = json.dumps(_value(page, name))
            SegmentOverride.objects.update_or_create(
                locale_id=page.locale_id, context=context, defaults={"data_json": chosen}
            )


def note_words(page: Any, *, words_hold: bool = False, user: Any = None) -> None:
    """Note the page's words as the translation of the source's present ones, where they are."""
    live = type(page).objects.filter(pk=page.pk, live=True).first()
    published = texts_of(live) if live else {}
    noted = []
    for place in compare(page):
        for string, text in place.translated.items():
            # What is published stays known: it must be found stale even while a draft is not.
            known = place.known.get(string)
            if known is None or (known != text and known not in published.get(place.path, [])):
                noted.append((place.path, string, text))
        if words_hold:
            noted += [(place.path, new, text) for _old, new, text in place.stale if new]
            _forget(page, place)
    _remember(page, noted, user)


def _forget(page: Any, place: Place) -> None:
    """Forget what the words came from that hold although the source has dropped theirs."""
    for old, new, _text in place.stale:
        if not new:
            StringTranslation.objects.filter(
                locale_id=page.locale_id,
                context__object_id=page.translation_key,
                context__path=place.path,
                translation_of__data=old,
            ).delete()


def _remember(page: Any, noted: list[tuple[str, str, str]], user: Any = None) -> None:
    """Write down place, string and its translation, in place of what was known of that string."""
    tie_ = tie_of(page)
    if tie_ is None or not noted:
        return
    hashes = [String._get_data_hash(string) for _path, string, _text in noted]
    known = String.objects.filter(locale_id=tie_.source.locale_id, data_hash__in=hashes)
    strings = {string.data: string for string in known}
    contexts = TranslationContext.objects.filter(object_id=page.translation_key)
    places = {context.path: context for context in contexts}
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
    return getattr(page, page._meta.get_field(name).attname)
