"""Questions about releases. Reads only."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from omnicontent.releases.models import Release, Variant


def live_releases(at: datetime | None = None) -> QuerySet[Release]:
    """Return the releases that are live at ``at`` (now): pointed at, started, not ended."""
    raise NotImplementedError


def live_release(campaign: UUID, at: datetime | None = None) -> Release | None:
    """Return the campaign's live release, if it has one."""
    raise NotImplementedError


def live_variant(
    campaign: UUID, channel: str, locale: str, at: datetime | None = None
) -> Variant | None:
    """Return what the channel shows now in that language, if anything."""
    raise NotImplementedError


def latest_release(campaign: UUID) -> Release | None:
    """Return the campaign's newest release in any state."""
    raise NotImplementedError
