"""A lock on a campaign holds its pictures and films, too: their marks stand beside the page."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.locks import BaseLock
from wagtail.models import WorkflowState

from omnicontent.stories.models import CampaignPage, MasterImage, MasterMedia

LOCKED = (
    Q(locked=True)
    | Q(_revisions__approved_go_live_at__isnull=False)
    | Q(_specific_workflow_states__status=WorkflowState.STATUS_IN_PROGRESS)
)
"""Pages that Wagtail may keep somebody from editing; their own lock says whom."""


class Held(NamedTuple):
    """One campaign whose lock holds somebody, as far as they may know it."""

    title: str
    address: str
    """Of its editor; empty where it would not open."""
    reason: str


def held_by(row: MasterImage | MasterMedia, user: Any) -> list[Held]:
    """Return the campaigns that show the row and whose locks keep the user from changing them.

    What counts is the campaign's latest revision: that is what waits, or what was locked. One
    query, and some for each locked campaign that may show the row.
    """
    locks = (page.get_lock() for page in _locked() if _may_show(page, row) and _shows(page, row))
    return [_held(lock, user) for lock in locks if lock and lock.for_user(user)]


def titles_of(held: Iterable[Held]) -> str:
    """Return the campaigns as a list in words."""
    return ", ".join(dict.fromkeys(one.title for one in held))


def _locked() -> Iterable[CampaignPage]:
    rows = CampaignPage.objects.filter(LOCKED).values("pk")  # a page for each of its revisions
    pages = CampaignPage.objects.filter(pk__in=rows).select_related("latest_revision")
    return pages.order_by("pk")


def _held(lock: BaseLock, user: Any) -> Held:
    page = lock.object
    if not page.permissions_for_user(user).can_edit():
        return Held(_("a campaign that you can't see"), "", lock.get_description(user))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    reason = lock.get_message(user) or lock.get_description(user)
    return Held(page.get_admin_display_title(), address, reason)


def _may_show(page: CampaignPage, row: MasterImage | MasterMedia) -> bool:
    """Tell whether a look at the stored revision leaves it open, without making a page of it."""
    if page.latest_revision is None:
        return True
    content = page.latest_revision.content
    heroes = {MasterImage: content.get("hero_image"), MasterMedia: content.get("hero_video")}
    return heroes[type(row)] == row.pk or str(row.pk) in str(content.get("body"))


def _shows(page: CampaignPage, row: MasterImage | MasterMedia) -> bool:
    draft = page.get_latest_revision_as_object()
    shown = {(MasterImage, str(draft.hero_image_id)), (MasterMedia, str(draft.hero_video_id))}
    told = draft.body.stream_block.extract_references(draft.body)
    shown |= {(model, str(pk)) for model, pk, *_path in told}
    return (type(row), str(row.pk)) in shown
