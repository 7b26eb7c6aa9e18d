"""What changes publishers and the journal. Writes only; each service is one transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from omnicontent.delivery.models import JournalEntry, Publisher
from omnicontent.releases.models import Release, Variant

if TYPE_CHECKING:
    from django.contrib.auth.models import User

USE_NOTED_EVERY = timedelta(minutes=1)


def create_publisher(
    *,
    name: str,
    channels: Sequence[str] = (),
    created_by: "User | None" = None,
    expires_at: datetime | None = None,
) -> tuple[Publisher, str]:
    """Create a publisher and return it with its token, which nobody can read again.

    No channels means all of them.
    """
    publisher = Publisher(
        name=name, channels=list(channels), created_by=created_by, expires_at=expires_at
    )
    return publisher, issue_token(publisher=publisher)


def issue_token(*, publisher: Publisher) -> str:
    """Save the publisher with a new token and return the token; the old one stops at once."""
    token = publisher.take_token()
    publisher.save()
    return token


def note_use(*, publisher: Publisher, at: datetime) -> None:
    """Remember that the publisher called, at most once a minute."""
    if publisher.last_used_at is None or at - publisher.last_used_at >= USE_NOTED_EVERY:
        Publisher.objects.filter(pk=publisher.pk).update(last_used_at=at)


@transaction.atomic
def note_live(*, release: Release, previous: Release | None) -> None:
    """Append what became live, and what the previous release had and this one has not."""
    variants = list(_variants(release))
    places = {(variant.channel, variant.locale) for variant in variants}
    gone = [
        variant
        for variant in (_variants(previous) if previous else ())
        if (variant.channel, variant.locale) not in places
    ]
    _append(gone, JournalEntry.Event.ENDED)
    _append(variants, JournalEntry.Event.LIVE)


@transaction.atomic
def note_ended(*, release: Release) -> None:
    """Append that every variant of the release ended."""
    _append(_variants(release), JournalEntry.Event.ENDED)


def _variants(release: Release) -> Iterable[Variant]:
    return release.variants.select_related("release").only(
        "channel", "locale", "digest", "release__campaign"
    )


def _append(variants: Iterable[Variant], event: JournalEntry.Event) -> None:
    now = timezone.now()
    JournalEntry.objects.bulk_create(
        JournalEntry(
            release=variant.release_id,
            campaign=variant.release.campaign,
            channel=variant.channel,
            locale=variant.locale,
            event=event,
            digest=variant.digest,
            at=now,
        )
        for variant in variants
    )
