"""What changes links and comments. Writes only."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from omnicontent.previews.errors import NotShareableError, TooManyError
from omnicontent.previews.sharing.log import log_made, log_resolved, log_revoked
from omnicontent.previews.sharing.models import DAYS_MAX, ReviewComment, ShareLink
from omnicontent.previews.sharing.selectors import Shared, shown_release
from omnicontent.releases.models import Release, Variant
from omnicontent.stories.models import CampaignPage

if TYPE_CHECKING:
    from django.contrib.auth.models import User

TRIES_MAX = 10
TRIES_WINDOW = timedelta(minutes=10)
UNFINISHED = (Release.State.BUILDING, Release.State.FAILED)
"""Of these files are missing, and guests would have them made by looking."""
COMMENTS_MAX = 30
COMMENTS_WINDOW = timedelta(minutes=10)


def make_link(
    *, page: CampaignPage, release: Release | None, days: int, password: str, user: "User"
) -> ShareLink:
    """Return a new link to a release, or to the newest one of the page's campaign.

    :raises NotShareableError: there is no such release, it was recalled, or the time is too long.
    """
    if not 1 <= days <= DAYS_MAX:
        raise NotShareableError(_("A link lasts 1 to %(days)s days.") % {"days": DAYS_MAX})
    shown = shown_release(page.translation_key, release)
    if shown is None or shown.campaign != page.translation_key:
        raise NotShareableError(_("No release of this campaign is built yet: publish it first."))
    if shown.state == Release.State.RECALLED:
        raise NotShareableError(_("This release was recalled. Publish the campaign again."))
    if shown.state in UNFINISHED:
        raise NotShareableError(_("This release is not built to its end. Choose another one."))
    with transaction.atomic():
        link = ShareLink.objects.create(
            campaign=page.translation_key,
            release=release,
            days=days,
            password=make_password(password) if password else "",
            created_by=user,
        )
        log_made(page, link, user)
    return link


def revoke_link(*, page: CampaignPage, link: ShareLink, user: "User") -> None:
    """End a link at once. A second time changes nothing."""
    with transaction.atomic():
        standing = ShareLink.objects.filter(pk=link.pk, revoked_at=None)
        if standing.update(revoked_at=timezone.now()):
            log_revoked(page, link, user)


def try_password(*, link: ShareLink, password: str) -> bool:
    """Tell whether the password is the link's; wrong ones are counted.

    :raises TooManyError: there were too many wrong ones lately, so this one was not looked at.
    """
    _count_try(link)
    if not check_password(password, link.password):
        return False
    # Only wrong ones count: a whole team may come within a minute.
    ShareLink.objects.filter(pk=link.pk, tries__gt=0).update(tries=F("tries") - 1)
    return True


def leave_comment(
    *, shared: Shared, release: Release, variant: Variant | None, author: str, text: str
) -> ReviewComment:
    """Write down what a guest said of a variant, or of the whole release.

    :raises TooManyError: too much was said through this link lately.
    """
    since = timezone.now() - COMMENTS_WINDOW
    if shared.link.comments.filter(created_at__gt=since).count() >= COMMENTS_MAX:
        raise TooManyError(
            _("Many comments came through this link just now. Please wait ten minutes.")
        )
    return ReviewComment.objects.create(
        link=shared.link,
        channel=variant.channel if variant else "",
        locale=variant.locale if variant else "",
        digest=variant.digest if variant else "",
        release_number=release.number,
        author=author,
        text=text,
    )


def resolve_comment(*, page: CampaignPage, comment: ReviewComment, user: "User") -> None:
    """Note that a comment was seen to, and by whom. A second time changes nothing."""
    with transaction.atomic():
        standing = ReviewComment.objects.filter(pk=comment.pk, resolved_at=None)
        if standing.update(resolved_at=timezone.now(), resolved_by=user):
            log_resolved(page, comment, user)


def _count_try(link: ShareLink) -> None:
    """Count a try before it is judged, so that many at once are counted as well."""
    with transaction.atomic():
        row = ShareLink.objects.select_for_update().get(pk=link.pk)
        now = timezone.now()
        if row.tries_since is None or row.tries_since <= now - TRIES_WINDOW:
            row.tries, row.tries_since = 0, now
        if row.tries >= TRIES_MAX:
            raise TooManyError(_("Too many wrong passwords. Please try again in ten minutes."))
        row.tries += 1
        row.save(update_fields=["tries", "tries_since"])
