"""What sharing adds to Wagtail's admin: its addresses, and words for the history."""

from typing import override

from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

from omnicontent.previews.sharing import admin_views as views
from omnicontent.previews.sharing.log import LOG_MADE, LOG_RESOLVED, LOG_REVOKED

CAMPAIGN = "campaigns/<int:page_id>"


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Answer below the admin: its login guards the answers, and none of them may be cached."""
    return [
        path(f"{CAMPAIGN}/share/", views.share_campaign, name="campaign_share"),
        path(
            f"{CAMPAIGN}/share/<uuid:link_id>/revoke/", views.revoke, name="campaign_share_revoke"
        ),
        path(
            f"{CAMPAIGN}/comments/<int:comment_id>/resolve/",
            views.resolve,
            name="campaign_comment_resolve",
        ),
        path(
            f"{CAMPAIGN}/variants/<int:variant_id>/comments/",
            views.show_comments,
            name="campaign_variant_comments",
        ),
    ]


class ShareFormatter(LogFormatter):
    """A link made."""

    label = gettext_lazy("Share")

    @override
    def format_message(self, log_entry: PageLogEntry) -> str:
        data = log_entry.data
        if data["release"] is None:
            words = ngettext(
                "Made a link to the campaign for %(days)s day",
                "Made a link to the campaign for %(days)s days",
                data["days"],
            )
        else:
            words = ngettext(
                "Made a link to release %(release)s for %(days)s day",
                "Made a link to release %(release)s for %(days)s days",
                data["days"],
            )
        return words % data


class RevokeFormatter(LogFormatter):
    """A link revoked."""

    label = gettext_lazy("Revoke link")

    @override
    def format_message(self, log_entry: PageLogEntry) -> str:
        data = log_entry.data
        if data["release"] is None:
            return _("Revoked a link to the campaign")
        return _("Revoked a link to release %(release)s") % data


class ResolveFormatter(LogFormatter):
    """A reviewer's comment seen to."""

    label = gettext_lazy("Resolve comment")

    @override
    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("Marked a comment of “%(author)s” as resolved: %(text)s") % log_entry.data


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    """Name the actions, so that histories and reports show them."""
    actions.register_action(LOG_MADE)(ShareFormatter)
    actions.register_action(LOG_REVOKED)(RevokeFormatter)
    actions.register_action(LOG_RESOLVED)(ResolveFormatter)
