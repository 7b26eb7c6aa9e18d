"""Acceptances die with their sentences: nothing matches any more, and the log says so."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from omnicontent.releases.acceptance_log import log_ended
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import Acceptance, Release, Variant
from omnicontent.releases.settling import Subject, subject_of


def acceptances_of(release: Release) -> QuerySet[Acceptance]:
    """Return what was said of the campaign's issues and still holds."""
    return Acceptance.objects.filter(campaign=release.campaign, ended_at=None)


def end_lost_acceptances(release: Release, found: Iterable[Fault]) -> None:
    """End what was said of sentences that a release no longer holds, and log it.

    ``found`` is everything found in the release, before policy. A language that it leaves out,
    or could not say on some channel, proves nothing.
    """
    held = {
        (place, subject_of(fault, fault.locale))
        for fault in found
        for place in ("", fault.channel)
    }
    for one in acceptances_of(release).filter(locale__in=_told(release)):
        if (one.channel, _subject(one)) not in held:
            one.ended_at = timezone.now()
            one.save()
            log_ended(one, release)


def _told(release: Release) -> set[str]:
    """Return the languages that were read on every channel, "" for the release as a whole."""
    unread = release.variants.exclude(state=Variant.State.READY)
    told = {"", *release.stories.values_list("locale", flat=True)}
    return told.difference(unread.values_list("locale", flat=True))


def _subject(one: Acceptance) -> Subject:
    return Subject(*(getattr(one, name) for name in Subject._fields))
