"""What people did with links and comments, in the history of the page that they stood on."""

from typing import TYPE_CHECKING

from wagtail.log_actions import log

from omnicontent.previews.sharing.models import ReviewComment, ShareLink
from omnicontent.stories.models import CampaignPage

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LOG_MADE = "previews.share"
LOG_REVOKED = "previews.revoke_share"
LOG_RESOLVED = "previews.resolve_comment"


def log_made(page: CampaignPage, link: ShareLink, user: "User") -> None:
    """Log that a link was made, for how long, and whether it asks for a password."""
    data = _of_link(link) | {"days": link.days, "password": bool(link.password)}
    log(instance=page, action=LOG_MADE, user=user, data=data)


def log_revoked(page: CampaignPage, link: ShareLink, user: "User") -> None:
    """Log that a link was revoked."""
    log(instance=page, action=LOG_REVOKED, user=user, data=_of_link(link))


def log_resolved(page: CampaignPage, comment: ReviewComment, user: "User") -> None:
    """Log that a comment was seen to."""
    data = {
        "author": comment.author,
        "text": comment.text,
        "channel": comment.channel,
        "locale": comment.locale,
        "release": comment.release_number,
    }
    log(instance=page, action=LOG_RESOLVED, user=user, data=data)


def _of_link(link: ShareLink) -> dict[str, object]:
    return {"link": str(link.pk), "release": link.release.number if link.release else None}
