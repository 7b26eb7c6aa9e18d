"""Approvals: which bytes somebody said yes to, and which variants still wait for a yes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from omnicontent.channels.story import Story
from omnicontent.releases.gate import Fault
from omnicontent.releases.models import ApprovedVariant, Release, ReleaseSettings, Variant
from omnicontent.releases.sealing import APPROVAL, files_digest, fits, sign

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NOT_APPROVED = "not_approved"
DAY = "j F Y"


@dataclass(frozen=True, slots=True)
class Approvals:
    """The approvals of a campaign, the newest first."""

    rows: tuple[ApprovedVariant, ...]

    def newest(self, channel: str, locale: str) -> ApprovedVariant | None:
        """Return what was last approved for the channel in this language."""
        places = ((row, (row.channel, row.locale)) for row in self.rows)
        return next((row for row, place in places if place == (channel, locale)), None)

    def of(self, variant: Variant) -> ApprovedVariant | None:
        """Return the approval of exactly this variant, with its files."""
        key = (variant.channel, variant.locale, variant.digest, files_digest(variant.content))
        keys = (
            (row, (row.channel, row.locale, row.digest, row.files_digest)) for row in self.rows
        )
        return next((row for row, known in keys if known == key), None)


def approvals_of(campaign: UUID) -> Approvals:
    """Return the campaign's approvals, payloads to be asked for; forged rows are none."""
    rows = ApprovedVariant.objects.filter(campaign=campaign).defer("body", "content")
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
    )
    approved, _created = ApprovedVariant.objects.update_or_create(
        campaign=campaign,
        channel=row.channel,
        locale=row.locale,
        digest=row.digest,
        files_digest=row.files_digest,
        defaults={
            "content": variant.content,
            "media_type": variant.media_type,
            "body": variant.body,
            "story_updated_at": story.updated_at,
            "approved_by": user,
            "approved_at": timezone.now(),
            "task_state": task_state,
            "seal": sign(APPROVAL, _sealed(row)),
        },
    )
    return approved


def keep_approved[Made](
    approved: ApprovedVariant | None,
    story: Story,
    make: Callable[[Story], Made],
    digest: Callable[[Made], tuple[str, str]],
) -> tuple[Story, Made]:
    """Return what ``make`` makes of the story, and of which story: the approved bytes if it can.

    A payload that says when the story was last changed would change with every edit, though it
    says nothing else anew. So it keeps the time at which *its* words were approved.
    """
    if approved is not None:
        then = story.model_copy(update={"updated_at": approved.story_updated_at})
        made = make(then)
        if digest(made) == (approved.digest, approved.files_digest):
            return then, made
    return story, make(story)


def name_of(user: object) -> str:
    """Return what colleagues call the user; somebody, where the account is gone."""
    if user is None:
        return _("somebody")
    return str(getattr(user, "get_full_name", str)() or user)


def _fault(variant: Variant, approved: ApprovedVariant | None) -> Fault:
    if approved is None:
        message = _("Nobody has approved this yet.")
    else:
        message = _(
            "This has changed since %(name)s approved it on %(day)s: "
            "look at the difference and approve it."
        ) % {
            "name": name_of(approved.approved_by),
            "day": date_format(timezone.localtime(approved.approved_at), DAY),
        }
    return Fault(
        code=NOT_APPROVED, message=message, channel=variant.channel, locale=variant.locale
    )


def _sealed(row: ApprovedVariant) -> list[object]:
    return [str(row.campaign), row.channel, row.locale, row.digest, row.files_digest]
