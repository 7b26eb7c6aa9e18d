"""Questions about releases. Reads only."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from omnicontent.releases.models import Release, Variant
from omnicontent.releases.progress import ReleaseProgress, get_progress


def live_releases(at: datetime | None = None) -> QuerySet[Release]:
    """Return the releases that are live at ``at`` (now): pointed at, started, not ended."""
    moment = at or timezone.now()
    started = Q(starts_at=None) | Q(starts_at__lte=moment)
    lasts = Q(ends_at=None) | Q(ends_at__gt=moment)
    return Release.objects.filter(started, lasts, live_pointer__isnull=False)


def live_release(campaign: UUID, at: datetime | None = None) -> Release | None:
    """Return the campaign's live release, if it has one."""
    return live_releases(at).filter(campaign=campaign).first()


def live_variant(
    campaign: UUID, channel: str, locale: str, at: datetime | None = None
) -> Variant | None:
    """Return what the channel shows now in that language, if anything."""
    releases = live_releases(at).filter(campaign=campaign)
    return Variant.objects.filter(release__in=releases, channel=channel, locale=locale).first()


def latest_release(campaign: UUID) -> Release | None:
    """Return the campaign's newest release in any state."""
    return Release.objects.filter(campaign=campaign).order_by("-number").first()


def progress(release: Release) -> ReleaseProgress:
    """Return how far the release and each of its channels are."""
    return get_progress(release)
