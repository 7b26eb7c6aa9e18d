"""Links and comments as lists in the admin show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from omnicontent.previews.numbers import say_moment
from omnicontent.previews.sharing.models import ReviewComment, ShareLink
from omnicontent.previews.sharing.selectors import LinkState, links_of, recalled_at, state_of
from omnicontent.previews.variants import place_in_words
from omnicontent.releases.approvals import name_of
from omnicontent.releases.models import Variant

STATES = {
    LinkState.WORKS: gettext_lazy("works until %(moment)s"),
    LinkState.REVOKED: gettext_lazy("revoked"),
    LinkState.RECALLED: gettext_lazy("ended by a recall"),
    LinkState.OVER: gettext_lazy("over"),
}


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link; its address can't be shown again."""

    link: ShareLink
    state: LinkState
    label: str
    made_by: str

    @property
    def works(self) -> bool:
        """Whether there is something to revoke."""
        return self.state == LinkState.WORKS


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment, with where it stands."""

    comment: ReviewComment
    place: str
    resolved_by: str
    on_other_bytes: bool
    """Whether it was said of another payload than the one it is shown beside."""


def rows_of_links(campaign: UUID) -> list[LinkRow]:
    """Return the campaign's links, the newest first."""
    recalled = recalled_at(campaign)
    return [_link_row(link, state_of(link, recalled)) for link in links_of(campaign)]


def rows_of_comments(
    comments: Iterable[ReviewComment], beside: Variant | None = None
) -> list[CommentRow]:
    """Return comments, open ones first; ``beside``: the variant that they are read at."""
    rows = [_comment_row(comment, beside) for comment in comments]
    return sorted(rows, key=lambda row: row.comment.resolved_at is not None)


def _link_row(link: ShareLink, state: LinkState) -> LinkRow:
    until = say_moment(link.expires_at)
    return LinkRow(link, state, str(STATES[state]) % {"moment": until}, name_of(link.created_by))


def _comment_row(comment: ReviewComment, beside: Variant | None) -> CommentRow:
    place = place_in_words(comment.channel, comment.locale) if comment.channel else ""
    return CommentRow(
        comment=comment,
        place=place or _("The whole"),
        resolved_by=name_of(comment.resolved_by) if comment.resolved_at else "",
        on_other_bytes=beside is not None and beside.digest != comment.digest,
    )
