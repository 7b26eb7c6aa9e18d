"""What changes releases. Writes only; each service is one transaction or says otherwise."""

from typing import TYPE_CHECKING

from omnicontent.releases.models import Release

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

    from omnicontent.stories.models import CampaignPage


def request_release(
    *, page: "CampaignPage", requested_by: "AbstractBaseUser | None" = None
) -> Release:
    """Freeze the campaign's live stories in all languages and ask for everything missing."""
    raise NotImplementedError


def recall_release(*, release: Release, reason: str = "") -> Release:
    """Take the release down on every channel in one instant."""
    raise NotImplementedError
