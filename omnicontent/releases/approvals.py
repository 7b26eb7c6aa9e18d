"""Approvals: which bytes somebody said yes to, and which variants still wait for a yes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext

from omnicontent.channels.story import Story
from omnicontent.phrases import Moment
from omnicontent.phrases import phrase as _
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import ApprovedVariant, Release, ReleaseSettings, Variant
from omnicontent.releases.refining import finer_in
from omnicontent.releases.sealing import (
    APPROVAL,
    digest_of,
    files_digest,
    fits,
    has_own_bytes,
    sign,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NOT_APPROVED = "not_approved"
TRIED = 5
"""So many approvals of a place are tried for the words that a channel says now."""


@dataclass(frozen=True, slots=True)
class Approvals:
    """The approvals of a campaign, the newest first."""

    rows: tuple[ApprovedVariant, ...]

    def at(self, channel: str, locale: str) -> list[ApprovedVariant]:
        """Return what was approved for the channel in this language, the newest first."""
        places = ((row, (row.channel, row.locale)) for row in self.rows)
        return [row for row, place in places if place == (channel, locale)]

    def newest(self, channel: str, locale: str) -> ApprovedVariant | None:
        """Return what was last approved for the channel in this language."""
        return next(iter(self.at(channel, locale)), None)

    def shown(self, channel: str, locale: str) -> ApprovedVariant | None:
        """Return the newest one to show beside what is new; none if its body was altered."""
        row = self.newest(channel, locale)
        return row if row is not None and has_own_bytes(row) else None

    def of(self, variant: Variant) -> ApprovedVariant | None:
        """Return the approval of exactly this variant, with its files."""
        key = (variant.channel, variant.locale, variant.digest, files_digest(variant.content))
        keys = (
            (row, (row.channel, row.locale, row.digest, row.files_digest)) for row in self.rows
        )
        return next((row for row, known in keys if known == key), None)


def approvals_of(campaign: UUID) -> Approvals:
    """Return the campaign's approvals, bodies to be asked for; forged rows are none."""
    rows = ApprovedVariant.objects.filter(campaign=campaign).defer("body")
    newest = rows.select_related("approved_by").order_by("-approved_at", "-pk")
    return Approvals(tuple(row for row in newest if fits(row.seal, APPROVAL, _sealed(row))))


def needs_approval(campaign: UUID) -> bool:
    """Tell whether releases wait for approval: this campaign's, once approved, or the site's."""
    if ReleaseSettings.objects.filter(needs_approval=True).exists():
        return True
    return ApprovedVariant.objects.filter(campaign=campaign).exists()


def waits_for_approval(release: Release) -> bool:
    """Tell whether nothing but approval keeps the release from going live."""
    codes = {issue["code"] for issue in release.issues if issue["severity"] == "error"}
    return release.state == Release.State.BLOCKED and codes == {NOT_APPROVED}


def find_unapproved(release: Release, variants: Iterable[Variant]) -> list[Fault]:
    """Return a fault for each variant that is not, byte for byte, what somebody approved."""
    if not needs_approval(release.campaign):
        return []
    approvals = approvals_of(release.campaign)
    return [
        _fault(variant, approvals.newest(variant.channel, variant.locale))
        for variant in variants
        if approvals.of(variant) is None
    ]


def record_approval(
    *,
    campaign: UUID,
    variant: Variant,
    story: Story,
    user: "User | None",
    task_state: int | None = None,
) -> ApprovedVariant:
    """Write down that ``user`` approved the variant, built and stored or not, of ``story``."""
    row = ApprovedVariant(
        campaign=campaign,
        channel=variant.channel,
        locale=variant.locale,
        digest=variant.digest,
        files_digest=files_digest(variant.content),
        content=variant.content,
        story_updated_at=story.updated_at,
    )
    approved, _created = ApprovedVariant.objects.update_or_create(
        campaign=campaign,
        channel=row.channel,
        locale=row.locale,
        digest=row.digest,
        files_digest=row.files_digest,
        defaults={
            "content": row.content,
            "media_type": variant.media_type,
            "body": variant.body,
            "story_updated_at": row.story_updated_at,
            "approved_by": user,
            "approved_at": timezone.now(),
            "task_state": task_state,
            "seal": sign(APPROVAL, _sealed(row)),
        },
    )
    return approved


def keep_approved[Made](
    approved: Sequence[ApprovedVariant],
    story: Story,
    make: Callable[[Story], Made],
    digest: Callable[[Made], tuple[str, str]],
) -> tuple[Story, Made]:
    """Return what ``make`` makes of the story, and of which story: the approved bytes if it can.

    A payload that says when the story was last changed would change with every edit, though it
    says nothing else anew. So it keeps the time at which *its* words were approved: that of the
    newest of the place's last ``TRIED`` approvals (the newest first) that says the same. Where
    finer files have been made since, it keeps the files that were approved.
    """
    now: tuple[Story, Made] | None = None
    for row in approved[:TRIED]:
        update = {"updated_at": row.story_updated_at, "finer": finer_in(row.content)}
        then = story.model_copy(update=update)
        made = make(then)
        if digest(made) == (row.digest, row.files_digest):
            return then, made
        now = now or (story, make(story))
        if digest(made) == digest(now[1]):
            break  # it does not say the time, so other times change nothing
    return now or (story, make(story))


def name_of(user: object) -> str:
    """Return what colleagues call the user; somebody, where the account is gone."""
    if user is None:
        return gettext("somebody")
    return str(getattr(user, "get_full_name", str)() or user)


def _fault(variant: Variant, approved: ApprovedVariant | None) -> Fault:
    if approved is None:
        message = _("Nobody has approved this yet.")
    else:
        user, when = approved.approved_by, timezone.localtime(approved.approved_at)
        message = _(
            "This has changed since %(name)s approved it on %(day)s: "
            "look at the difference and approve it.",
            name=name_of(user) if user else _("somebody"),
            day=Moment(at=when.isoformat(), day_only=True),
        )
    return Fault.of(NOT_APPROVED, message, channel=variant.channel, locale=variant.locale)


def _sealed(row: ApprovedVariant) -> list[object]:
    updated_at = row.story_updated_at
    return [
        str(row.campaign),
        row.channel,
        row.locale,
        row.digest,
        row.files_digest,
        digest_of(row.content),
        updated_at.astimezone(UTC).isoformat() if updated_at else "",
    ]
