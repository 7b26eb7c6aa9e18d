"""Doors for the news from below. They run inside the transaction that makes the news true."""

from django.dispatch import receiver

from omnicontent.delivery.services import note_ended, note_live
from omnicontent.releases.models import Release
from omnicontent.releases.signals import release_ended, release_went_live


@receiver(release_went_live)
def write_live(release: Release, previous: Release | None = None, **kwargs: object) -> None:
    """Write the journal when a release goes live."""
    note_live(release=release, previous=previous)


@receiver(release_ended)
def write_ended(release: Release, **kwargs: object) -> None:
    """Write the journal when a release ends; a superseded one was told of already."""
    if release.state != Release.State.SUPERSEDED:
        note_ended(release=release)
