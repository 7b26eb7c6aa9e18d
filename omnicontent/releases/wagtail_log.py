"""How the history of a page tells what people approved, and what they said about its message."""

from typing import Any, override

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

from omnicontent.channels.registry import all_channels
from omnicontent.phrases import Phrase
from omnicontent.releases.acceptance_log import LOG_ENDED, LOG_GIVEN
from omnicontent.releases.approval_log import LOG_APPROVED
from omnicontent.releases.settling import ACCEPTED, ACKNOWLEDGED
from omnicontent.stories.wording import channel_label, in_words


class AcceptFormatter(LogFormatter):
    """A promise accepted, with its reason."""

    label = gettext_lazy("Accept promise")

    @override
    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("Accepted “%(words)s” in “%(sentence)s”") % log_entry.data

    @override
    def format_comment(self, log_entry: PageLogEntry) -> str:
        reason: str = log_entry.data["reason"]
        return reason


class AcknowledgeFormatter(LogFormatter):
    """A warning acknowledged."""

    label = gettext_lazy("Acknowledge warning")

    @override
    def format_message(self, log_entry: PageLogEntry) -> str:
        data: dict[str, Any] = dict(log_entry.data)
        if phrase := data.get("phrase"):  # older entries have none
            data["words"] = in_words(Phrase.model_validate(phrase))
        if data["channel"]:
            return _("Acknowledged the warning about “%(words)s” on %(channel)s") % data
        return _("Acknowledged the warning: %(words)s") % data


class EndFormatter(LogFormatter):
    """An acceptance that went with its sentence."""

    label = gettext_lazy("End acceptance")

    @override
    def format_message(self, log_entry: PageLogEntry) -> str:
        words = _(
            "What was said of “%(words)s” has ended: release %(release)s no longer says it there"
        )
        return words % log_entry.data


class ApproveFormatter(LogFormatter):
    """A release approved on the approval page."""

    label = gettext_lazy("Approve release")

    @override
    def format_message(self, log_entry: PageLogEntry) -> str:
        known = all_channels()
        names = [
            channel_label(known[slug].spec) if slug in known else slug
            for slug in log_entry.data["channels"]
        ]
        return _("Approved release %(release)s: %(channels)s") % {
            "release": log_entry.data["release"],
            "channels": ", ".join(names),
        }


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    """Name the actions, so that histories and reports show them."""
    actions.register_action(LOG_GIVEN[ACCEPTED])(AcceptFormatter)
    actions.register_action(LOG_GIVEN[ACKNOWLEDGED])(AcknowledgeFormatter)
    actions.register_action(LOG_ENDED)(EndFormatter)
    actions.register_action(LOG_APPROVED)(ApproveFormatter)
