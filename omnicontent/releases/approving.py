"""People say yes: in Wagtail's workflow to a reviewed page, on the approval page to a release."""

import logging
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from omnicontent.channels.registry import all_channels
from omnicontent.channels.story import Story
from omnicontent.releases.approval_log import log_approved
from omnicontent.releases.approvals import (
    Approvals,
    approvals_of,
    record_approval,
    waits_for_approval,
)
from omnicontent.releases.building import build_as_approved, fill_variant
from omnicontent.releases.errors import BrokenChannelError, OutdatedApprovalError
from omnicontent.releases.models import Release, Variant
from omnicontent.releases.refining import with_finer
from omnicontent.releases.sealing import require_unaltered
from omnicontent.releases.switching import lock_campaign, reconsider

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)


@transaction.atomic
def approve_stories(
    *, campaign: UUID, stories: Iterable[Story], user: "User | None", task_state: int
) -> None:
    """Write down as approved what every channel makes of the stories now.

    A channel that can't say one gets no approval; the release will be blocked and say why.
    """
    lock_campaign(campaign)
    approvals = approvals_of(campaign)
    for story in map(with_finer, stories):
        for slug in story.channels or tuple(all_channels()):
            made = _make(slug, story, approvals)
            if made is not None:
                told, variant = made
                record_approval(
                    campaign=campaign,
                    variant=variant,
                    story=told,
                    user=user,
                    task_state=task_state,
                )


@transaction.atomic
def approve_release(
    *, release: Release, digests: Mapping[int, str], user: "User | None"
) -> Release:
    """Approve variants of a release that waits for it, by id and digest, and have it judged again.

    :raises OutdatedApprovalError: the release or a variant is no longer what was looked at.
    :raises AlteredVariantError: a variant was altered in the store.
    """
    lock_campaign(release.campaign)
    release.refresh_from_db()
    newer = Release.objects.filter(campaign=release.campaign, number__gt=release.number)
    if newer.exists() or not waits_for_approval(release):
        raise OutdatedApprovalError(
            _("Release %(number)s no longer waits for approval. Look again at what does.")
            % {"number": release.number}
        )
    stories = {pin.locale: Story.model_validate(pin.story) for pin in release.stories.all()}
    variants = _looked_at(release, digests)
    for variant in variants:
        record_approval(
            campaign=release.campaign, variant=variant, story=stories[variant.locale], user=user
        )
    log_approved(release, variants, user)
    return reconsider(release=release)


def _looked_at(release: Release, digests: Mapping[int, str]) -> list[Variant]:
    known = release.variants.values_list("pk", flat=True)
    variants = release.variants.in_bulk([pk for pk in known if pk in digests])
    if {pk: variant.digest for pk, variant in variants.items()} != digests:
        raise OutdatedApprovalError(
            _("What a channel shows has changed while you looked at it. Look again.")
        )
    return [require_unaltered(variant) for variant in variants.values()]


def _make(slug: str, story: Story, approvals: Approvals) -> tuple[Story, Variant] | None:
    variant = Variant(channel=slug, locale=story.locale)
    try:
        told, built = build_as_approved(slug, story, approvals.at(slug, story.locale))
    except BrokenChannelError as error:
        logger.warning("Nothing was approved on %s: %s", slug, error)
        return None
    if built.rendered is None:
        return None
    fill_variant(variant, built)
    return told, variant
