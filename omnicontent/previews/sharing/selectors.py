"""Questions about links and comments. Reads only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.utils import timezone

from omnicontent.previews.errors import EndedLinkError, UnknownLinkError
from omnicontent.previews.sharing.models import ReviewComment, ShareLink
from omnicontent.previews.sharing.tokens import link_id_of
from omnicontent.releases.models import Release
from omnicontent.stories.models import CampaignPage


class LinkState(StrEnum):
    """Whether a link shows anything; only the first does."""

    WORKS = "works"
    REVOKED = "revoked"
    RECALLED = "recalled"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Shared:
    """A link that works, and what it shows."""

    link: ShareLink
    token: str
    release: Release | None
    """None before the campaign's first release is built."""


def open_link(token: str) -> Shared:
    """Return what the link shows at this very moment.

    :raises UnknownLinkError: there is no such link, or the signature is not ours.
    :raises EndedLinkError: it was revoked, is over, or its campaign was recalled or deleted.
    """
    link = ShareLink.objects.select_related("release").filter(pk=link_id_of(token)).first()
    if link is None:
        raise UnknownLinkError("No such link.")
    release = shown_release(link.campaign, link.release)
    recalled = release is not None and release.state == Release.State.RECALLED
    works = state_of(link, recalled_at(link.campaign)) == LinkState.WORKS
    if recalled or not works or not _has_page(link.campaign):
        raise EndedLinkError("This link has ended.")
    return Shared(link, token, release)


def state_of(link: ShareLink, recalled: datetime | None) -> LinkState:
    """Tell whether the link works; ``recalled`` is when its campaign was last recalled.

    A recall takes down all of a campaign: it ends every link made before, whichever release they
    show, and none made after.
    """
    if link.revoked_at is not None:
        return LinkState.REVOKED
    if recalled is not None and recalled >= link.created_at:
        return LinkState.RECALLED
    return LinkState.OVER if link.expires_at <= timezone.now() else LinkState.WORKS


def recalled_at(campaign: UUID) -> datetime | None:
    """Return when the campaign was last recalled, if it ever was."""
    recalled = Release.objects.filter(campaign=campaign, state=Release.State.RECALLED)
    last: datetime | None = recalled.aggregate(last=Max("ended_at"))["last"]
    return last


def shown_release(campaign: UUID, release: Release | None) -> Release | None:
    """Return the release itself, or the campaign's newest one that was built whole."""
    if release is not None:
        return release
    built = Release.objects.filter(campaign=campaign, built_at__isnull=False)
    return built.exclude(state=Release.State.FAILED).order_by("-number").first()


def links_of(campaign: UUID) -> QuerySet[ShareLink]:
    """Return the campaign's links, the newest first."""
    return ShareLink.objects.filter(campaign=campaign).select_related("release", "created_by")


def comments_of(campaign: UUID) -> QuerySet[ReviewComment]:
    """Return all that was said of a campaign through its links, in order."""
    return ReviewComment.objects.filter(link__campaign=campaign).select_related("resolved_by")


def comments_on(campaign: UUID, channel: str, locale: str) -> QuerySet[ReviewComment]:
    """Return what was said of one place, whichever release showed it."""
    return comments_of(campaign).filter(channel=channel, locale=locale)


def count_open_beside(campaign: UUID) -> Subquery:
    """Return, for a query of variants, how many open comments there are on each one's place."""
    return _count(comments_on(campaign, OuterRef("channel"), OuterRef("locale")))  # type: ignore[arg-type]


def count_open_on_all(campaign: UUID) -> Subquery:
    """Return how many open comments mean the whole, to be fetched along with anything."""
    return _count(comments_on(campaign, "", ""))


def _count(comments: QuerySet[ReviewComment]) -> Subquery:
    open_ones = comments.filter(resolved_at=None).order_by().values("channel")
    return Subquery(open_ones.annotate(number=Count("pk")).values("number"))


def _has_page(campaign: UUID) -> bool:
    return bool(CampaignPage.objects.filter(translation_key=campaign).exists())
