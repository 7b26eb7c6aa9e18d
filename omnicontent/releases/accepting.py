"""Editors settle single issues by name; each time the release is judged again.

One transaction holds the word, its log entry and the new question to the gate.
"""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from omnicontent.releases.acceptance_log import log_given
from omnicontent.releases.errors import NoSuchIssueError
from omnicontent.releases.models import Acceptance, Release
from omnicontent.releases.open_issues import OpenIssue, open_issues
from omnicontent.releases.settling import ACCEPTED, ACKNOWLEDGED
from omnicontent.releases.switching import lock_campaign, reconsider

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@transaction.atomic
def accept(*, release: Release, key: str, reason: str, user: "User") -> Release:
    """Accept a promise that no fact knows of, on every channel, until its sentence changes.

    ``key`` is that of an open issue.

    :raises NoSuchIssueError: the release has no such promise open.
    :raises NotReadyError: it is not blocked, or a newer one took its place.
    """
    issue = _find(release, key)
    if not issue.can_be_accepted:
        raise NoSuchIssueError(_("Only a promise without a fact can be accepted."))
    _give(ACCEPTED, release, issue, user, reason=reason)
    return reconsider(release=release)


@transaction.atomic
def acknowledge(*, release: Release, key: str, user: "User") -> Release:
    """Acknowledge a warning on each channel on which it waits.

    :raises NoSuchIssueError: the release has no such warning waiting.
    :raises NotReadyError: it is not blocked, or a newer one took its place.
    """
    issue = _find(release, key)
    if not issue.can_be_acknowledged:
        raise NoSuchIssueError(_("Only a warning that waits can be acknowledged."))
    for channel in issue.channels:
        _give(ACKNOWLEDGED, release, issue, user, channel=channel)
    return reconsider(release=release)


def _find(release: Release, key: str) -> OpenIssue:
    """Return the open issue; the campaign stays locked, so that nobody settles it twice."""
    lock_campaign(release.campaign)
    release.refresh_from_db()
    for issue in open_issues(release):
        if issue.key == key:
            return issue
    raise NoSuchIssueError(_("This issue is no longer open: it was settled or mended meanwhile."))


def _give(
    kind: Acceptance.Kind,
    release: Release,
    issue: OpenIssue,
    user: "User",
    *,
    channel: str = "",
    reason: str = "",
) -> None:
    acceptance = Acceptance.objects.create(
        kind=kind,
        campaign=release.campaign,
        channel=channel,
        sentence=issue.text,
        phrase=issue.phrase,
        reason=reason,
        accepted_by=user,
        **issue.subject._asdict(),
    )
    log_given(acceptance, release, user)
