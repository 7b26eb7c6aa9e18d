"""The dashboard's panel of releases."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, override
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import WorkflowState
from wagtail.permissions import policy_registry

from omnicontent.previews.builds import sentence
from omnicontent.releases.approvals import waits_for_approval
from omnicontent.releases.models import Release, Variant
from omnicontent.releases.open_issues import open_issues
from omnicontent.releases.progress import ReleaseProgress, get_progress
from omnicontent.releases.settling import Ruling
from omnicontent.stories.models import CampaignPage

SHOWN = 10
BUSY = (Release.State.BUILDING, Release.State.READY)
CALLING = (*BUSY, Release.State.BLOCKED, Release.State.FAILED)
"""These come first: somebody waits for them, or is waited for."""
SEEING = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
"""Who may do one of these with a page sees it in Wagtail's explorer."""


class CampaignReleasesPanel(Component):
    """The releases that call for somebody, then the newest others, of all that the user sees."""

    name = "campaign_releases"
    template_name = "previews/admin/releases_panel.html"
    order = 150

    @override
    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        return releases_context(parent_context["request"].user)


def releases_context(user: AbstractBaseUser | AnonymousUser) -> dict[str, object]:
    """Return the releases to show the user, and whether one is being built.

    Seven queries, however many campaigns there are, and some for each shown one under review.
    """
    pages = _pages_by_campaign(user)
    builds = _builds(list(_newest_releases(pages.keys())))
    editable = _editable_among(user, [pages[build.release.campaign] for build in builds])
    rows = [
        {
            "build": build,
            "sentence": sentence(build),
            "percent": round(100 * build.share),
            "url": _edit_url(pages[build.release.campaign], editable),
            "board_url": reverse("campaign_board", args=[pages[build.release.campaign]]),
            "approval_url": _approval_url(build.release, pages),
            "issues_url": _issues_url(build.release, pages),
        }
        for build in builds
    ]
    return {"rows": rows, "busy": any(not build.is_over for build in builds)}


def _editable_among(
    user: AbstractBaseUser | AnonymousUser, pages: Collection[int]
) -> frozenset[int]:
    """Return those of the pages whose editor opens for the user: reviewers look there, too."""
    policy = policy_registry.get_by_type(CampaignPage)
    mine = policy.instances_user_has_permission_for(user, "change")
    editable = set(mine.filter(pk__in=pages).values_list("pk", flat=True))
    waiting = CampaignPage.objects.filter(
        pk__in=set(pages) - editable,
        _specific_workflow_states__status=WorkflowState.STATUS_IN_PROGRESS,
    )
    reviewed = (page.pk for page in waiting if page.permissions_for_user(user).can_edit())
    return frozenset({*editable, *reviewed})


def _edit_url(page_id: int, editable: frozenset[int]) -> str:
    """Return where the campaign is edited; its board where only others may edit it."""
    name = "wagtailadmin_pages:edit" if page_id in editable else "campaign_board"
    return reverse(name, args=[page_id])


def _approval_url(release: Release, pages: Mapping[UUID, int]) -> str:
    """Return where the release is approved, empty where it does not wait for that."""
    if not waits_for_approval(release):
        return ""
    return reverse("campaign_approval", args=[pages[release.campaign]])


def _issues_url(release: Release, pages: Mapping[UUID, int]) -> str:
    """Return where to read what keeps a release back, empty where nothing but a yes does."""
    if release.state != Release.State.BLOCKED or waits_for_approval(release):
        return ""
    page_id = pages[release.campaign]
    if open_issues(release):
        return reverse("campaign_issues", args=[page_id])
    return f"{reverse('campaign_board', args=[page_id])}?issue=error"


def _newest_releases(campaigns: Collection[UUID]) -> QuerySet[Release]:
    """Return the newest release of each campaign: those that call, then the others.

    Among either, the last one asked for is first.
    """
    newer = Release.objects.filter(campaign=OuterRef("campaign"), number__gt=OuterRef("number"))
    newest = Release.objects.filter(~Exists(newer), campaign__in=campaigns)
    rank = Case(When(state__in=CALLING, then=Value(0)), default=Value(1))
    return newest.order_by(rank, "-created_at", "-pk")[:SHOWN]


def _builds(releases: Sequence[Release]) -> list[ReleaseProgress]:
    """Return how far the releases are; no row tells its issues, and those at rest have none."""
    busy = [release for release in releases if release.state in BUSY]
    variants = defaultdict(list)
    rows = Variant.objects.filter(release__in=busy).defer("body")
    for variant in rows.prefetch_related("renditions"):
        variants[variant.release_id].append(variant)
    return [get_progress(release, variants[release.pk], Ruling()) for release in releases]


def campaigns_for(user: AbstractBaseUser | AnonymousUser) -> Any:
    """Return the campaign pages that the user may see in the admin."""
    seen = policy_registry.get_by_type(CampaignPage).explorable_instances(user)
    return CampaignPage.objects.filter(pk__in=seen.values("pk"))


def campaign_for(user: AbstractBaseUser | AnonymousUser, page_id: int) -> CampaignPage | None:
    """Return the campaign page if the user may see it in the admin. One query."""
    page = CampaignPage.objects.filter(pk=page_id).select_related("locale").first()
    policy = policy_registry.get_by_type(CampaignPage)
    may = page is not None and policy.user_has_any_permission_for_instance(user, SEEING, page)
    return page if may else None


def _pages_by_campaign(user: AbstractBaseUser | AnonymousUser) -> dict[UUID, int]:
    """Return one page for each campaign: the eldest, which others translate."""
    pages = campaigns_for(user).order_by("-pk").values_list("translation_key", "pk")
    return dict(pages)
