"""A lock on a campaign holds its pictures and films, too: their marks stand beside the page."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from wagtail.locks import BaseLock
from wagtail.models import WorkflowState

from omnicontent.stories.models import CampaignPage, MasterImage, MasterMedia

LOCKED = (
    Q(locked=True)
    | Q(_revisions__approved_go_live_at__isnull=False)
    | Q(_specific_workflow_states__status=WorkflowState.STATUS_IN_PROGRESS)
)
"""Pages that Wagtail may keep somebody from editing; their own lock says whom."""


def locks_on(row: MasterImage | MasterMedia, user: Any) -> list[BaseLock]:
    """Return the locks that keep the user from changing a campaign which shows the row.

    What counts is the campaign's latest revision: that is what waits, or what was locked.
    """
    pages = CampaignPage.objects.filter(LOCKED).order_by("pk").distinct()
    locks = [(page.get_lock(), page) for page in pages]
    held = [(lock, page) for lock, page in locks if lock and lock.for_user(user)]
    return [lock for lock, page in held if _shows(page, row)]


def held_by(locks: Iterable[BaseLock], user: Any) -> list[tuple[str, str, Any]]:
    """Return title, address and reason for each campaign whose lock holds the user."""
    return [
        (
            lock.object.get_admin_display_title(),
            reverse("wagtailadmin_pages:edit", args=[lock.object.pk]),
            lock.get_message(user) or lock.get_description(user),
        )
        for lock in locks
    ]


def _shows(page: CampaignPage, row: MasterImage | MasterMedia) -> bool:
    draft = page.get_latest_revision_as_object()
    shown = {(MasterImage, str(draft.hero_image_id)), (MasterMedia, str(draft.hero_video_id))}
    told = draft.body.stream_block.extract_references(draft.body)
    shown |= {(model, str(pk)) for model, pk, *_path in told}
    return (type(row), str(row.pk)) in shown
