"""What people said of a message, in the history of the page whose words it is about."""

from typing import TYPE_CHECKING

from wagtail.log_actions import log

from omnicontent.releases.models import Acceptance, Release
from omnicontent.stories.models import CampaignPage

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LOG_GIVEN = {
    Acceptance.Kind.ACCEPTED: "releases.accept_promise",
    Acceptance.Kind.ACKNOWLEDGED: "releases.acknowledge_warning",
}
LOG_ENDED = "releases.end_acceptance"


def log_given(one: Acceptance, release: Release, user: "User") -> None:
    """Log that a person accepted or acknowledged something."""
    _log(LOG_GIVEN[Acceptance.Kind(one.kind)], one, release, user)


def log_ended(one: Acceptance, release: Release) -> None:
    """Log that an acceptance ended with its sentence."""
    _log(LOG_ENDED, one, release, None)


def _log(action: str, one: Acceptance, release: Release, user: "User | None") -> None:
    pinned = release.stories.filter(locale=one.locale).first() or release.stories.first()
    page = CampaignPage.objects.filter(pk=pinned.page_id).first() if pinned else None
    if page is None:
        return
    data = {
        "words": one.span or one.sentence,
        "sentence": one.sentence,
        "phrase": one.phrase,
        "channel": one.channel,
        "reason": one.reason,
        "release": release.number,
    }
    log(instance=page, action=action, user=user, data=data)
