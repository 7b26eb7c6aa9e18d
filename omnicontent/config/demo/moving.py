"""Another port than last time: whatever names an address of this service is made anew."""

from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Site

from omnicontent.releases.selectors import latest_release, live_releases
from omnicontent.releases.services import request_release
from omnicontent.stories.models import CampaignPage


def address() -> SplitResult:
    """Return where the service answers, in its parts."""
    return urlsplit(str(settings.WAGTAILADMIN_BASE_URL))


def port_of(base: SplitResult) -> int:
    """Return the port, also where an address leaves it out."""
    return base.port or (443 if base.scheme == "https" else 80)


@transaction.atomic
def follow_port() -> int:
    """Give the site its new port and ask for what is live anew; return how many campaigns.

    Pages and mails are stored with whole addresses, which would lead to the old port. A site
    that somebody gave another host stays as it is, and so does a campaign whose newest release
    isn't the one that is live: somebody decided that.
    """
    base = address()
    site = Site.objects.filter(is_default_site=True, hostname=base.hostname or "").first()
    if site is None or site.port == port_of(base):
        return 0
    site.port = port_of(base)
    site.save()
    moved = [one for one in live_releases() if one == latest_release(one.campaign)]
    for release in moved:
        pages = CampaignPage.objects.live().filter(translation_key=release.campaign)
        request_release(page=pages.order_by("pk")[0])
    return len(moved)
