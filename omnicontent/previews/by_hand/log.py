"""How the history of a page tells that somebody sent a test of a mail."""

from typing import TYPE_CHECKING, override

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log
from wagtail.models import PageLogEntry

from omnicontent.channels.registry import all_channels
from omnicontent.releases.models import Variant
from omnicontent.stories.models import CampaignPage
from omnicontent.stories.wording import channel_label

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LOG_SENT = "previews.send_test_mail"


class SendFormatter(LogFormatter):
    """A test of a mail, sent to whoever asked for it."""

    label = gettext_lazy("Send test mail")

    @override
    def format_message(self, log_entry: PageLogEntry) -> str:
        slug = log_entry.data["channel"]
        channel = all_channels().get(slug)
        return _("Sent a test of release %(release)s, %(channel)s · %(locale)s, to themselves") % {
            "release": log_entry.data["release"],
            "channel": channel_label(channel.spec) if channel else slug,
            "locale": log_entry.data["locale"],
        }


def log_sent(page: CampaignPage, variant: Variant, user: "User") -> None:
    """Log a test that the mail server took; the address is the user's own and not repeated."""
    data = {
        "release": variant.release.number,
        "channel": variant.channel,
        "locale": variant.locale,
        "digest": variant.digest,
    }
    log(instance=page, action=LOG_SENT, user=user, data=data)
