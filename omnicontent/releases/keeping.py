"""The sweeper: whatever a crash left between two steps is found in the tables and taken up."""

import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from omnicontent.releases.gate import ask_for_verdict
from omnicontent.releases.models import LivePointer, Release
from omnicontent.releases.outbox import forget_old_messages, send_messages
from omnicontent.releases.refining import refine_when_idle
from omnicontent.releases.requesting import request_release
from omnicontent.releases.switching import end_overdue, take_down
from omnicontent.releases.working import requeue_lost_work
from omnicontent.stories.models import CampaignPage

logger = logging.getLogger(__name__)


def sweep() -> None:
    """Take up what nobody works on, end what is over, and send every wake-up not yet taken.

    One broken row must not stop everybody's work: each step goes on without the one before.
    """
    for step in (
        requeue_lost_work,
        end_overdue,
        follow_pages,
        ask_for_verdicts,
        forget_old_messages,
        refine_when_idle,
        send_messages,
    ):
        try:
            step()
        except Exception:
            logger.exception(
                "The sweeper could not %s; the next sweep tries again.", step.__name__
            )


def ask_for_verdicts() -> None:
    """Have releases judged whose last piece came out just before a crash."""
    for release in Release.objects.filter(state=Release.State.BUILDING):
        ask_for_verdict(release)


def follow_pages() -> None:
    """Catch up with pages whose process died between Wagtail's save and our transaction."""
    for page in _forgotten_pages():
        request_release(page=page)
    for campaign in _orphans():
        take_down(campaign=campaign, state=Release.State.RECALLED)


def _forgotten_pages() -> QuerySet[CampaignPage]:
    """Return the live pages that were published after their campaign's last release was asked."""
    settled = timezone.now() - timedelta(seconds=settings.WORK_LEASE_SECONDS)
    answered = Release.objects.filter(
        campaign=OuterRef("translation_key"), created_at__gte=OuterRef("last_published_at")
    )
    published = CampaignPage.objects.filter(live=True, last_published_at__lt=settled)
    forgotten: QuerySet[CampaignPage] = published.exclude(Exists(answered))
    return forgotten


def _orphans() -> list[UUID]:
    """Return the campaigns that show a release though none of their pages is live."""
    pages = CampaignPage.objects.filter(translation_key=OuterRef("campaign"), live=True)
    pointers = LivePointer.objects.exclude(release=None).exclude(Exists(pages))
    return list(pointers.values_list("campaign", flat=True))
