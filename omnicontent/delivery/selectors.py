"""Questions of publishers: who asks, and what they may see. Reads only."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from omnicontent.delivery.models import Publisher
from omnicontent.delivery.tokens import is_well_formed, token_digest
from omnicontent.releases.models import Release, Variant


def publisher_with_token(token: str, at: datetime | None = None) -> Publisher | None:
    """Return whose token this is, unless it is unknown, revoked or expired at ``at`` (now)."""
    if not is_well_formed(token):
        return None
    publisher = Publisher.objects.filter(token_digest=token_digest(token)).first()
    return publisher if publisher and publisher.may_pull_at(at or timezone.now()) else None


def visible_variants(publisher: Publisher) -> QuerySet[Variant]:
    """Return the finished variants of the publisher's channels, of whatever release."""
    variants = Variant.objects.filter(state=Variant.State.READY)
    return variants.filter(channel__in=publisher.channels) if publisher.channels else variants


def visible_releases(publisher: Publisher, at: datetime | None = None) -> QuerySet[Release]:
    """Return what is or was live at ``at`` (now) on one of the publisher's channels.

    Recalled releases are among them: a publisher must be told that they are gone.
    """
    started = Q(starts_at=None) | Q(starts_at__lte=at or timezone.now())
    mine = visible_variants(publisher).filter(release=OuterRef("pk"))
    # Without live_at it was never switched to; replaced before its start, nobody saw it.
    return Release.objects.filter(started, Exists(mine), live_at__isnull=False).exclude(
        ended_at__lte=F("starts_at")
    )
