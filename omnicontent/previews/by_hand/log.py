"""How the history of a page tells that somebody sent a test of a mail."""

from typing import TYPE_CHECKING, override

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log
from wagtail.models import PageLogEntry

from omnicontent.previews.variants import name_channel
from omnicontent.releases.models import Variant
from omnicontent.stories.models import CampaignPage

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LOG_SENT = "previews.send_test_mail"


class SendFormatter(LogFormatter):
    """A test of a mail, sent to whoever asked for it."""

    label = gettext_lazy("Send test mail")

    @override
    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("Sent a test of release %(release)s, %(channel)s · %(locale)s, to themselves") % {
            "release": log_entry.data["release"],
            "channel": name_channel(log_entry.data["channel"]),
            "locale": log_entry.data["locale"],
        }


def log_sent(page: CampaignPage, variant: Variant, user: "User") -> None:
    """Log a test that the mail server took, and to which of the user's addresses it went."""
    data = {
        "release": variant.release.number,
        "channel": variant.channel,
        "locale": variant.locale,
        "digest": variant.digest,
        "address": user.email,
    }
    log(instance=page, action=LOG_SENT, user=user, data=data)
